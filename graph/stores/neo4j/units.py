"""Identity on the server: units of mentions, the blocks they meet in, and the node that each became."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.identity import (
    LIMIT,
    Profile,
    binding,
    by_mention,
    cluster,
    neighbourhood,
    profile_from_json,
    profile_to_json,
    touch,
)
from graph.model import Verdict
from graph.stores.neo4j.sending import Direct
from graph.stores.records import number_of, pack

_UNITS = "UNWIND $numbers AS number MATCH (u:Unit {number: number}) RETURN u.unit, u.mentions, u.key, u.profile"
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
    send: Callable[[], None] = lambda: None
    """Sends what changes of units and blocks; nothing that follows reads it within the transaction."""

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


def settle(tx: Direct, leaving: Sequence[str], coming: Sequence[Profile], verdicts: Sequence[Verdict]) -> Settled:
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

    def send() -> None:
        _remove(tx, gone, known.profiles)
        _make(tx, made, change, settled.keys)
        _update(tx, settled, known, change, made.keys() | gone)

    settled.send = send
    return settled


def _alone(profile: Profile) -> Profile:
    """For a unit that no verdict names any mention will do; none is kept, so that a verdict on one cannot touch it."""
    return profile if "@" in profile.signature else replace(profile, mention=("", profile.signature))


class _Known:
    """Units as the server holds them, read when they are needed."""

    def __init__(self, tx: Direct, units: Collection[str]) -> None:
        self._tx = tx
        self._read: set[int] = set()
        self.by_number: dict[int, list[str]] = defaultdict(list)
        self.profiles: dict[str, Profile] = {}
        self.mentions: dict[str, int] = {}
        self.keys: dict[str, str] = {}
        self.read({number_of(u) for u in units})

    def read(self, numbers: set[int]) -> None:
        """Read the units with these numbers, those that have not been read."""
        unread = sorted(numbers - self._read)
        if not unread:
            return
        self._read |= numbers
        for unit, mentions, key, profile in self._tx.read(_UNITS, numbers=unread):
            self.by_number[number_of(unit)].append(unit)
            self.mentions[unit], self.keys[unit] = mentions, key
            self.profiles[unit] = profile_from_json(json.loads(profile))


class _Block(Sequence[Profile]):
    """The units of one block: how many is known at once, their profiles are read when somebody looks at them."""

    def __init__(self, block: str, numbers: list[int], coming: list[Profile], known: _Known, gone: set[str]) -> None:
        self._block, self._numbers, self._coming, self._known, self._gone = block, numbers, coming, known, gone
        self._profiles: list[Profile] | None = None

    def __len__(self) -> int:
        return len(self._numbers) + len(self._coming)

    def __getitem__(self, index: Any) -> Any:
        if self._profiles is None:
            self._known.read(set(self._numbers))
            there = [u for n in self._numbers for u in self._known.by_number[n] if u not in self._gone]
            found = [self._known.profiles[u] for u in dict.fromkeys(there)]
            self._profiles = [*(p for p in found if self._block in p.blocks), *self._coming]
        return self._profiles[index]


class _Fetch:
    """From blocks to the units in each, as identity asks for them: the server's less ``gone``, and those ``made``."""

    def __init__(self, tx: Direct, known: _Known, gone: set[str], made: Mapping[str, Profile]) -> None:
        self._tx, self._known, self._gone = tx, known, gone
        self._limit = 2 * LIMIT + len(gone) + len(made)
        self._numbers_gone = {number_of(u) for u in gone}
        self._blocks: dict[str, Sequence[Profile]] = {}
        self._coming: dict[str, list[Profile]] = defaultdict(list)
        for profile in made.values():
            for block in profile.blocks:
                self._coming[block].append(profile)

    def __call__(self, blocks: Collection[str]) -> Mapping[str, Sequence[Profile]]:
        """The units of each block; of a block that does not bind no more than identity looks at."""
        unread = sorted(set(blocks) - self._blocks.keys())
        if unread:
            self._read(unread)
        return self._blocks if len(blocks) == len(self._blocks) else {b: self._blocks[b] for b in blocks}

    def _read(self, blocks: list[str]) -> None:
        found: dict[int, list[int]] = defaultdict(list)
        bound = [number_of(b) for b in blocks if binding(b)]
        shared = [number_of(b) for b in blocks if not binding(b)]
        for query, some in ((_BOUND, bound), (_SHARED, shared)):
            for block, unit in self._tx.read(query, blocks=some, limit=self._limit) if some else ():
                if unit not in self._numbers_gone:
                    found[block].append(unit)
        small: set[int] = set()
        for block in blocks:
            coming = self._coming.get(block, [])
            numbers = found.get(number_of(block))
            if numbers is None:  # most blocks: nobody has been there before
                self._blocks[block] = coming
                continue
            self._blocks[block] = _Block(block, numbers, coming, self._known, self._gone)
            if binding(block) or len(numbers) + len(coming) <= LIMIT:
                small.update(numbers)
        self._known.read(small)


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


def _remove(tx: Direct, gone: set[str], profiles: Mapping[str, Profile]) -> None:
    if gone:
        rows = [[number_of(b), number_of(u)] for u in sorted(gone) for b in profiles[u].blocks]
        tx.write("UNWIND $rows AS row MATCH (b:Block {block: row[0]}) WHERE b.unit = row[1] DELETE b", rows=rows)
        units = [[number_of(u), u] for u in sorted(gone)]
        tx.write("UNWIND $rows AS row MATCH (u:Unit {number: row[0]}) WHERE u.unit = row[1] DELETE u", rows=units)


def _make(tx: Direct, made: Mapping[str, Profile], change: Counter[str], keys: Mapping[str, str]) -> None:
    if made:
        units = [unit_row(p, max(1, change[u]), keys[u]) for u, p in sorted(made.items())]
        blocks = [[number_of(b), number_of(u)] for u, p in sorted(made.items()) for b in sorted(p.blocks)]
        tx.write("UNWIND $rows AS row CREATE (u:Unit) SET u = row", rows=units)
        tx.write("UNWIND $rows AS row CREATE (:Block {block: row[0], unit: row[1]})", rows=blocks)


def unit_row(profile: Profile, mentions: int, key: str) -> dict[str, Any]:
    """The properties of a Unit node."""
    unit = profile.signature
    kept = pack(profile_to_json(_alone(profile)))
    return {"number": number_of(unit), "unit": unit, "mentions": mentions, "key": key, "profile": kept}


def block_rows(profile: Profile) -> list[dict[str, int]]:
    """The properties of a unit's Block nodes."""
    unit = number_of(profile.signature)
    return [{"block": number_of(block), "unit": unit} for block in sorted(profile.blocks)]


def _update(tx: Direct, settled: Settled, known: _Known, change: Counter[str], done: Collection[str]) -> None:
    """New keys and counts of mentions for units that stay."""
    stay = known.profiles.keys() - done
    rows = [
        [number_of(u), u, known.mentions[u] + change[u], settled.keys[u]]
        for u in sorted(stay)
        if change[u] or settled.keys[u] != known.keys[u]
    ]
    if rows:
        unit = "MATCH (u:Unit {number: row[0]}) WHERE u.unit = row[1]"
        tx.write(f"UNWIND $rows AS row {unit} SET u.mentions = row[2], u.key = row[3]", rows=rows)
