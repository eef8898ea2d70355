"""The page of each policy."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.policy import Policy
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each policy."""
    return (composer.document("policy", document) for document in composer.handbook.of_kind(Policy))
