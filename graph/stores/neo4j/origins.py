"""Which articles are one source, on the server: sketches on their markers, and the handles by which copies meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.identity import CROWD, Filed, Sketch, regrouped, sketch_from_json, sketch_to_json
from graph.stores.neo4j.sending import Direct
from graph.stores.records import number_of

_SHARING = (
    "UNWIND $handles AS handle CALL (handle) {"
    " MATCH (h:Handle {handle: handle}) MATCH (l:Loaded {article: h.article})"
    " RETURN l.sketch AS sketch, l.source AS source LIMIT $limit } RETURN handle, sketch, source"
)


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What came of it: every article that moved as it is to be filed, and the new source of any other.

    ``less`` and ``more`` are the handles that go and come.
    """

    filed: dict[str, Filed]
    others: dict[str, str]
    less: list[dict[str, Any]]
    more: list[dict[str, Any]]

    def source(self, article: str, before: str) -> str:
        """The article's source now."""
        return self.filed[article].source if article in self.filed else self.others.get(article, before)


def settle(tx: Direct, before: Mapping[str, Filed], after: Mapping[str, Sketch]) -> Regrouped:
    """Find the sources of the articles that come, change or go, and of those that they join or leave.

    It reads markers as they were: call it before they are rewritten.
    """
    moved = {a for a in {*before, *after} if a not in before or after.get(a) != before[a].sketch}
    gone = [before[a] for a in sorted(moved) if a in before]
    come = [after[a] for a in sorted(moved) if a in after]
    found = regrouped(gone, come, _Shelf(tx, moved, come)) if moved else {}
    kept = {a: before[a].source for a in before if a in after}
    filed = {a: Filed(sketch, found.get(a) or kept[a]) for a, sketch in after.items()}
    old = {tuple(row.items()): row for one in gone for row in handle_rows(one.sketch)}
    new = {tuple(row.items()): row for sketch in come for row in handle_rows(sketch)}
    others = {a: source for a, source in found.items() if a not in filed}
    less, more = ([one[key] for key in one if key not in other] for one, other in ((old, new), (new, old)))
    return Regrouped(filed, others, less, more)


def refile(tx: Direct, regrouped: Regrouped, filed: Mapping[str, Filed]) -> None:
    """Write sketch and source of ``filed``, which are there and changed, the source alone of others, and handles."""
    rows: list[dict[str, Any]] = [
        {"article": a, "set": {"source": f.source, "sketch": sketch_to_json(f.sketch)}} for a, f in filed.items()
    ]
    rows += [{"article": a, "set": {"source": source}} for a, source in regrouped.others.items()]
    if rows:
        tx.write("UNWIND $rows AS row MATCH (l:Loaded {article: row.article}) SET l += row.set", rows=rows)
    if regrouped.less:
        query = "UNWIND $rows AS row MATCH (h:Handle {handle: row.handle}) WHERE h.article = row.article DELETE h"
        tx.write(query, rows=regrouped.less)
    if regrouped.more:
        tx.write("UNWIND $rows AS row CREATE (h:Handle) SET h = row", rows=regrouped.more)


def handle_rows(sketch: Sketch) -> list[dict[str, Any]]:
    """The properties of an article's Handle nodes."""
    return [{"handle": number_of(handle), "article": sketch.article} for handle in sorted(sketch.handles)]


class _Shelf:
    """The server's sketches, those that moved as they are now."""

    def __init__(self, tx: Direct, moved: Collection[str], come: Sequence[Sketch]) -> None:
        self._tx, self._moved = tx, moved
        self._coming: dict[str, list[Filed]] = defaultdict(list)
        self._known: dict[str, list[Filed]] = {}
        for sketch in come:
            for handle in sketch.handles:
                self._coming[handle].append(Filed(sketch, sketch.article))

    def sharing(self, handles: Collection[str]) -> Mapping[str, Sequence[Filed]]:
        unread = sorted(set(handles) - self._known.keys())
        if unread:
            self._read(unread)
        return {h: self._known[h] for h in handles}

    def _read(self, handles: list[str]) -> None:
        by_number = {number_of(h): h for h in handles}
        self._known |= {h: list(self._coming[h]) for h in handles}
        limit = 2 * CROWD + len(self._moved)
        for number, body, source in self._tx.read(_SHARING, handles=list(by_number), limit=limit):
            found = Filed(sketch_from_json(body), source)
            if found.sketch.article not in self._moved:
                self._known[by_number[number]].append(found)

    def members(self, source: str) -> Sequence[Sketch]:
        rows = self._tx.read("MATCH (l:Loaded {source: $source}) RETURN l.sketch AS sketch", source=source)
        found = [sketch_from_json(r["sketch"]) for r in rows]
        return [sketch for sketch in found if sketch.article not in self._moved]
