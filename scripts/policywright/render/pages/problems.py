"""The page of problems, in a preview: everything that the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield the page of problems if there are any."""
    if composer.diagnostics:
        by_file = groupby(composer.diagnostics, key=lambda diagnostic: diagnostic.location.file)
        files = [(file, tuple(found)) for file, found in by_file]
        yield composer.page("problems", "problems.html", "Problems", nav=("Problems",), files=files)
