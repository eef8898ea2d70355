"""The complete handbook, built by MkDocs and opened in Chromium."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.past import past_of

from policywright import pipeline
from policywright.adapters import folder as plain_folder
from policywright.adapters import mkdocs
from policywright.checks.check import Circumstances
from policywright.pipeline import Examined

Open = Callable[..., Page]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files."""

    def log_message(self, *_: object) -> None:
        """Say nothing: what was asked for is no news."""


@pytest.fixture(scope="session")
def examined(complete: Path) -> Examined:
    return pipeline.examine(complete, Circumstances(date(2026, 11, 21), past=past_of(complete)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, complete: Path, examined: Examined) -> Path:
    folder = tmp_path_factory.mktemp("site")
    mkdocs.build(complete, examined, folder)
    return folder


@contextmanager
def served(folder: Path, by: type[Quiet] = Quiet) -> Iterator[str]:
    """Yield the address where a folder is served, by a server that may have its ways."""
    handler = functools.partial(by, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


REAL = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real() -> Examined:
    """The handbook for which all of this is made, examined."""
    return pipeline.examine(REAL, Circumstances(date(2026, 11, 21)))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, real: Examined) -> Path:
    """Its site, written without an engine."""
    folder = tmp_path_factory.mktemp("real")
    plain_folder.build(real, folder)
    return folder


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def preview_address(tmp_path_factory: pytest.TempPathFactory, complete: Path) -> Iterator[str]:
    """Where a preview of the broken handbook is served, written without an engine."""
    folder = tmp_path_factory.mktemp("preview")
    examined = pipeline.examine(complete.parent / "broken", Circumstances(date(2026, 11, 21)))
    plain_folder.build(examined, folder, preview=True)
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Open]:
    """Return what opens a page of the site; in the end, no page may have had a fault or asked another host."""
    with _opening(chromium, address) as open_page:
        yield open_page


@pytest.fixture
def open_preview(chromium: Browser, preview_address: str) -> Iterator[Open]:
    """Return what opens a page of the preview, likewise."""
    with _opening(chromium, preview_address) as open_page:
        yield open_page


@pytest.fixture
def open_real(chromium: Browser, real_address: str) -> Iterator[Open]:
    """Return what opens a page of the real handbook, likewise."""
    with _opening(chromium, real_address) as open_page:
        yield open_page


@contextmanager
def _opening(chromium: Browser, address: str) -> Iterator[Open]:
    contexts, faults = [], []

    def open_page(
        path: str, *, width: int = 1280, dark: bool = False, scripts: bool = True, touch: bool = False
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=touch,
            service_workers="block",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: faults.append(request.url) if _is_elsewhere(request.url, address) else None)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _is_elsewhere(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))
