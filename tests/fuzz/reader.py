"""Lets atheris look for bytes that the reader cannot bear: it follows which lines are reached, and goes on from there.

    make atheris                until Ctrl-C
    make atheris RUNS=100000    so many files

What it finds is written to the folder in which it was started, as crash-….
"""

import sys
import tempfile
from pathlib import Path

import atheris

# Whatever imports the program has to stand here.
with atheris.instrument_imports(include=["policywright"]):
    from tests.conftest import HANDBOOKS, contents

    from policywright.source import Reader

WHOLE = contents(HANDBOOKS / "complete")
MINIMAL = contents(HANDBOOKS / "minimal")
READER = Reader()


def read(content: bytes) -> None:
    """Read a handbook one of whose files has these bytes."""
    READER.read(MINIMAL | {"policies/schools/example.yml": content})


def main() -> None:
    """Begin with the files of a handbook that uses everything."""
    with tempfile.TemporaryDirectory() as seeds:
        for number, content in enumerate(WHOLE.values()):
            (Path(seeds) / str(number)).write_bytes(content)
        limits = ["-timeout=5", "-rss_limit_mb=1024", "-max_len=8192"]
        atheris.Setup([sys.argv[0], *limits, *sys.argv[1:], seeds], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
