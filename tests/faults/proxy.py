"""A proxy between driver and server that cuts the line once, at a chosen COMMIT."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Literal

Moment = Literal["before", "during", "after"]

_COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message COMMIT as Bolt sends it: a chunk of two bytes, a structure without fields, the end."""


class Proxy:
    """Listens on ``port`` and passes everything on to the server, until the ``nth`` COMMIT comes by.

    Then it closes the line before the server gets it, as soon as the server has it, or after the server has answered.
    After that one cut it passes everything on.
    """

    def __init__(self, server_port: int, moment: Moment, nth: int) -> None:
        self._server_port, self._moment, self._left = server_port, moment, nth
        self.struck = False
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self._server_port))
                except OSError:
                    client.close()
                    continue
                answered = threading.Event()
                cut = threading.Event()
                for args in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pass, args=(*args, cut, answered), daemon=True).start()

    def _pass(
        self,
        source: socket.socket,
        target: socket.socket,
        asking: bool,
        cut: threading.Event,
        answered: threading.Event,
    ) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if asking and _COMMIT in data and self._now():
                    self._cut(data, target, cut, answered)
                    break
                if cut.is_set():  # the server's answer to the COMMIT, which the client never gets
                    answered.set()
                    break
                target.sendall(data)
        for line in (source, target):
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()

    def _now(self) -> bool:
        with self._lock:
            self._left -= 1
            self.struck = self.struck or self._left == 0
            return self._left == 0

    def _cut(self, data: bytes, server: socket.socket, cut: threading.Event, answered: threading.Event) -> None:
        if self._moment == "before":
            return
        if self._moment == "after":
            cut.set()
        server.sendall(data)
        if self._moment == "after":
            answered.wait(30)
