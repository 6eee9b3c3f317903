"""The server's units, as the search for doubtful pairs looks at them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.identity import LIMIT, Pair, Profile, doubts, profile_from_json
from graph.stores.neo4j.changes import verdicts
from graph.stores.neo4j.sending import Direct
from graph.stores.records import number_of

_SIZES = (
    "MATCH (u:Unit) WHERE NOT u.key STARTS WITH '~' WITH u.key AS key, sum(u.mentions) AS mentions"
    " RETURN key, mentions ORDER BY mentions DESC, key"
)
_SHARING = (
    "UNWIND $rows AS row CALL (row) { MATCH (b:Block {block: row[1]}) MATCH (u:Unit {number: b.unit})"
    " RETURN u.profile AS profile, u.key AS key LIMIT $limit } RETURN row[0] AS block, profile, key"
)
_MENTION = (
    "MATCH (s:Statement {unit: $unit}) WHERE s.kind = 'node'"
    " RETURN s.article AS article, s.local AS local ORDER BY article, local LIMIT 1"
)
_KEY = "MATCH (s:Statement {article: $article}) WHERE s.kind = 'node' AND s.local = $local RETURN s.about AS key"


def in_doubt(tx: Direct, limit: int) -> list[Pair]:
    """The pairs of nodes that may be one, those first that would change most."""
    ends = ([tx.read(_KEY, article=a, local=n) for a, n in (v.left, v.right)] for v in verdicts(tx))
    settled = {frozenset(r["key"] for records in found for r in records) for found in ends if all(found)}
    return [
        replace(pair, left=_told(tx, pair.left), right=_told(tx, pair.right))
        for pair in doubts(_Units(tx), settled, limit)
    ]


def _told(tx: Direct, profile: Profile) -> Profile:
    """The profile of a unit, speaking for one of its mentions: the server keeps none with it."""
    found = tx.read(_MENTION, unit=profile.signature)[0]
    return replace(profile, mention=(found["article"], found["local"]))


class _Units:
    def __init__(self, tx: Direct) -> None:
        self._tx = tx

    def sizes(self) -> Iterator[tuple[str, int]]:
        for record in self._tx.read(_SIZES):
            yield record["key"], record["mentions"]

    def of(self, key: str) -> Sequence[Profile]:
        found = self._tx.read("MATCH (u:Unit {key: $key}) RETURN u.profile AS profile", key=key)
        return [profile_from_json(json.loads(r["profile"])) for r in found]

    def sharing(self, blocks: Collection[str]) -> Mapping[str, Sequence[tuple[Profile, str]]]:
        found: dict[str, list[tuple[Profile, str]]] = defaultdict(list)
        rows = [[block, number_of(block)] for block in blocks]
        for record in self._tx.read(_SHARING, rows=rows, limit=2 * LIMIT):
            profile = profile_from_json(json.loads(record["profile"]))
            if record["block"] in profile.blocks:
                found[record["block"]].append((profile, record["key"]))
        return found
