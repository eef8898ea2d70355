"""The content security policy."""

from importlib.resources import files

import pytest

from policywright.render.content_policy import SILENCE, content_policy, served_content_policy


@pytest.mark.parametrize("policy", [content_policy(), served_content_policy()])
def test_nothing_is_allowed_that_stands_in_the_page_itself_or_comes_from_elsewhere(policy: str) -> None:
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_the_script_of_what_people_type_into_adds_what_readers_are_told() -> None:
    script = files("policywright.templates") / "scripts" / "tools" / "silence.js"
    assert f'policy.content = "{SILENCE}";' in script.read_text(encoding="utf-8")


def test_only_a_server_can_forbid_framing() -> None:
    assert "frame-ancestors 'none'" in served_content_policy()
    assert "frame-ancestors" not in content_policy()


@pytest.mark.parametrize(
    "line", ['Header always set Content-Security-Policy "{}"', 'Content-Security-Policy "{}" always;']
)
def test_the_guide_tells_other_servers_the_same(line: str) -> None:
    guide = (files("policywright.templates") / "guide" / "online.md").read_text(encoding="utf-8")
    assert line.format(served_content_policy()) in guide
