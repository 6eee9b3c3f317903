"""Identity on the server: units of mentions, the blocks they meet in, and the node that each became."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from neo4j import ManagedTransaction

from graph.identity import (
    LIMIT,
    Profile,
    by_mention,
    cluster,
    neighbourhood,
    profile_from_json,
    profile_to_json,
    touch,
)
from graph.model import Verdict
from graph.stores.records import pack

_UNITS = "UNWIND $units AS unit MATCH (u:Unit {unit: unit}) RETURN u.unit, u.mentions, u.key, u.profile"
_BOUND = "UNWIND $blocks AS block MATCH (b:Block {block: block}) RETURN block, b.unit"
_SHARED = (
    "UNWIND $blocks AS block CALL (block) { MATCH (b:Block {block: block}) RETURN b.unit AS unit LIMIT $limit }"
    " RETURN block, unit"
)


@dataclass(slots=True)
class Settled:
    """What identity came to: the node of every unit it looked at, what that was before, and which units moved."""

    keys: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    @property
    def new_keys(self) -> set[str]:
        """Keys that no node had before: nothing that is said of them is in the store."""
        return set(self.keys.values()) - set(self.before.values())

    @property
    def moved(self) -> list[str]:
        """Units that were there and became another node."""
        return sorted(u for u, old in self.before.items() if u in self.keys and self.keys[u] != old)


def touched(profiles: Iterable[Profile], verdicts: Sequence[Verdict]) -> list[Profile]:
    """The profiles as they enter clustering."""
    named = by_mention(verdicts)
    return [touch(p, named.get(p.mention, ())) for p in profiles]


def settle(
    tx: ManagedTransaction, leaving: Sequence[str], coming: Sequence[Profile], verdicts: Sequence[Verdict]
) -> Settled:
    """Mentions leave their units and others come; units are made, removed and clustered, all within ``tx``."""
    known = _Known(tx, {*leaving, *(p.signature for p in coming)})
    change = Counter(p.signature for p in coming)
    change.subtract(leaving)
    gone = {u for u in leaving if "@" in u or known.mentions[u] + change[u] <= 0}
    made = {p.signature: _alone(p) for p in coming if p.signature not in known.profiles or p.signature in gone}
    near = neighbourhood(made.values(), [known.profiles[u] for u in gone], _Fetch(tx, known, gone, made))
    judged = [p.mention for p in near if "@" in p.signature]
    keys = cluster(near, _about(verdicts, judged))
    settled = Settled(before={u: key for u, key in known.keys.items() if key})
    settled.keys = dict(settled.before) | {p.signature: keys[p.mention] for p in near}
    _remove(tx, gone, known.profiles)
    _make(tx, made, change, settled.keys)
    _update(tx, settled, known, change, made.keys() | gone)
    return settled


def _alone(profile: Profile) -> Profile:
    """For a unit that no verdict names any mention will do; none is kept, so that a verdict on one cannot touch it."""
    return profile if "@" in profile.signature else replace(profile, mention=("", profile.signature))


class _Known:
    """Units as the server holds them, read when they are needed."""

    def __init__(self, tx: ManagedTransaction, units: Collection[str]) -> None:
        self._tx = tx
        self.profiles: dict[str, Profile] = {}
        self.mentions: dict[str, int] = {}
        self.keys: dict[str, str] = {}
        self.read(units)

    def read(self, units: Iterable[str]) -> None:
        """Read those that have not been read."""
        unread = sorted(set(units) - self.profiles.keys())
        if not unread:
            return
        for unit, mentions, key, profile in self._tx.run(_UNITS, units=unread):
            self.mentions[unit], self.keys[unit] = mentions, key
            self.profiles[unit] = profile_from_json(json.loads(profile))


class _Fetch:
    """From blocks to the units in each, as identity asks for them: the server's less ``gone``, and those ``made``."""

    def __init__(self, tx: ManagedTransaction, known: _Known, gone: set[str], made: Mapping[str, Profile]) -> None:
        self._tx, self._known, self._gone, self._made = tx, known, gone, made
        self._units: dict[str, set[str]] = {}
        self._coming: dict[str, list[str]] = defaultdict(list)
        for unit, profile in made.items():
            for block in profile.blocks:
                self._coming[block].append(unit)

    def __call__(self, blocks: Collection[str]) -> dict[str, list[Profile]]:
        """The units of each block; of a block that does not bind no more than identity looks at."""
        unread = sorted(set(blocks) - self._units.keys())
        if unread:
            self._read(unread)
        self._known.read({u for b in blocks for u in self._units[b]} - self._made.keys())
        return {b: [self._made.get(u) or self._known.profiles[u] for u in sorted(self._units[b])] for b in blocks}

    def _read(self, blocks: list[str]) -> None:
        self._units |= {b: set(self._coming.get(b, ())) for b in blocks}
        bound = [b for b in blocks if b.startswith("=")]
        shared = [b for b in blocks if not b.startswith("=")]
        limit = 2 * LIMIT + len(self._gone)
        for query, some in ((_BOUND, bound), (_SHARED, shared)):
            for block, unit in self._tx.run(query, blocks=some, limit=limit) if some else ():
                if unit not in self._gone:
                    self._units[block].add(unit)


def _about(verdicts: Sequence[Verdict], mentions: Iterable[tuple[str, str]]) -> list[Verdict]:
    """The verdicts that name these mentions, and those that name what these name, and so on."""
    named = by_mention(verdicts)
    waiting, seen = list(mentions), set(mentions)
    found: dict[Verdict, None] = {}
    while waiting:
        for verdict in named.get(waiting.pop(), ()):
            found[verdict] = None
            fresh = {verdict.left, verdict.right} - seen
            seen |= fresh
            waiting += fresh
    return list(found)


def _remove(tx: ManagedTransaction, gone: set[str], profiles: Mapping[str, Profile]) -> None:
    if gone:
        rows = [{"unit": u, "block": b} for u in sorted(gone) for b in profiles[u].blocks]
        tx.run("UNWIND $rows AS row MATCH (b:Block {block: row.block}) WHERE b.unit = row.unit DELETE b", rows=rows)
        tx.run("UNWIND $units AS unit MATCH (u:Unit {unit: unit}) DELETE u", units=sorted(gone))


def _make(tx: ManagedTransaction, made: Mapping[str, Profile], change: Counter[str], keys: Mapping[str, str]) -> None:
    units = [
        {"unit": u, "mentions": max(1, change[u]), "key": keys[u], "profile": pack(profile_to_json(p))}
        for u, p in sorted(made.items())
    ]
    blocks = [{"unit": u, "block": b} for u, p in sorted(made.items()) for b in sorted(p.blocks)]
    if units:
        tx.run("UNWIND $rows AS row CREATE (u:Unit) SET u = row", rows=units)
        tx.run("UNWIND $rows AS row CREATE (b:Block {block: row.block, unit: row.unit})", rows=blocks)


def _update(
    tx: ManagedTransaction, settled: Settled, known: _Known, change: Counter[str], done: Collection[str]
) -> None:
    """New keys and counts of mentions for units that stay."""
    stay = known.profiles.keys() - done
    rows = [
        {"unit": u, "mentions": known.mentions[u] + change[u], "key": settled.keys[u]}
        for u in sorted(stay)
        if change[u] or settled.keys[u] != known.keys[u]
    ]
    if rows:
        query = "UNWIND $rows AS row MATCH (u:Unit {unit: row.unit}) SET u.mentions = row.mentions, u.key = row.key"
        tx.run(query, rows=rows)
