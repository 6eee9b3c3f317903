"""A Neo4j server in the foreground until Ctrl-C. What it holds, and its password, stay under .neo4j/server.

Without options it takes the usual ports (7687 and 7474) where they are free, else any.
"""

from __future__ import annotations

import argparse
import secrets
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from tests.server.choice import missing, new_server
from tests.server.maven import CACHE
from tests.server.settings import VERSION, Settings, free_port


def main(arguments: Sequence[str] | None = None) -> int:
    """Start, say how to connect, wait, stop."""
    asked = _asked(arguments)
    if why := missing(asked.version):
        print(f"Cannot start Neo4j: {why}.", file=sys.stderr)
        return 1
    ports = asked.bolt_port or _port(7687), asked.http_port or _port(7474)
    server = new_server(Settings(asked.home, *ports, _password(asked.home), asked.version))
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        server.start()
        print(_greeting(server.settings), flush=True)
        signal.pause()
    except KeyboardInterrupt:
        print("\nStopping Neo4j …", flush=True)
    except RuntimeError as exc:
        print(f"Cannot start Neo4j: {exc}", file=sys.stderr)
        return 1
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, signal.SIG_IGN)
        server.stop()
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.server", description=__doc__)
    parser.add_argument("--home", type=_absolute, default=CACHE / "server", help="where its data stay")
    parser.add_argument("--version", default=VERSION, help="the Neo4j release, such as %(default)s")
    parser.add_argument("--bolt-port", type=int, metavar="PORT", help="for drivers")
    parser.add_argument("--http-port", type=int, metavar="PORT", help="for the Browser")
    return parser.parse_args(arguments)


def _absolute(path: str) -> Path:
    return Path(path).resolve()


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
        kept.write_text(secrets.token_hex(12))
    return kept.read_text()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _greeting(at: Settings) -> str:
    return (
        f"Neo4j {at.version} is running; Ctrl-C stops it, what it holds stays.\n\n"
        f"  Browser   {at.http}   (user neo4j, password {at.password})\n\n"
        f"  export NEO4J_URI={at.uri} NEO4J_USERNAME=neo4j NEO4J_PASSWORD={at.password}\n"
        f"  communique load seeds/articles --store {at.uri}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
