"""Compiled templates, kept so that no process of no build compiles them again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """A folder of compiled templates, each known by what it says and by what it is compiled with.

    Where nothing can be kept, templates are compiled each time.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "%s.jinja")

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template, or an empty bucket to keep it in."""
        compiled_with = jinja2.__version__, environment.autoescape, environment.trim_blocks, environment.lstrip_blocks
        return super().get_bucket(environment, name, filename, f"{compiled_with} {source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Recall a template, if it is whole."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001  what damaged bytes raise has no end
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if there is room and leave for that."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
