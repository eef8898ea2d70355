"""Folders and files, as a command is told of them and tells of them."""

from __future__ import annotations

from pathlib import Path

import click


def handbook_folder(context: click.Context) -> Path:
    """Return the handbook's folder: the one that was named, or the nearest one around the working folder."""
    try:
        start: Path = context.find_root().obj or Path.cwd()
    except FileNotFoundError:
        raise click.UsageError("The folder in which you are is not there any more. Go to another one.") from None
    for folder in (start, *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "policies").is_dir():
            return folder.resolve()
    raise click.UsageError(
        f"{start} is not in a handbook: a handbook is a folder with mkdocs.yml and policies/. "
        "Make one with: policywright new handbook FOLDER"
    )


def near(path: Path) -> str:
    """Return a path as short as it can be said from the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
