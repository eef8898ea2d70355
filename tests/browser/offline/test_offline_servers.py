"""The copy beside servers that fail, take too long, send policies, or have another handbook."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.conftest import Quiet, served
from tests.browser.offline.conftest import BELOW, POLICY, visit

from policywright.render.content_policy import served_content_policy


class Failing(Quiet):
    """A server that can be told to fail."""

    fails = False

    def do_GET(self) -> None:  # noqa: N802  as the library calls it
        if Failing.fails:
            self.send_error(503)
        else:
            super().do_GET()


class Slow(Quiet):
    """A server that answers nothing while it is told not to."""

    answering = threading.Event()

    def do_GET(self) -> None:  # noqa: N802  as the library calls it
        self.answering.wait()
        super().do_GET()


class Strict(Quiet):
    """A server that sends our policy with every file."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", served_content_policy())
        super().end_headers()


@pytest.fixture
def read_by(context: BrowserContext, published: Path, tmp_path: Path) -> Iterator[Callable[[type[Quiet]], Page]]:
    """Return what opens the policy from a server of some kind, and waits until it is kept."""
    assert published.is_dir()
    with ExitStack() as servers:

        def read(server: type[Quiet]) -> Page:
            root = servers.enter_context(served(tmp_path, server))
            return visit(context, f"{root}{BELOW.replace(' ', '%20')}/{POLICY}")

        yield read
        Slow.answering.set()


def test_a_site_that_fails_is_read_from_the_copy(
    read_by: Callable[[type[Quiet]], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read_by(Failing)
    monkeypatch.setattr(Failing, "fails", True)
    page.reload()
    assert "The handbook cannot be reached just now." in page.inner_text(".copy")


def test_a_site_that_takes_too_long_is_read_from_the_copy(read_by: Callable[[type[Quiet]], Page]) -> None:
    Slow.answering.set()
    page = read_by(Slow)
    Slow.answering.clear()
    page.reload()
    expect(page.locator(".copy")).to_contain_text("The handbook cannot be reached just now.")
    Slow.answering.set()
    expect(page.locator(".copy")).to_have_count(0)


def test_the_copy_is_kept_where_the_server_sends_our_policy_with_every_file(
    context: BrowserContext, read_by: Callable[[type[Quiet]], Page]
) -> None:
    page = read_by(Strict)
    context.set_offline(True)
    answer = page.reload()
    assert answer is not None
    assert "You are offline." in page.inner_text(".copy")
    assert answer.header_value("Content-Security-Policy") == served_content_policy()


def test_two_handbooks_on_one_host_leave_each_other_alone(
    context: BrowserContext, address: str, published: Path
) -> None:
    shutil.copytree(published, published / "inner")
    visit(context, address + POLICY).close()
    page = visit(context, f"{address}inner/{POLICY}")
    page.goto(f"{address}inner/offline.html")
    page.get_by_role("button", name="Remove all of it from this device").click()
    expect(page.get_by_role("heading", name="Nothing is kept on this device")).to_be_focused()
    assert page.evaluate("caches.keys()") == [f"policywright {address}"]
