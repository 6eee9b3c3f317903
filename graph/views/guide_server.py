"""Hands the guide to a Browser on this machine, which asks for it from another origin."""

from __future__ import annotations

import contextlib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from graph.errors import InputError


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "*")
        super().end_headers()

    def do_OPTIONS(self) -> None:
        """A Browser asks first whether it may ask."""
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: each slide is no news."""


def guide_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of this folder on the loopback address; InputError where the port is taken."""
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as exc:
        raise InputError(f"port {port} cannot be used ({exc.strerror}): give --serve another one") from exc


def serve_folder(folder: Path, port: int) -> None:
    """Serve until Ctrl-C."""
    with guide_server(folder, port) as server, contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
