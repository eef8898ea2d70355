"""First lines that tell text editors wrongly, or not at all, what a file is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import ClassVar

from policywright.checks.check import Check, Circumstances
from policywright.diagnostics import Diagnostic, Edit, Severity
from policywright.linking.linked import LinkedHandbook
from policywright.model.document import Document
from policywright.model.handbook import Handbook, Settings
from policywright.model.node import Node
from policywright.model.publication import Source

_MODELINE = re.compile(r"^#\s*yaml-language-server\s*:\s*\$schema\s*=\s*(?P<schema>\S*)", re.MULTILINE)


class WrongModeline(Check):
    """A file that tells text editors wrongly, or not at all, what it is.

    Why it matters: the line `# yaml-language-server:` at the top is how a text editor finds the list of keys, with
    which it completes and explains them and underlines mistakes. With the wrong list it underlines what is right.

    Files without that line are told where `handbook.yml` has it, so that a handbook can do without.

    Refused:

        # policies/schools/phones.yml
        > # yaml-language-server: $schema=../schema/letter.json
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.

    Accepted:

        # policies/schools/phones.yml
          # yaml-language-server: $schema=../schema/policy.json
          policy: phones
          title: Mobile telephones
          part: schools
          owner: headteacher
          sections:
            - id: lessons
              title: In lessons
              introduction: Telephones are switched off.
    """

    name: ClassVar[str] = "wrong-modeline"
    code: ClassVar[str] = "A31"
    severity: ClassVar[Severity] = Severity.NOTE
    mendable = True

    @classmethod
    def run(cls, linked: LinkedHandbook, circumstances: Circumstances) -> Iterable[Diagnostic]:
        """Yield a finding for each file whose line is missing or leads elsewhere; addresses of the web are taken."""
        wanted = bool(_MODELINE.search(linked.handbook.settings.origin.source.text))
        for node, kind in _files(linked.handbook):
            source = node.origin.source
            schema = f"{'../' * (source.file.count('/') - 1)}schema/{kind}.json"
            line = f"# yaml-language-server: $schema={schema}"
            found = _MODELINE.search(source.text)
            if found and found["schema"] != schema and "://" not in found["schema"]:
                place = source.locate(*found.span("schema"))
                message = f"This file is a {kind}, but text editors take it for something else."
                yield cls.found(message, place, f"Write {schema}", mend=[Edit(place, schema)])
            if not found and wanted:
                place = source.locate(0)
                message = "This file does not tell text editors what it is."
                yield cls.found(message, place, f"Begin it with {line}", mend=[Edit(place, f"{line}\n")])


def _files(handbook: Handbook) -> Iterator[tuple[Node, str]]:
    """Yield what each file holds, and the name of its schema."""
    for node in (handbook.settings, *handbook.documents, *handbook.registers, *handbook.sources):
        if PurePosixPath(node.origin.source.file).parts[:1] == ("policies",):
            yield node, _kind(node)


def _kind(node: Node) -> str:
    match node:
        case Document():
            return node.kind_key
        case Settings():
            return "handbook"
        case Source():
            return "source"
    return str(getattr(node, "register_", ""))
