"""Reads the YAML of a handbook by libyaml alone, and does nothing with it: what all else is compared with."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main(folder: Path) -> None:
    """Read every file below the policies of a folder."""
    for file in sorted((folder / "policies").rglob("*.yml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
