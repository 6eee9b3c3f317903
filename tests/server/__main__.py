"""`python -m tests.server`: a Neo4j server in the foreground until Ctrl-C; its data stay in .neo4j/server."""

from __future__ import annotations

import secrets
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

from tests.server.choice import missing, new_server
from tests.server.maven import CACHE
from tests.server.settings import VERSION, Settings, free_port


def main() -> int:
    """Start, say how to connect, wait, stop."""
    if why := missing():
        print(f"Cannot start Neo4j: {why}.", file=sys.stderr)
        return 1
    home = CACHE / "server"
    server = new_server(Settings(home, _port(7687), _port(7474), _password(home)))
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        server.start()
        print(_greeting(server.settings), flush=True)
        signal.pause()
    except KeyboardInterrupt:
        print("\nStopping Neo4j …")
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, signal.SIG_IGN)
        server.stop()
    return 0


def _port(usual: int) -> int:
    """The usual port if it is free, so that addresses are the well-known ones; else any."""
    with socket.socket() as probe:
        return free_port() if probe.connect_ex(("127.0.0.1", usual)) == 0 else usual


def _password(home: Path) -> str:
    """The same at every start, since the server keeps the first one with its data."""
    kept = home / "password"
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(12))
    return kept.read_text()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _greeting(at: Settings) -> str:
    return (
        f"Neo4j {VERSION} is running; Ctrl-C stops it, what it holds stays.\n\n"
        f"  Browser   {at.http}   (user neo4j, password {at.password})\n\n"
        f"  export NEO4J_URI={at.uri} NEO4J_USERNAME=neo4j NEO4J_PASSWORD={at.password}\n"
        f"  communique --store {at.uri} load seeds/articles\n"
    )


if __name__ == "__main__":
    sys.exit(main())
