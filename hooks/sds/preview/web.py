"""The web server of the preview. It only accepts requests from this machine."""

from __future__ import annotations

import contextlib
import errno
import mimetypes
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sds.preview.own_pages import PREVIEW_PATH
from sds.preview.preview import Preview, Response

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
"""The port that is tried first if none is given."""
PORTS_TRIED = 20
"""How many ports from there are tried, before the system chooses a free one."""
KEEP_ALIVE = 15.0
"""Seconds between keep-alive comments in an event stream. A closed browser window is noticed only when something is sent to it."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
"""Media types that some systems do not know or have wrong."""


class PortTakenError(Exception):
    """Another program uses the port that was given. The message is a sentence for the user."""


class Server(ThreadingHTTPServer):
    """Serves one preview. Its threads are daemons, which end with the program."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows, this would allow two programs on one port

    def __init__(self, port: int) -> None:
        self.preview: Preview | None = None
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """The address of the preview, with a slash at the end."""
        return f"http://{HOST}:{self.server_address[1]}/"


def serve_on(port: int | None) -> Server:
    """A server on ``port`` or, without one, on the first free port. Raises PortTakenError."""
    for one in (port,) if port is not None else (*range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED), 0):
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
        """Logs nothing: the terminal shows saves, not requests."""

    def do_GET(self) -> None:
        """Sends a file of the site or, for the path of the events, the event stream."""
        preview, asked = self.server.preview, urlsplit(self.path)
        assert preview is not None
        path = unquote(asked.path).lstrip("/")
        with contextlib.suppress(ConnectionError):  # a browser that leaves a page closes the connection
            if path == f"{PREVIEW_PATH}events":
                self._send_events(preview)
            else:
                self._send(preview.respond(path, asked.query))

    do_HEAD = do_GET  # noqa: N815

    def _send(self, response: Response) -> None:
        content = response.content.encode() if isinstance(response.content, str) else response.content
        ending = Path(response.name).suffix
        kind = TYPES.get(ending) or mimetypes.guess_type(response.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
        self.send_response(response.status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if response.redirect:
            self.send_header("Location", quote(response.redirect))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_events(self, preview: Preview) -> None:
        """Sends server-sent events: the current version of the site, first at once and then at each change. Never returns; ends when the connection fails."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = 0
        while True:
            version = preview.wait_for_change(seen, KEEP_ALIVE)
            self.wfile.write((f"data: {version}\n\n" if version != seen else ": nothing new\n\n").encode())
            self.wfile.flush()
            seen = version
