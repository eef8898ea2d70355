"""What mkdocs.yml says; whatever stands in it is understood, or refused in plain words."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_log = logging.getLogger(__name__)


class CannotBuild(Exception):  # noqa: N818  a refusal, and no fault of the program
    """MkDocs can do nothing with a file of the handbook; the text says with which, and why."""


class WrongPage(CannotBuild):
    """A hand-written page cannot be made of its Markdown."""

    def __init__(self, path: str, reason: object) -> None:
        super().__init__(f"policies/{path} cannot be made into a page: {reason}")


class WrongSettings(CannotBuild):
    """A handbook's mkdocs.yml cannot be used."""

    def __init__(self, reason: object) -> None:
        super().__init__(f"mkdocs.yml cannot be used: {reason}")


def load(folder: Path, **other: object) -> MkDocsConfig:
    """Return the settings of the handbook in a folder, with some that are otherwise than mkdocs.yml has them.

    Plugins, hooks and extensions that mkdocs.yml names are programs and get loaded; its values make no others. Raises
    `WrongSettings` where it cannot be read, where MkDocs refuses it, or where it takes pages from outside `policies/`.
    """
    try:
        config, errors = _loaded(folder / "mkdocs.yml", other)
    except Exception as fault:  # what MkDocs and its extensions raise of odd settings has no end
        raise WrongSettings(str(fault) or type(fault).__name__) from fault
    if errors:
        raise WrongSettings("\n".join(errors))
    if Path(config.docs_dir).resolve() != (folder / "policies").resolve():
        raise WrongSettings("docs_dir: A handbook's pages come from its own folder. Write: docs_dir: policies")
    return config


def _loaded(file: Path, other: dict[str, object]) -> tuple[MkDocsConfig, list[str]]:
    """Return the settings in a file, and sentences that say what is wrong with them."""
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415  slow to load, and checking needs no engine
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load  # noqa: PLC0415  likewise

    from policywright.source import PlainLoader  # noqa: PLC0415  likewise

    config = MkDocsConfig(config_file_path=str(file))
    with file.open("rb") as opened:
        # Left to itself, MkDocs makes whatever objects a file asks for, and so runs any program.
        config.load_dict(yaml_load(opened, get_yaml_loader(PlainLoader, config)))
    config.load_dict(other)
    errors, warnings = config.validate()
    for name, warning in warnings:
        _log.warning("mkdocs.yml: %s: %s", name, warning)
    return config, [f"{name}: {error}" for name, error in errors]
