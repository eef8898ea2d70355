"""The pages of a handbook as Markdown, as somebody would write them for MkDocs with Material by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_REFERENCE = re.compile(r"\[\[(?P<document>[\w-]*)(?:#(?P<anchor>[\w-]+))?\]\]|\[\[(?P<kind>\w+):(?P<name>[\w-]+)\]\]")

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "Material as it comes": {},
    "Material, pruned": {"theme": {"features": ["navigation.prune"]}},
    "Material out of the navigation": {"nav": [{"Home": "index.md"}], "not_in_nav": "/schools/\n"},
}
"""What is added to the settings for each form in which Material is measured."""


def write(handbook: Path, project: Path) -> None:
    """Write the pages of a handbook as a project of MkDocs, with a file of settings for each form."""
    pages = project / "docs" / "schools"
    pages.mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# A handbook to measure with\n", encoding="utf-8")
    for file in (handbook / "policies" / "schools").rglob("*.yml"):
        document = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        kind = next(kind for kind in _WRITERS if kind in document)
        lines = (f"# {document['title']}", *_WRITERS[kind](document))
        (pages / f"{document[kind]}.md").write_text("\n\n".join(lines), encoding="utf-8")
    for name, more in SETTINGS.items():
        (project / f"{name}.yml").write_text(yaml.safe_dump(_settings(more)), encoding="utf-8")


_FOR_HUGO = """\
title = "The same pages"
contentDir = "docs/schools"
publishDir = "hugo"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""
_BARE = """\
<!doctype html>
<html lang="en">
<title>{{ .Title }}</title>
<main>{{ .Content }}</main>
</html>
"""


def write_for_hugo(project: Path) -> None:
    """Add to such a project what Hugo needs to make bare pages of the same files."""
    (project / "hugo.toml").write_text(_FOR_HUGO, encoding="utf-8")
    (project / "layouts").mkdir(exist_ok=True)
    for kind in ("home", "list", "single"):
        (project / "layouts" / f"{kind}.html").write_text(_BARE, encoding="utf-8")


def _settings(more: Mapping[str, Any]) -> Mapping[str, Any]:
    theme = {"name": "material", "font": False} | more.get("theme", {})
    return {"site_name": "The same pages", "markdown_extensions": ["attr_list"], **more, "theme": theme}


def _policy(policy: Mapping[str, Any]) -> Iterator[str]:
    yield policy["summary"]
    for place, section in enumerate(policy["sections"], 1):
        yield f"## {place} {section['title']} {{ #{section['id']} }}"
        for number, clause in enumerate(section["clauses"], 1):
            yield f"### {place}.{number} {{ #{clause['id']} }}"
            yield _linked(clause["text"])
            yield "\n".join(f"- {_linked(point['text'])}" for point in clause.get("points", ()))


def _decision(decision: Mapping[str, Any]) -> Iterator[str]:
    for name, question in decision["questions"].items():
        yield f"## {question['ask']} {{ #{name} }}"
        yield "\n".join(f"- [{answer['say']}](#{answer['go']})" for answer in question["answers"])
    for name, outcome in decision["outcomes"].items():
        yield f"## {outcome['title']} {{ #{name} }}"
        yield "\n".join(f"- {deed['act']}" for deed in outcome["do"])


def _form(form: Mapping[str, Any]) -> Iterator[str]:
    for section in form["sections"]:
        yield f"## {section['title']}"
        yield "\n".join(f"- {field['label']}" for field in section["fields"])


_WRITERS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "policy": _policy,
    "decision": _decision,
    "form": _form,
}


def _linked(text: str) -> str:
    return _REFERENCE.sub(_link, text)


def _link(reference: re.Match[str]) -> str:
    if reference["kind"]:
        return f"**{reference['name']}**"
    page = f"{reference['document']}.md" if reference["document"] else ""
    return f"[what is said there]({page}{'#' if reference['anchor'] else ''}{reference['anchor'] or ''})"
