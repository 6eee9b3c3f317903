"""Counts of an element that many articles speak of: adjusted by one article without looking at the others. Pure."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from graph.model import Evidence, Value
from graph.stores.choose import Count
from graph.stores.contribute import Contribution, Origin
from graph.stores.derive import POOL, Tally, evidence_order, span, tally
from graph.stores.records import pack, quote_row

HOT = 24
"""An element that more articles than this speak of keeps its counts; fewer are counted anew from their statements."""

_KEEP = 2 * POOL

Said = Mapping[str, tuple[Origin, Contribution]]
Claimed = Collection[tuple[str, str, Value]]
Counted = dict[str, dict[Value, Count]]


@dataclass(slots=True)
class Kept:
    """A tally with its best quotes, twice as many as are looked at; ``complete`` while no quote was left out."""

    counts: Counted
    evidence: list[tuple[Evidence, Origin]]
    complete: bool

    @property
    def tally(self) -> Tally:
        """What the derivation reads."""
        return Tally(self.counts, self.evidence)


def count(said: Iterable[tuple[Origin, Contribution]]) -> Kept:
    """Count everything that articles say of one element."""
    found = tally(said)
    evidence = list(found.evidence)
    return Kept(found.counts, evidence[:_KEEP], len(evidence) <= _KEEP)


def adjusted(kept: Kept, minus: Said, plus: Said, elsewhere: Claimed) -> Kept | None:
    """The counts after some articles said less or more; None where that needs all statements to be counted anew.

    ``elsewhere`` holds (source, property, value) of other articles with an equal text, which count as one with these.
    """
    counts: Counted = {name: dict(by_value) for name, by_value in kept.counts.items()}
    less, more = _changes(minus, plus)
    if not _withdraw(counts, less, elsewhere):
        return None
    _add(counts, more, elsewhere)
    lost = {e for _, said in minus.values() for e in said.evidence}
    pool = [pair for pair in kept.evidence if pair[0] not in lost]
    pool += [(e, origin) for origin, said in plus.values() for e in said.evidence]
    if not kept.complete and len(pool) < POOL + sum(len(said.evidence) for _, said in plus.values()):
        return None
    pool.sort(key=lambda pair: evidence_order(*pair))
    return Kept(counts, pool[:_KEEP], kept.complete and len(pool) <= _KEEP)


Lines = dict[tuple[str, Value], list[Origin]]


def _changes(minus: Said, plus: Said) -> tuple[Lines, Lines]:
    """Claims that go and claims that come; what an article says before and after, of one origin, is neither."""
    less: Lines = defaultdict(list)
    more: Lines = defaultdict(list)
    for article in {*minus, *plus}:
        before, after = minus.get(article), plus.get(article)
        same: set[tuple[str, Value]] = set()
        if before and after and before[0] == after[0]:
            same = before[1].claims & after[1].claims
        for lines, side in ((less, before), (more, after)):
            for claim in side[1].claims - same if side else ():
                lines[claim].append(side[0])  # type: ignore[index]
    return less, more


def _withdraw(counts: Counted, less: Lines, elsewhere: Claimed) -> bool:
    """Take claims away; False where the first or last date, or the last source, may be among them."""
    for (name, value), origins in less.items():
        known = counts[name][value]
        gone = {o.source for o in origins if (o.source, name, value) not in elsewhere}
        dates = {o.published for o in origins if o.published}
        first = any(o.article == known.article for o in origins)
        if first or dates & {known.first, known.last} or known.sources <= len(gone):
            return False
        counts[name][value] = replace(known, sources=known.sources - len(gone))
    return True


def _add(counts: Counted, more: Lines, elsewhere: Claimed) -> None:
    for (name, value), origins in more.items():
        known = counts.setdefault(name, {}).get(value, Count(0))
        new = {o.source for o in origins if (o.source, name, value) not in elsewhere}
        told = [(o.published, o.article) for o in origins]
        told += [(known.first, known.article)] if known.article else []
        first, last, article = span(told)
        counts[name][value] = Count(known.sources + len(new), first, max(last, known.last), article)


def kept_to_json(kept: Kept) -> str:
    """The counts as a store keeps them."""
    counts = [
        [name, list(v) if isinstance(v, tuple) else v, c.sources, c.first, c.last, c.article]
        for name, by_value in kept.counts.items()
        for v, c in by_value.items()
    ]
    evidence = [[quote_row(e), o.article, o.source, o.published] for e, o in kept.evidence]
    return pack({"counts": counts, "evidence": evidence, "complete": kept.complete})


def kept_from_json(text: str) -> Kept:
    """The counts that a store kept."""
    data = json.loads(text)
    counts: Counted = {}
    for name, value, *known in data["counts"]:
        counts.setdefault(name, {})[tuple(value) if isinstance(value, list) else value] = Count(*known)
    evidence = [(Evidence(**e), Origin(*origin)) for e, *origin in data["evidence"]]
    return Kept(counts, evidence, data["complete"])
