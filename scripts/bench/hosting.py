"""A host as any is: it compresses what is text, and lets browsers keep what they fetched for a while."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml")


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Host a site's folder on this computer, and yield its address."""
    handler = functools.partial(_Host, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def compressed(content: bytes, kind: str) -> bytes:
    """Return content of a kind, such as `text/html`, as a host sends it: text as `gzip -9` packs it."""
    return gzip.compress(content, 9, mtime=0) if kind.startswith(_COMPRESSED) else content


class _Host(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Send a file, or say that it is not there."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = self.guess_type(path)
        content = path.read_bytes()
        sent = compressed(content, kind)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if sent != content:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(sent)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        """Say nothing: what was asked for is no news."""
