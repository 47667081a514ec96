"""The preview over HTTP, for browsers on this machine alone."""

from __future__ import annotations

import contextlib
import errno
import mimetypes
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sds.preview.own_pages import OWN
from sds.preview.preview import Answer, Preview

HOST = "127.0.0.1"
USUAL = 8000
"""The port that is tried first when none is named."""
TRIED = 20
"""How many are tried from there, before any that is free is taken."""
BEAT = 15.0
"""Seconds after which a window that listens is told that nothing has changed, so that one that is gone is noticed."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
"""Types that some systems do not know, or know wrongly."""


class PortTakenError(Exception):
    """Another program has the port that was named. The message is one whole line for whoever starts a preview."""


class Server(ThreadingHTTPServer):
    """Serves one preview. Its threads end with the program."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows two programs could have one port

    def __init__(self, port: int) -> None:
        self.preview: Preview | None = None
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where the preview is, with the closing slash."""
        return f"http://{HOST}:{self.server_address[1]}/"


def serve_on(port: int | None) -> Server:
    """A server on ``port``; where none is named, on the first that is free. Raises PortTakenError."""
    for one in (port,) if port is not None else (*range(USUAL, USUAL + TRIED), 0):
        try:
            return Server(one)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise PortTakenError(f"Port {port} is already in use, perhaps by another preview. Name another, or leave --port out and a free one is found.")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: whoever writes looks at saves, not at requests."""

    def do_GET(self) -> None:
        """Gives a file of the site, or tells of each new version."""
        preview, asked = self.server.preview, urlsplit(self.path)
        assert preview is not None
        path = unquote(asked.path).lstrip("/")
        with contextlib.suppress(ConnectionError):  # a browser that leaves a page stops what it was fetching
            if path == f"{OWN}events":
                self._tell(preview)
            else:
                self._give(preview.answer(path, asked.query))

    do_HEAD = do_GET  # noqa: N815

    def _give(self, answer: Answer) -> None:
        content = answer.content.encode() if isinstance(answer.content, str) else answer.content
        ending = Path(answer.name).suffix
        kind = TYPES.get(ending) or mimetypes.guess_type(answer.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
        self.send_response(answer.status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if answer.to:
            self.send_header("Location", quote(answer.to))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self, preview: Preview) -> None:
        """Server-sent events: the version that is shown, now and at each change."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = 0
        while True:
            version = preview.wait(seen, BEAT)
            self.wfile.write((f"data: {version}\n\n" if version != seen else ": nothing new\n\n").encode())
            self.wfile.flush()
            seen = version
