"""The preview as an editor has it: a command in a terminal, and a browser beside the text editor."""

import http.client
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

FILE = "policies/schools/everything.yml"


@pytest.fixture
def folder(complete: Path, tmp_path: Path) -> Path:
    return shutil.copytree(complete, tmp_path / "handbook")


@pytest.fixture
def server(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = (sys.executable, "-u", "-m", "policywright", "--handbook", folder, "serve", "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        yield server
        server.kill()


@pytest.fixture
def address(server: subprocess.Popen[str]) -> str:
    """Where the preview is, as the terminal says."""
    return next(word for word in told(server, "Preview of").split() if word.startswith("http"))


def told(server: subprocess.Popen[str], beginning: str) -> str:
    """Return the next line in the terminal that begins with some words."""
    assert server.stdout
    lines = []
    for line in server.stdout:
        lines.append(line)
        if line.startswith(beginning):
            return line
    raise AssertionError("".join(lines))


def write(folder: Path, old: str, new: str) -> None:
    path = folder / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_page_loads_again_by_itself_when_a_file_is_saved(
    server: subprocess.Popen[str], address: str, folder: Path, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(f"{address}schools/everything.html")
    write(folder, "\ntitle: ", "\ntitle: Otherwise ")
    expect(page.locator("h1")).to_contain_text("Otherwise", timeout=30_000)
    write(folder, "{{", "{{no-such-thing}} {{")
    expect(page.locator(".problem").first).to_contain_text("no-such-thing", timeout=60_000)
    told(server, "policies/schools/everything.yml:")
    page.close()


def test_a_page_that_nobody_looked_at_meanwhile_loads_again_when_somebody_does(
    address: str, folder: Path, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(f"{address}schools/everything.html")
    page.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    write(folder, "\ntitle: ", "\ntitle: Otherwise ")
    page.evaluate("delete document.visibilityState")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("h1")).to_contain_text("Otherwise", timeout=30_000)
    page.close()


def test_the_preview_ends_quietly_on_ctrl_c(server: subprocess.Popen[str], address: str) -> None:
    assert address
    server.send_signal(signal.SIGINT)
    assert server.stdout
    rest = server.stdout.read()
    assert server.wait() == 0
    assert "Traceback" not in rest
    assert rest.endswith("The preview is over.\n")


def test_another_site_that_leads_its_name_here_is_sent_away(address: str) -> None:
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=30)
    connection.request("GET", "/index.html", headers={"Host": "elsewhere.example"})
    answer = connection.getresponse()
    assert answer.status == http.HTTPStatus.FORBIDDEN
    assert b"<html" not in answer.read()
    connection.close()


def test_odd_questions_stop_nothing(server: subprocess.Popen[str], address: str) -> None:
    host = address.split("/")[2]
    for path in ("/_changes?many", "//[", "/a%00b", "/..%2f..%2fmkdocs.yml", f"/{'a' * 5000}", "/index.html"):
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("GET", path)
        with suppress(http.client.RemoteDisconnected):
            answer = connection.getresponse()
            assert answer.status == (http.HTTPStatus.OK if path == "/index.html" else http.HTTPStatus.NOT_FOUND)
        connection.close()
    server.send_signal(signal.SIGINT)
    assert server.stdout
    rest = server.stdout.read()
    assert "Traceback" not in rest
    assert "itself failed" not in rest
