"""The server of a preview, on this computer alone; it tells the pages that are open when to load again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import sleep
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from policywright.adapters.assets import TEMPLATES
from policywright.adapters.preview import HTML, Answer, Failed, Preview, Tell

_HOST = "127.0.0.1"
_LOOKED_AT = {"opened", "closed_no_write"}
_SAVED_TOGETHER = 0.02
"""How many seconds an editor takes to write all that it writes when a file is saved."""
_STILL_HERE = 15
"""After how many seconds a page that waits is told that the preview is still there."""

_FAILED = b"<!doctype html><body><p>Policywright itself failed here; the terminal says more.</p></body>"
_CHANGES = "/_changes"
_SCRIPT = "/_changes.js"
_RELOADING = (TEMPLATES / "scripts" / "preview.js").read_bytes()


class PortTaken(Exception):  # noqa: N818  it is not an error of the program, but of what the user asked for
    """Another program uses the port, or the user has no right to."""


def serve(folder: Path, port: int, ready: Callable[[str], None], tell: Tell, failed: Failed) -> None:
    """Serve a preview of the handbook in a folder on this computer until it is stopped; it follows every change.

    `ready` is given the address as soon as pages can be had, `tell` called after each round of checks. Raises
    `PortTaken` before anything is read where the port cannot be had.
    """
    try:
        server = _Server(port, failed)
    except OSError as refusal:
        raise PortTaken(str(refusal.strerror)) from None
    with (
        server,
        _changes_below(folder / "policies") as changed,
        closing(Preview(folder, tell, failed)) as server.preview,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        ready(f"http://{_HOST}:{server.server_port}/")
        while changed.wait():
            sleep(_SAVED_TOGETHER)
            changed.clear()
            try:
                server.preview.follow()
            except Exception as fault:  # noqa: BLE001  whatever happens, the preview goes on
                failed(fault)


@contextmanager
def _changes_below(folder: Path) -> Iterator[Event]:
    """Yield what is set whenever something below a folder has changed."""
    watcher = _Watcher()
    observer = Observer()
    observer.schedule(watcher, str(folder), recursive=True)
    observer.start()
    try:
        yield watcher.changed
    finally:
        observer.stop()
        observer.join()


class _Watcher(FileSystemEventHandler):
    """Hears of files that are written, and of those that are looked at, which are nothing to it."""

    def __init__(self) -> None:
        self.changed = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember that something has changed."""
        if event.event_type not in _LOOKED_AT:
            self.changed.set()


class _Server(ThreadingHTTPServer):
    """Answers several browsers at a time, from one preview."""

    daemon_threads = True
    preview: Preview

    def __init__(self, port: int, failed: Failed) -> None:
        super().__init__((_HOST, port), _Handler)
        self.failed = failed


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Server

    def do_GET(self) -> None:
        """Answer with a page, a file, or the news that something has changed."""
        # What is no address, or names no number, is not asked by any page of ours.
        with suppress(ConnectionError, ValueError):
            asked = urlsplit(self.path)
            if self.headers["Host"] not in self._own_names():
                self._send(b"This preview is for this computer alone.", "text/plain", HTTPStatus.FORBIDDEN)
            elif asked.path == _CHANGES:
                self._tell_of_changes(int(asked.query))
            elif asked.path == _SCRIPT:
                self._send(_RELOADING, "text/javascript")
            else:
                self._answer(unquote(asked.path).removeprefix("/").replace("\0", ""))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  so http.server calls it
        """Say nothing; what an editor should read would be lost among it."""

    def _own_names(self) -> set[str]:
        """Return what a browser on this computer calls the preview; another name would be another site's trick."""
        return {f"{name}:{self.server.server_port}" for name in (_HOST, "localhost")}

    def _answer(self, path: str) -> None:
        edition = self.server.preview.edition
        try:
            answer = self.server.preview.answer(path)
        except Exception as fault:  # noqa: BLE001  whatever happens, the preview goes on
            self.server.failed(fault)
            answer = Answer(_FAILED, HTML, found=False)
        content = answer.content
        if answer.kind == HTML:
            script = f'<script src="{_SCRIPT}?{edition}"></script>\n</body>'
            content = content.replace(b"</body>", script.encode())
        self._send(content, answer.kind, HTTPStatus.OK if answer.found else HTTPStatus.NOT_FOUND)

    def _tell_of_changes(self, seen: int) -> None:
        """Keep the line open, and say so as soon as the preview is another than what a page has seen."""
        self._begin("text/event-stream", HTTPStatus.OK)
        while self.server.preview.wait(seen, _STILL_HERE) == seen:
            self.wfile.write(b":\n\n")
        self.wfile.write(b"data: changed\n\n")

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._begin(kind, status)
        self.wfile.write(content)

    def _begin(self, kind: str, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
