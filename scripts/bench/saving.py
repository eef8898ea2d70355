"""Saves a policy again and again while a preview follows, and prints how many seconds passed until its page was there.

What the browser adds is that it hears of the change, a moment, and shows the page.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import Queue

from policywright.adapters.preview import Preview
from policywright.pipeline import Examined

_LONGEST = 600
_PAGE = "schools/policy-003.html"


def main(folder: Path, runs: int) -> None:
    """Print the seconds of each run on a line."""
    checked: Queue[Examined] = Queue()
    faults: list[Exception] = []
    with closing(Preview(folder, checked.put, faults.append)) as preview:
        checked.get(timeout=_LONGEST)
        preview.answer(_PAGE)
        for words in _versions(folder / "policies" / "schools" / "policy-003.yml", runs):
            began = time.perf_counter()
            preview.follow()
            assert words in preview.answer(_PAGE).content.decode()  # noqa: S101  another page would prove nothing
            print(time.perf_counter() - began)  # noqa: T201  for the one who has started it
            checked.get(timeout=_LONGEST)


def _versions(file: Path, runs: int) -> Iterator[str]:
    """Write so many versions of a file, and yield the words that are new in each."""
    written = file.read_text(encoding="utf-8")
    for run in range(runs):
        words = f"In version {run} of it, this holds"
        file.write_text(written.replace("This holds", words, 1), encoding="utf-8")
        yield words
    file.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
