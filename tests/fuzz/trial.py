"""A trial: what becomes of a handbook, whatever is in its files, and that it takes neither long nor much."""

from __future__ import annotations

import datetime
import resource
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.conftest import HANDBOOKS, contents

from policywright import linking, pipeline
from policywright.checks.check import Circumstances
from policywright.model.handwritten import HandwrittenPage
from policywright.pipeline import Examined
from policywright.report import FORMATS, Findings
from policywright.source import Reader

CIRCUMSTANCES = Circumstances(datetime.date(2026, 11, 21))

SECONDS = 5
"""How many seconds of the processor anything may take that is done with a handbook of which a file is odd."""

MEMORY = 1024**3
"""How many bytes of addresses a process may have that does so."""


class TooSlow(Exception):  # noqa: N818  it says what happened
    """The program was at work for too long."""


@contextmanager
def in_time(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` within what takes more of the processor; how busy others keep it does not matter."""

    def refuse(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"after {seconds} seconds")

    before = signal.signal(signal.SIGPROF, refuse)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Trial:
    """Tries handbooks that differ little from one another."""

    def __init__(self) -> None:
        self._reader = Reader()

    def examined(self, files: Mapping[str, bytes]) -> Examined:
        """Check a handbook, and see that all that is told makes sense."""
        examined = self.checked(files)
        see_told_well(examined)
        return examined

    def checked(self, files: Mapping[str, bytes]) -> Examined:
        """Read, link and check a handbook."""
        handbook, faults = self._reader.read({name: files[name] for name in files if name.startswith("policies/")})
        return pipeline.check(Examined(linking.link(handbook), faults), CIRCUMSTANCES)


def see_told_well(examined: Examined) -> None:
    """See that each diagnostic says where it is, what is wrong and how to mend it, and that all can be reported."""
    lines = {file: source.text.count("\n") + 1 for file, source in examined.texts.items()}
    for diagnostic in examined.diagnostics:
        assert diagnostic.message.rstrip().endswith((".", "?", "…")), diagnostic
        place = diagnostic.location
        assert place.line >= 1, diagnostic
        assert place.column >= 1, diagnostic
        assert place.line <= lines.get(place.file, place.line), diagnostic
    see_harmless(Findings(examined.diagnostics, examined.texts, pipeline.RULES))
    pipeline.mended(examined)


def see_harmless(findings: Findings) -> None:
    """See that what was found can be reported to people and to programs, and commands no terminal."""
    for report in FORMATS.values():
        said = report(findings).encode()
        assert b"Traceback" not in said
    plain = FORMATS["text"](findings)
    assert all(letter.isprintable() or letter == "\n" for letter in plain)


def see_shown(examined: Examined) -> None:
    """See that all pages, files, print documents and Word documents can be made; of what has faults, the preview."""
    publishable = examined.may_be_published(strict=False)
    pages = pipeline.site(examined, preview=not publishable)
    list(pipeline.handwritten(examined, _written))
    see_written(page.content for page in pages)
    if publishable:
        pipeline.site_files(examined, pages)
        see_written(document.html for document in pipeline.print_documents(examined))
        pipeline.word_documents(examined)
        pipeline.with_adopters(examined, CIRCUMSTANCES)
    pipeline.schemas(examined)


def see_written(texts: Iterator[str]) -> None:
    """See that texts can be written to files."""
    for text in texts:
        text.encode()


def _written(page: HandwrittenPage) -> str:
    return page.text


def limit_memory() -> None:
    """Let this process have no more memory than the program may need; what asks for more fails."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    limit_memory()
    whole = contents(HANDBOOKS / "minimal") | {"policies/schools/large.yml": Path(sys.argv[1]).read_bytes()}
    with in_time():
        examined = Trial().checked(whole)
    with in_time():
        see_told_well(examined)
