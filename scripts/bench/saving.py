"""Saves a policy again and again while a preview follows, and prints how many seconds passed until its page was there.

What the browser adds is that it hears of the change, a moment, and shows the page.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path
from queue import Queue

from bench.handbooks import versions
from policywright.adapters.preview import Preview
from policywright.pipeline import Examined

_LONGEST = 600


def main(folder: Path, policy: str, runs: int) -> None:
    """Print the seconds of each run on a line."""
    page = f"schools/{policy}.html"
    checked: Queue[Examined] = Queue()
    faults: list[Exception] = []
    with closing(Preview(folder, checked.put, faults.append)) as preview:
        checked.get(timeout=_LONGEST)
        preview.answer(page)
        for words in versions(folder / "policies" / page.replace(".html", ".yml"), runs):
            began = time.perf_counter()
            preview.follow()
            assert words in preview.answer(page).content.decode()  # noqa: S101  another page would prove nothing
            print(time.perf_counter() - began)  # noqa: T201  for the one who has started it
            checked.get(timeout=_LONGEST)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
