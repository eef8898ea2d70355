"""The content security policy."""

from importlib.resources import files

import pytest

from policywright.render.content_policy import SILENT_KINDS, content_policy, served_content_policy
from policywright.render.pages import PAGE_KINDS

KINDS = [kind.__name__.rpartition(".")[2] for kind in PAGE_KINDS]


def test_the_silent_kinds_are_kinds_of_pages() -> None:
    assert set(KINDS) >= SILENT_KINDS


@pytest.mark.parametrize("policy", [*map(content_policy, KINDS), served_content_policy()])
def test_nothing_is_allowed_that_stands_in_the_page_itself_or_comes_from_elsewhere(policy: str) -> None:
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("kind", KINDS)
def test_pages_that_people_type_details_into_ask_nothing_of_any_host(kind: str) -> None:
    asks = "connect-src 'none'" if kind in {"form", "letter"} else "connect-src 'self'"
    assert asks in content_policy(kind)


def test_only_a_server_can_forbid_framing() -> None:
    assert "frame-ancestors 'none'" in served_content_policy()
    assert "frame-ancestors" not in content_policy()


@pytest.mark.parametrize(
    "line", ['Header always set Content-Security-Policy "{}"', 'Content-Security-Policy "{}" always;']
)
def test_the_guide_tells_other_servers_the_same(line: str) -> None:
    guide = (files("policywright.templates") / "guide" / "online.md").read_text(encoding="utf-8")
    assert line.format(served_content_policy()) in guide
