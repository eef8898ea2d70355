"""The kinds of pages: each a module with a function `pages`, a template in `templates/site/`, and a line here."""

from __future__ import annotations

from policywright.render.pages import (
    checklist,
    checks,
    comparison,
    decision,
    form,
    glossary,
    guide,
    home,
    laws,
    letter,
    moved,
    part,
    platforms,
    policy,
    problems,
    role,
    roles,
    sources,
    topics,
)

PAGE_KINDS = (
    home,
    part,
    policy,
    form,
    letter,
    checklist,
    decision,
    glossary,
    laws,
    roles,
    role,
    platforms,
    topics,
    comparison,
    sources,
    guide,
    checks,
    problems,
    moved,
)
