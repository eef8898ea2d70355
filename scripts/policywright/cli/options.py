"""What several commands may be told."""

from __future__ import annotations

from dataclasses import dataclass

import click

Since = click.option(
    "--since", metavar="REVISION", help="The git revision to compare identifiers with; left out, the last tag."
)
Strict = click.option("--strict", is_flag=True, help="Let warnings stand in the way, not only errors.")


@dataclass(frozen=True)
class Wish:
    """What is to be built: all but the handbooks of adopters, unless something else is said.

    `since` is the git revision to compare with, and `adopter` the one whose handbook alone is wanted.
    """

    since: str | None = None
    adopter: str | None = None
    site_only: bool = False
    pdf_only: bool = False
    adopters: bool = False
    strict: bool = False
