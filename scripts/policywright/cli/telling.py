"""What several commands tell."""

from __future__ import annotations

from collections.abc import Iterable

import click


def warn(warnings: Iterable[str]) -> None:
    """Tell of PDFs that did not come out as they should."""
    for warning in warnings:
        click.echo(f"Look at this PDF: {warning}.", err=True)
