"""Prints the licence of each package that bills of materials name, one a line, and fails where a package tells none."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def main() -> None:
    """Print the list."""
    bills = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:])
    parts = (part for bill in bills for part in bill["components"])
    told = {f"{part['name']} {part['version']}": sorted(set(licences(part))) for part in parts}
    for name in sorted(told, key=str.casefold):
        print(f"{name}: {'; '.join(told[name]) or 'unknown'}")  # noqa: T201  the list is what this is for
    sys.exit(not all(told.values()))


def licences(part: Mapping[str, Any]) -> Iterator[str]:
    """Yield the licences of a package, by their identifier where they have one."""
    for told in part.get("licenses", ()):
        licence = told.get("license", {})
        yield told.get("expression") or licence.get("id") or licence.get("name", "")


if __name__ == "__main__":
    main()
