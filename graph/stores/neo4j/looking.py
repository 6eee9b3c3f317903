"""Reading the graph on the server: all of it, one node, its edges, its claims, names like a text, counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from neo4j import ManagedTransaction

from graph.errors import UnknownError
from graph.identity import is_pointer
from graph.identity.fold import tokens
from graph.model import Edge, Evidence, Graph, Node, PartialDate, Value
from graph.schema import schema
from graph.stores.base import Claim, Mention, Status
from graph.stores.claims import claims_of
from graph.stores.contribute import PRESENT, Element
from graph.stores.likeness import most_like
from graph.stores.neo4j import statements
from graph.stores.neo4j.layout import NAMES, shown
from graph.stores.neo4j.sending import Direct
from graph.stores.past import graph_of, known_by
from graph.stores.records import article_from_json

_LISTS = ("quotes", "articles", "starts", "ends", "extractors", "confidences")
_CANDIDATES = 2000
_SPECIAL = re.compile(r'[+\-&|!(){}\[\]^"~*?:\\/]')


def node_of(label: str, row: Mapping[str, Any]) -> Node:
    """A node from its properties on the server: what ``node_row`` made of it."""
    properties = {k: _value(v) for k, v in row.items() if k not in ("key", "name", "aliases")}
    return Node(row["key"], label, row["name"], tuple(row.get("aliases") or ()), properties)


def edge_of(type_: str, source: str, target: str, row: Mapping[str, Any]) -> Edge:
    """An edge from its properties on the server: what ``edge_row`` made of it."""
    evidence = []
    for quote, article, start, end, by, confidence in zip(*(row[name] for name in _LISTS), strict=True):
        extractor, _, version = by.partition(" ")
        evidence.append(Evidence(article, quote, start, end, extractor, version, confidence))
    properties = {k: _value(v) for k, v in row.items() if k not in _LISTS}
    return Edge(type_, source, target, properties, tuple(evidence))


def _value(value: Any) -> Value:
    found: Value = tuple(value) if isinstance(value, list) else value
    return found


def whole(tx: ManagedTransaction) -> Graph:
    """All nodes by key and all edges by type and ends."""
    nodes = [
        node_of(label, row)
        for label in shown()
        for (row,) in tx.run(f"MATCH (n:{label}) WHERE n.key IS NOT NULL RETURN properties(n)")
    ]
    edges = []
    for type_ in schema().edges:
        query = f"MATCH (a)-[r:{type_}]->(b) WHERE r.quotes IS NOT NULL RETURN a.key, b.key, properties(r)"
        edges += [edge_of(type_, source, target, row) for source, target, row in tx.run(query)]
    nodes.sort(key=lambda n: n.id)
    edges.sort(key=lambda e: (e.type, e.source, e.target))
    return Graph(tuple(nodes), tuple(edges))


def known_on(tx: ManagedTransaction, day: PartialDate) -> Graph:
    """The graph of what was published by then."""
    heads = tx.run("MATCH (l:Loaded) RETURN l.article, l.header ORDER BY l.article")
    keys = [article for article, header in heads if known_by(article_from_json(header, ""), day)]
    there = statements.read(Direct(tx), keys)
    return graph_of([there[k].facts for k in keys], {k: s.canonical for k, s in there.items()})


def node(tx: ManagedTransaction, key: str) -> Node:
    """One node; UnknownError if it is not there."""
    for label in shown():
        record = tx.run(f"MATCH (n:{label} {{key: $key}}) RETURN properties(n) AS row", key=key).single()
        if record is not None:
            return node_of(label, record["row"])
    raise UnknownError(f"there is no node {key!r}: `communique show NAME` finds a node by its name")


def edges(tx: ManagedTransaction, key: str) -> tuple[Edge, ...]:
    """The edges at a node, by type and ends."""
    found = {}
    for label in shown():
        query = (
            f"MATCH (n:{label} {{key: $key}})-[r]-() WHERE r.quotes IS NOT NULL"
            " RETURN type(r), startNode(r).key, endNode(r).key, properties(r)"
        )
        for type_, source, target, row in tx.run(query, key=key):
            found[type_, source, target] = edge_of(type_, source, target, row)
    return tuple(edge for _, edge in sorted(found.items()))


def claims(tx: ManagedTransaction, key: str) -> tuple[Claim, ...]:
    """Every value of the node's properties, with the articles that give it."""
    for label in shown():
        if tx.run(f"MATCH (n:{label} {{key: $key}}) RETURN n.key", key=key).single():
            element = Element(label, key)
            said = statements.said_about(Direct(tx), [element])[element].values()
            lines = [(name, value, o) for o, c in said for name, value in c.claims if name != PRESENT]
            return claims_of(label, lines)
    return ()


def mentions(tx: ManagedTransaction, key: str) -> tuple[Mention, ...]:
    """The mentions that became the node."""
    query = (
        "MATCH (s:Statement {about: $key}) WHERE s.kind = 'node' RETURN s.article, s.local ORDER BY s.article, s.local"
    )
    return tuple((article, local) for article, local in tx.run(query, key=key) if not is_pointer(local))


def search(tx: ManagedTransaction, text: str, limit: int) -> list[Node]:
    """Nodes by name: those that hold a word of the text, the most like it first."""
    words = tokens(text)
    if not words:
        return []
    tx.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    query = (
        "CALL db.index.fulltext.queryNodes($index, $words, {limit: $limit}) YIELD node"
        " RETURN labels(node) AS labels, properties(node) AS row"
    )
    wanted = " OR ".join(f"*{_SPECIAL.sub(' ', w)}*" for w in words)
    found = []
    for labels, row in tx.run(query, index=NAMES, words=wanted, limit=_CANDIDATES):
        label = next(name for name in shown() if name in labels)
        candidate = node_of(label, row)
        held = {w for name in (candidate.name, *candidate.aliases) for w in tokens(name)}
        if held & set(words):
            found.append(candidate)
    return most_like(text, found, limit)


def status(tx: ManagedTransaction, url: str) -> Status:
    """How much of everything there is."""

    def one(query: str) -> int:
        return int(tx.run(query).single(strict=True)[0])

    nodes = {label: one(f"MATCH (n:{label}) WHERE n.key IS NOT NULL RETURN count(*)") for label in sorted(shown())}
    edges = {t: one(f"MATCH ()-[r:{t}]->() WHERE r.quotes IS NOT NULL RETURN count(*)") for t in sorted(schema().edges)}
    return Status(
        url,
        schema().version,
        one("MATCH (l:Loaded) RETURN count(*)"),
        one("MATCH (l:Loaded) RETURN count(DISTINCT l.source)"),
        one("MATCH (s:Statement) WHERE s.implied IS NULL RETURN count(*)"),
        one("MATCH (v:Verdict) RETURN count(*)"),
        {label: n for label, n in nodes.items() if n},
        {type_: n for type_, n in edges.items() if n},
    )
