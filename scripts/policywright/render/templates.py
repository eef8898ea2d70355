"""The templates, and what every one of them may ask for."""

from __future__ import annotations

import datetime
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from policywright.linking import logos
from policywright.linking.linked import LinkedHandbook, Target
from policywright.model.document import Document
from policywright.model.handbook import Logo
from policywright.model.node import Node
from policywright.render.compiled_templates import CompiledTemplates
from policywright.render.examples import examples
from policywright.render.prose import Medium, Prose, fault


class _Context(Context):
    """Calls what a template calls without looking for what it wants to know of the template: nothing of ours does."""

    def call(self, called: Callable[..., object], *arguments: object, **named: object) -> object:
        """Return what something called by a template returns."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*arguments, **named)


class _Environment(Environment):
    context_class = _Context


_TEMPLATES = _Environment(
    loader=PackageLoader("policywright.templates", ""),
    # Where Python keeps compiled modules.
    bytecode_cache=CompiledTemplates(Path(str(files("policywright.templates")), "__pycache__")),
    auto_reload=False,
    cache_size=-1,  # without bound, since there are no more than are in the package
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def fill(template: str, **values: object) -> Markup:
    """Return a template, filled in with nothing but the values given."""
    return Markup(_TEMPLATES.get_template(template).render(values))  # noqa: S704  the templates escape


class Setting:
    """Sets one page, or one document in print: fills templates, which may ask it for prose, targets and anchors."""

    def __init__(self, linked: LinkedHandbook, medium: Medium, document: Document | None = None) -> None:
        self.prose = Prose(linked, medium, document)
        self._linked = linked
        self._medium = medium
        self._document = document

    def fill(self, template: str, **values: object) -> Markup:
        """Return a template, filled in."""
        return fill(template, **(self._names() | values))

    def _names(self) -> dict[str, object]:
        return {
            "settings": self._linked.handbook.settings,
            "prose": self.prose,
            "target": self._linked.target_of,
            "addressed": self._linked.targets.get,
            "uses_of": self._linked.uses_of,
            "anchor": lambda node: self._medium.anchor(self._linked.target_of(node)),
            "old_anchors": lambda node: self._medium.old_anchors(self._linked.target_of(node)),
            "fault": fault,
            "sibling": self.sibling,
            "examples_of": partial(examples, self._linked),
            "about_provision": "",
            "about_part": "",
            "scope": "_",
            "on_paper": False,
            "understood_actors": None,
            "adoption": self._linked.handbook.adoption,
            "is_local": self._is_local,
            "day": day,
            "letterhead": lambda document: logos.letterhead(self._linked.handbook, document),
            "logo_address": self._logo_address,
        }

    def _is_local(self, node: Node) -> bool:
        """Say whether an adopter has a node otherwise than the model."""
        adoption = self._linked.handbook.adoption
        return adoption is not None and adoption.change_of(node) is not None

    def _logo_address(self, logo: Logo) -> str:
        """Return the picture of a logo as an address that holds it; empty where it cannot be shown."""
        found = logos.picture(self._linked.handbook, logo)
        return "" if isinstance(found, str) else f"data:{found.type};base64,{b64encode(found.content).decode()}"

    def sibling(self, identifier: str) -> Target | None:
        """Return what bears an identifier in the document that is being set."""
        return self._linked.targets.get(f"{self._document.id}#{identifier}") if self._document else None


def day(date: datetime.date) -> str:
    """Return a date in words, such as 1 September 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
