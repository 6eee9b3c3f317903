"""Which articles are one source: the table of sketches and of the handles by which copies find each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from graph.identity import (
    CROWD,
    Filed,
    Sketch,
    is_implied,
    regrouped,
    reporting,
    sketch,
    sketch_from_json,
    sketch_to_json,
)
from graph.stores.records import article_from_json, number_of

_MEETINGS = """
SELECT DISTINCT u.key, m.local FROM mentions m JOIN units u USING (unit) WHERE m.article = ? AND u.key LIKE 'meeting:%'
"""


def source_of(connection: sqlite3.Connection, article: str) -> str:
    """The article that stands for the source of this one."""
    return str(connection.execute("SELECT source FROM articles WHERE key = ?", (article,)).fetchone()[0])


def set_source(connection: sqlite3.Connection, article: str, source: str) -> None:
    """Another article stands for the source of this one."""
    connection.execute("UPDATE articles SET source = ? WHERE key = ?", (source, article))


def filed(connection: sqlite3.Connection, article: str) -> Filed | None:
    """An article's sketch as it is filed; None where the article is not here."""
    row = connection.execute("SELECT sketch, source FROM articles WHERE key = ?", (article,)).fetchone()
    return Filed(sketch_from_json(row[0]), row[1]) if row and row[0] else None


def settle(connection: sqlite3.Connection, before: Mapping[str, Filed | None]) -> dict[str, str]:
    """File these articles anew; {article: source} of those whose source must change."""
    gone, come = [], []
    for article, old in before.items():
        new = _sketch(connection, article)
        if new != (old.sketch if old else None):
            gone += [old] if old else []
            come += [new] if new else []
        if new:
            _file(connection, new, old)
    found = regrouped(gone, come, _Shelf(connection))
    return {a: source for a, source in found.items() if source != source_of(connection, a)}


def take_out(connection: sqlite3.Connection, number: int, old: Filed | None, but: Collection[str] = ()) -> None:
    """Nobody finds the article any more by the handles it was filed under, ``but`` these."""
    rows = [(number_of(handle), number) for handle in sorted(old.sketch.handles - set(but))] if old else []
    connection.executemany("DELETE FROM handles WHERE handle = ? AND article = ?", rows)


def _sketch(connection: sqlite3.Connection, article: str) -> Sketch | None:
    row = connection.execute("SELECT header, text, sketch FROM articles WHERE key = ?", (article,)).fetchone()
    if row is None:
        return None
    meetings = {key for key, local in connection.execute(_MEETINGS, (article,)) if not is_implied(local)}
    header, text, kept = row
    return reporting(sketch_from_json(kept), meetings) if kept else sketch(article_from_json(header, text), meetings)


def _file(connection: sqlite3.Connection, one: Sketch, old: Filed | None) -> None:
    (number,) = connection.execute("SELECT id FROM articles WHERE key = ?", (one.article,)).fetchone()
    take_out(connection, number, old, one.handles)
    connection.execute("UPDATE articles SET sketch = ? WHERE id = ?", (sketch_to_json(one), number))
    rows = [(number_of(handle), number) for handle in sorted(one.handles)]
    connection.executemany("INSERT OR IGNORE INTO handles VALUES (?, ?)", rows)


class _Shelf:
    """The sketches of this store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def sharing(self, handles: Collection[str]) -> Mapping[str, Sequence[Filed]]:
        query = "SELECT sketch, source FROM handles JOIN articles ON article = id WHERE handle = ? LIMIT ?"
        return {
            handle: [
                Filed(sketch_from_json(body), source)
                for body, source in self._connection.execute(query, (number_of(handle), 2 * CROWD)).fetchall()
            ]
            for handle in handles
        }

    def members(self, source: str) -> Sequence[Sketch]:
        found = self._connection.execute("SELECT sketch FROM articles WHERE source = ?", (source,))
        return [sketch_from_json(body) for (body,) in found.fetchall()]
