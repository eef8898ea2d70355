"""The page of each policy."""

from __future__ import annotations

from collections.abc import Iterator

from policywright.model.policy import Policy
from policywright.render.composer import Composer
from policywright.render.page import Page


def pages(composer: Composer) -> Iterator[Page]:
    """Yield a page for each policy."""
    return composer.of_each(Policy, pages_of)


def pages_of(composer: Composer, policy: Policy) -> Iterator[Page]:
    """Yield the page of a policy."""
    yield composer.document("policy", policy)
