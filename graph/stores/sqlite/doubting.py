"""The embedded store's units, as the search for doubtful pairs looks at them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.identity import Pair, Profile, doubts
from graph.stores.records import verdict_from_json
from graph.stores.sqlite.units import profile_of, units_in

_SIZES = """
SELECT key, count(*) AS mentions FROM units JOIN mentions USING (unit) WHERE key NOT LIKE '~%'
GROUP BY key ORDER BY mentions DESC, key
"""


def in_doubt(connection: sqlite3.Connection, limit: int) -> list[Pair]:
    """The pairs of nodes that may be one, those first that would change most."""
    said = [verdict_from_json(body) for (body,) in connection.execute("SELECT body FROM verdicts")]
    query = "SELECT key FROM mentions JOIN units USING (unit) WHERE mentions.article = ? AND mentions.local = ?"
    ends = ([connection.execute(query, m).fetchone() for m in (v.left, v.right)] for v in said)
    settled = {frozenset(key for (key,) in found) for found in ends if all(found)}
    return doubts(_Units(connection), settled, limit)


class _Units:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def sizes(self) -> Iterator[tuple[str, int]]:
        yield from self._connection.execute(_SIZES)

    def of(self, key: str) -> Sequence[Profile]:
        found = self._connection.execute("SELECT article, local, profile FROM units WHERE key = ?", (key,))
        return [profile_of(*row) for row in found.fetchall()]

    def sharing(self, blocks: Collection[str]) -> Mapping[str, Sequence[tuple[Profile, str]]]:
        return {block: units_in(self._connection, block) for block in blocks}
