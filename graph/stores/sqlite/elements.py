"""The graph's tables: claims and quotes go in and out one by one, and only elements they touch are derived anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.identity.fold import tokens
from graph.model import Evidence, Node, Value
from graph.schema import LIVES
from graph.stores.choose import Count
from graph.stores.contribute import PRESENT, Contribution, Element, Origin
from graph.stores.derive import POOL, UNDATED, Tally, derive_edge, derive_node, span
from graph.stores.records import edge_to_json, node_to_json, number_of, pack, value_from_json

Line = tuple[Element, Origin, str, str, Evidence | None]


def lines_of(origin: Origin, found: Mapping[Element, Contribution]) -> set[Line]:
    """An article's contributions as single lines, so that two states can be subtracted."""
    lines: set[Line] = set()
    for element, contribution in found.items():
        lines.update((element, origin, name, pack(value), None) for name, value in contribution.claims)
        lines.update((element, origin, "", "", evidence) for evidence in contribution.evidence)
    return lines


def apply(connection: sqlite3.Connection, minus: Iterable[Line], plus: Iterable[Line], ids: Mapping[str, int]) -> None:
    """Take lines away and add others, then derive every element they touch; ``ids`` are the articles' row ids."""
    touched: dict[Element, int] = {}
    for lines, claim, quote in ((minus, _unclaim, _unquote), (plus, _claim, _quote)):
        for element, origin, name, value, evidence in lines:
            if element not in touched:
                touched[element] = _element_id(connection, element)
            if evidence is None:
                claim(connection, touched[element], name, value, origin, ids[origin.article])
            else:
                quote(connection, touched[element], evidence, origin)
    for element, number in touched.items():
        _derive(connection, element, number)


def show(connection: sqlite3.Connection, node: Node) -> None:
    """Put a node that is not derived from claims (an article) into the graph as it is."""
    element = _element_id(connection, Element(node.label, node.id))
    connection.execute("UPDATE elements SET body = ? WHERE id = ?", (node_to_json(node), element))
    _name(connection, element, node)


def hide(connection: sqlite3.Connection, element: Element) -> None:
    """Take an element out of the graph."""
    number = _element_id(connection, element)
    connection.execute("DELETE FROM names WHERE element = ?", (number,))
    connection.execute("DELETE FROM elements WHERE id = ?", (number,))


_THESE = "claims WHERE element = c.element AND property = c.property AND value = c.value"
_COUNTED = f"""
SELECT property, value, sources,
       (SELECT min(published) FROM {_THESE} AND published > ''), (SELECT max(published) FROM {_THESE})
FROM counts c WHERE element = ?
"""


def counted(connection: sqlite3.Connection, number: int) -> dict[str, dict[Value, Count]]:
    """The claims on an element: property, value, and how many sources say so from when to when."""
    found: dict[str, dict[Value, Count]] = {}
    for name, value, sources, earliest, latest in connection.execute(_COUNTED, (number,)):
        found.setdefault(name, {})[value_from_json(value)] = Count(sources, earliest or "", latest)
    return found


def _element_id(connection: sqlite3.Connection, element: Element) -> int:
    identity = (element.source, element.key, element.type, element.target)
    query = "SELECT id FROM elements WHERE source = ? AND key = ? AND type = ? AND target = ?"
    row = connection.execute(query, identity).fetchone()
    if row is None:
        insert = "INSERT INTO elements (source, key, type, target, body) VALUES (?, ?, ?, ?, '')"
        return int(connection.execute(insert, identity).lastrowid or 0)
    return int(row[0])


_SAME = "element = ? AND property = ? AND value = ?"


def _claim(connection: sqlite3.Connection, number: int, name: str, value: str, origin: Origin, article: int) -> None:
    known = _said_by(connection, number, name, value, origin)
    row = (number, name, value, _number_of(origin), article, origin.published)
    connection.execute("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)", row)
    if not known:
        insert = "INSERT INTO counts VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET sources = sources + 1"
        connection.execute(insert, (number, name, value))


def _unclaim(connection: sqlite3.Connection, number: int, name: str, value: str, origin: Origin, article: int) -> None:
    row = (number, name, value, _number_of(origin), article)
    connection.execute(f"DELETE FROM claims WHERE {_SAME} AND source = ? AND article = ?", row)
    if not _said_by(connection, number, name, value, origin):
        connection.execute(f"UPDATE counts SET sources = sources - 1 WHERE {_SAME}", row[:3])
        connection.execute(f"DELETE FROM counts WHERE {_SAME} AND sources = 0", row[:3])


