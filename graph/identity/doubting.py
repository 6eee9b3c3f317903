"""Which pairs of nodes a person should decide, those first that would change most.

Nodes are gone through from the one with most mentions down, and each is compared with those before it: so pairs come
in the order of the smaller side, and it ends when enough are found. Only the keys of the nodes gone through are held.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from graph.identity.candidates import LIMIT, binding
from graph.identity.comparing import compare
from graph.identity.explaining import Pair
from graph.identity.values import Profile, Score

DOUBT = 0.4
"""Unsure pairs below this value are not worth a person's time."""


class Units(Protocol):
    """What a store can look up of identity."""

    def sizes(self) -> Iterable[tuple[str, int]]:
        """Every node's key with the number of its mentions, most first, then by key."""

    def of(self, key: str) -> Sequence[Profile]:
        """The units of a node."""

    def sharing(self, blocks: Collection[str]) -> Mapping[str, Sequence[tuple[Profile, str]]]:
        """The units of each block with the keys of their nodes, at most ``2 * LIMIT`` of each."""


def doubts(units: Units, settled: Collection[frozenset[str]], limit: int) -> list[Pair]:
    """The pairs of nodes that may be one, with their most telling mentions, at most ``limit``.

    A pair about which there is a verdict (``settled``, by keys) is no longer in doubt.
    """
    before: set[str] = set()
    out: list[Pair] = []
    for key, size in units.sizes():
        best = _beside(units, key, before, settled)
        out += sorted((Pair(*ends, size) for ends in best.values()), key=lambda p: (-p.score.value, p.left.mention))
        before.add(key)
        if len(out) >= limit:
            break
    return out[:limit]


Ends = tuple[Profile, Profile, Score]


def _beside(units: Units, key: str, before: set[str], settled: Collection[frozenset[str]]) -> dict[str, Ends]:
    """The nodes gone through that may be this one, each with the mentions that speak most for it."""
    best: dict[str, Ends] = {}
    for mine in sorted(units.of(key), key=lambda p: p.signature):
        seen: set[str] = set()
        for block, found in sorted(units.sharing(mine.blocks).items()):
            for theirs, other in found if binding(block) or len(found) <= LIMIT else ():
                if other not in before or theirs.signature in seen or frozenset((key, other)) in settled:
                    continue
                seen.add(theirs.signature)
                score = compare(mine, theirs)
                if score.verdict == "different" or score.value < DOUBT:
                    continue
                known = best.get(other)
                if known is None or (-score.value, theirs.signature) < (-known[2].value, known[1].signature):
                    best[other] = mine, theirs, score
    return best
