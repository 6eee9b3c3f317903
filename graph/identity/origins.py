"""Which articles are one source together: all that copies and translations join, however many steps apart.

What comes out depends on the set of articles alone. A store looks at the groups that an article joins or leaves, and at
no others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.identity.copies import Sketch, one_source

CROWD = 100
"""More articles than this share a run of words that says nothing ("all rights reserved"): it proposes no copy. Equal
texts are one source however many there are."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A sketch as a store holds it, with the article that stands for its source."""

    sketch: Sketch
    source: str


class Shelf(Protocol):
    """What a store can look up of its sketches."""

    def sharing(self, handles: Collection[str]) -> Mapping[str, Sequence[Filed]]:
        """Those filed under each handle, at most ``2 * CROWD`` of each."""

    def members(self, source: str) -> Sequence[Sketch]:
        """All articles of one source."""


def sources(sketches: Iterable[Sketch]) -> dict[str, str]:
    """For every article the article that stands for its source, the least of those that are one."""
    known = {s.article: s for s in sketches}
    filed: dict[str, list[str]] = defaultdict(list)
    for key in sorted(known):
        for handle in known[key].handles:
            filed[handle].append(key)
    groups = _Groups(known)
    for handle, keys in filed.items():
        for i, left in enumerate(keys if _telling(handle, len(keys)) else ()):
            for right in keys[i + 1 : i + 2] if _equal(handle) else keys[i + 1 :]:
                if one_source(known[left], known[right]):
                    groups.unite(left, right)
    return {key: groups.root(key) for key in known}


def regrouped(gone: Sequence[Filed], come: Sequence[Sketch], shelf: Shelf) -> dict[str, str]:
    """The new source of every article whose source may have changed.

    ``gone`` are sketches that were taken out or replaced, ``come`` those that were put in, both done on the shelf.
    """
    loose = {s.article: s for s in come}
    for source in {f.source for f in gone} | set(_crossed(gone, come, shelf)):
        loose |= {s.article: s for s in shelf.members(source)}
    groups = _Groups(loose)
    whole: set[str] = set()
    for article, sketch in loose.items():
        for other in _beside(sketch, shelf):
            near = other.sketch.article if other.sketch.article in loose else other.source
            if near not in loose:
                whole.add(near)
            groups.unite(article, near)
    moved = {s.article: groups.root(source) for source in sorted(whole) for s in _moving(source, groups, shelf)}
    return moved | {article: groups.root(article) for article in loose}


def _moving(source: str, groups: _Groups, shelf: Shelf) -> Sequence[Sketch]:
    return shelf.members(source) if groups.root(source) != source else ()


def _beside(sketch: Sketch, shelf: Shelf) -> Iterator[Filed]:
    """Those that are one source with it, each once."""
    seen = {sketch.article}
    for handle, filed in shelf.sharing(sketch.handles).items():
        for other in filed if _telling(handle, len(filed)) else ():
            if other.sketch.article not in seen:
                seen.add(other.sketch.article)
                if one_source(sketch, other.sketch):
                    yield other


def _crossed(gone: Sequence[Filed], come: Sequence[Sketch], shelf: Shelf) -> Iterator[str]:
    """The sources of those who share a handle that has become too common, or is no longer."""
    change = Counter(h for s in come for h in s.handles)
    change.subtract(h for f in gone for h in f.sketch.handles)
    for handle, filed in shelf.sharing([h for h, n in change.items() if n and not _equal(h)]).items():
        if _telling(handle, len(filed)) != _telling(handle, len(filed) - change[handle]):
            yield from (f.source for f in filed if f.source)


def _equal(handle: str) -> bool:
    return handle.startswith("text:")


def _telling(handle: str, count: int) -> bool:
    return _equal(handle) or count <= CROWD


class _Groups:
    """Disjoint sets, each known by its least member."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {m: m for m in members}

    def root(self, member: str) -> str:
        while self._parent.setdefault(member, member) != member:
            self._parent[member] = member = self._parent[self._parent[member]]
        return member

    def unite(self, a: str, b: str) -> None:
        x, y = self.root(a), self.root(b)
        self._parent[max(x, y)] = min(x, y)