def _said_by(connection: sqlite3.Connection, number: int, name: str, value: str, origin: Origin) -> bool:
    query = f"SELECT 1 FROM claims WHERE {_SAME} AND source = ? LIMIT 1"
    return connection.execute(query, (number, name, value, _number_of(origin))).fetchone() is not None


def _number_of(origin: Origin) -> int:
    """A source as a number: half the file would be keys of articles otherwise."""
    return number_of(origin.source)


def _quote(connection: sqlite3.Connection, number: int, evidence: Evidence, origin: Origin) -> None:
    place = _place_of(number, evidence, origin)
    connection.execute(
        "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*place, _number_of(origin), evidence.quote)
    )


def _unquote(connection: sqlite3.Connection, number: int, evidence: Evidence, origin: Origin) -> None:
    where = 'element = ? AND doubt = ? AND published = ? AND article = ? AND start = ? AND "end" = ?'
    place = _place_of(number, evidence, origin)
    connection.execute(f"DELETE FROM quotes WHERE {where} AND extractor = ? AND version = ?", place)


def _place_of(number: int, evidence: Evidence, origin: Origin) -> tuple[int, float, str, str, int, int, str, str]:
    when = origin.published or UNDATED
    place = evidence.start, evidence.end, evidence.extractor, evidence.version
    return (number, -evidence.confidence, when, origin.article, *place)


def _derive(connection: sqlite3.Connection, element: Element, number: int) -> None:
    counts = counted(connection, number)
    if PRESENT not in counts:
        connection.execute("DELETE FROM names WHERE element = ?", (number,))
        connection.execute("DELETE FROM elements WHERE id = ?", (number,))
        return
    if element.key:
        if LIVES.keys() & counts.keys():
            _first_articles(connection, number, counts)
        node = derive_node(element, Tally(counts))
        body = node_to_json(node)
    else:
        body = edge_to_json(derive_edge(element, Tally(counts, _pool(connection, number))))
    changed = connection.execute(
        "UPDATE elements SET body = ? WHERE id = ? AND body <> ?", (body, number, body)
    ).rowcount
    if changed and element.key:
        _name(connection, number, node)


_TOLD_BY = (
    "SELECT value, claims.published, key FROM claims JOIN articles ON article = id WHERE element = ? AND property = ?"
)


def _first_articles(connection: sqlite3.Connection, number: int, counts: dict[str, dict[Value, Count]]) -> None:
    """Add to the statuses and stages who said each of them first."""
    for name in LIVES.keys() & counts.keys():
        told: dict[Value, list[tuple[str, str]]] = {}
        for value, published, article in connection.execute(_TOLD_BY, (number, name)):
            told.setdefault(value_from_json(value), []).append((published, article))
        counts[name] = {v: replace(count, article=span(told[v])[2]) for v, count in counts[name].items()}


def _pool(connection: sqlite3.Connection, number: int) -> list[tuple[Evidence, Origin]]:
    query = f"SELECT * FROM quotes WHERE element = ? ORDER BY {', '.join(_QUOTE_ORDER)} LIMIT {POOL}"
    found = []
    for _, doubt, published, article, start, end, extractor, version, source, quote in connection.execute(
        query, (number,)
    ):
        origin = Origin(article, str(source), "" if published == UNDATED else published)
        found.append((Evidence(article, quote, start, end, extractor, version, -doubt), origin))
    return found


_QUOTE_ORDER = ("doubt", "published", "article", "start", '"end"', "extractor", "version")


def _name(connection: sqlite3.Connection, number: int, node: Node) -> None:
    """Keep the words by which a node is found."""
    words = {w for name in (node.name, *node.aliases) for w in tokens(name)}
    old = {w for (w,) in connection.execute("SELECT word FROM names WHERE element = ?", (number,))}
    connection.executemany(
        "DELETE FROM names WHERE word = ? AND element = ?", [(w, number) for w in sorted(old - words)]
    )
    connection.executemany("INSERT INTO names VALUES (?, ?)", [(w, number) for w in sorted(words - old)])
