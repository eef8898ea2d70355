"""The comparison of each topic: how every part of the handbook rules on it, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.linking.gathering.agreements import agreements
from policywright.linking.gathering.differences import differences
from policywright.linking.plain_text import plain_text
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each topic that policies are compared on."""
    wording = plain_text(composer.handbook)
    for comparison in composer.comparisons:
        topic = comparison.topic
        yield composer.page(
            "comparison",
            f"topics/{topic.anchor}.html",
            topic.title,
            chapter="topics.html",
            description=wording.of(comparison.question),
            about=topic.node,
            comparison=comparison,
            differences=differences(composer.linked, comparison),
            agreements=tuple(agreements(composer.linked, comparison)),
        )
