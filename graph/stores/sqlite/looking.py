"""Reading the graph's tables: all of it, one node, its edges, its claims, names like a text, counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from graph.errors import UnknownError
from graph.identity.fold import tokens
from graph.model import Edge, Facts, Graph, Node
from graph.schema import schema
from graph.stores.base import Claim, Status
from graph.stores.claims import claims_of
from graph.stores.contribute import Origin
from graph.stores.likeness import most_like
from graph.stores.records import edge_from_json, node_from_json, value_from_json
from graph.stores.sqlite.changes import facts_of

_CANDIDATES = 500


def revision(connection: sqlite3.Connection) -> int:
    """Grows with every change, whoever makes it."""
    return int(connection.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()[0])


def whole(connection: sqlite3.Connection) -> Graph:
    """All nodes by key and all edges by type and ends."""
    nodes = connection.execute("SELECT key, type, body FROM elements WHERE source = '' ORDER BY key")
    edges = connection.execute("SELECT type, source, target, body FROM elements WHERE source <> '' ORDER BY 1, 2, 3")
    return Graph(tuple(node_from_json(*row) for row in nodes), tuple(edge_from_json(*row) for row in edges))


def every_facts(connection: sqlite3.Connection) -> Iterator[Facts]:
    """What each article said, by key."""
    for (key,) in connection.execute("SELECT key FROM articles ORDER BY key").fetchall():
        yield facts_of(connection, key)


def node(connection: sqlite3.Connection, key: str) -> Node:
    """One node; UnknownError if it is not there."""
    row = connection.execute("SELECT key, type, body FROM elements WHERE source = '' AND key = ?", (key,)).fetchone()
    if row is None:
        raise UnknownError(f"there is no node {key!r}: `communique show NAME` finds a node by its name")
    return node_from_json(*row)


def edges(connection: sqlite3.Connection, key: str) -> tuple[Edge, ...]:
    """The edges at a node, by type and ends."""
    select = "SELECT type, source, target, body FROM elements WHERE"
    rows = connection.execute(f"{select} source = ? UNION {select} target = ? ORDER BY 1, 2, 3", (key, key))
    return tuple(edge_from_json(*row) for row in rows)


def claims(connection: sqlite3.Connection, key: str) -> tuple[Claim, ...]:
    """Every value of the node's properties, with the articles that give it."""
    row = connection.execute("SELECT id, type FROM elements WHERE source = '' AND key = ?", (key,)).fetchone()
    if row is None:
        return ()
    query = (
        "SELECT property, value, key, claims.source, claims.published FROM claims"
        " JOIN articles ON article = articles.id WHERE element = ? AND property <> ''"
    )
    rows = connection.execute(query, row[:1])
    said = ((name, value_from_json(v), Origin(article, str(s), day)) for name, v, article, s, day in rows)
    return claims_of(row[1], said)


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Node]:
    """Nodes by name: those that hold every word of the text first, then those most like it."""
    words = tokens(text)
    if not words:
        return []
    marks = ", ".join("?" * len(words))
    query = (
        "SELECT key, type, body FROM elements JOIN (SELECT element, count(*) AS held FROM names"
        f" WHERE word IN ({marks}) GROUP BY element ORDER BY held DESC, element LIMIT {_CANDIDATES}) ON element = id"
    )
    found = [node_from_json(*row) for row in connection.execute(query, words)]
    return most_like(text, found, limit)


def status(connection: sqlite3.Connection, url: str) -> Status:
    """How much of everything there is."""

    def one(query: str) -> int:
        return int(connection.execute(query).fetchone()[0])

    def by_type(condition: str) -> dict[str, int]:
        query = f"SELECT type, count(*) FROM elements WHERE {condition} GROUP BY type ORDER BY type"
        return dict(connection.execute(query).fetchall())

    return Status(
        url,
        schema().version,
        one("SELECT count(*) FROM articles"),
        one("SELECT count(DISTINCT source) FROM articles"),
        one("SELECT count(*) FROM statements"),
        one("SELECT count(*) FROM verdicts"),
        by_type("source = ''"),
        by_type("source <> ''"),
    )
