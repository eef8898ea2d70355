"""The page of each form."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.form import Form
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each form."""
    return composer.of_each(Form, pages_of)


def pages_of(composer: Composer, form: Form) -> Iterator[Page]:
    """Yield the page of a form."""
    yield composer.document("form", form)
