"""Where the server is and who asks: an address, completed by NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from graph.errors import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server. ``beside`` says that it may hold other things than a store; ``password`` never shows."""

    uri: str
    user: str
    password: str
    database: str | None
    beside: bool = False

    @property
    def url(self) -> str:
        """The form that ``open_store`` takes, without the password."""
        return f"{self.uri}/{self.database}" if self.database else self.uri

    def __repr__(self) -> str:
        return f"Address({self.url!r}, user={self.user!r})"


def address_of(url: str, environment: Mapping[str, str] | None = None) -> Address:
    """Read ``scheme://[user@]host[:port][/database][?beside=yes]``; StoreError says what of it is wrong."""
    known = os.environ if environment is None else environment
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as exc:
        raise StoreError(f"{url!r} is no address: {exc}; expected neo4j://HOST:PORT/DATABASE") from exc
    if parts.scheme not in SCHEMES or not host:
        raise StoreError(f"{url!r} is no address of a Neo4j server: expected one of {', '.join(SCHEMES)}, ://HOST:PORT")
    if parts.password:
        raise StoreError(
            f"the address of {host} holds a password, which lists of processes and shell histories show:"
            " set NEO4J_PASSWORD instead"
        )
    where = f"[{host}]" if ":" in host else host
    return Address(
        uri=f"{parts.scheme}://{where}" + (f":{port}" if port else ""),
        user=unquote(parts.username or "") or known.get("NEO4J_USERNAME") or "neo4j",
        password=known.get("NEO4J_PASSWORD", ""),
        database=parts.path.strip("/") or known.get("NEO4J_DATABASE") or None,
        beside=parse_qs(parts.query).get("beside") == ["yes"],
    )
