"""Why mentions are one thing, or two: the scores that decided it, in the order in which they did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.identity.candidates import candidates
from graph.identity.comparing import compare
from graph.identity.values import Mention, Profile, Score


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions, how they compare, and how much of the graph hangs on it (the mentions of the smaller side)."""

    left: Profile
    right: Profile
    score: Score
    weight: int = 1


def bonds(profiles: Iterable[Profile]) -> list[Pair]:
    """The fewest and strongest links that hold the mentions of one thing together, strongest first.

    Mentions that are told alike count as one; two that nothing but a person's verdict joins have no link here.
    """
    units = _units(profiles)
    links = [Pair(units[a], units[b], compare(units[a], units[b])) for a, b in candidates(units)]
    group = {s: s for s in units}
    out = []
    for pair in sorted((p for p in links if p.score.verdict == "same"), key=_strongest):
        a, b = (_root(group, p.signature) for p in (pair.left, pair.right))
        if a != b:
            group[max(a, b)] = min(a, b)
            out.append(pair)
    return out


def nearest(left: Iterable[Profile], right: Iterable[Profile]) -> Pair | None:
    """The two mentions, one of each side, that speak most for the two being one."""
    mine, theirs = _units(left), _units(right)
    pairs = (Pair(a, b, compare(a, b)) for a in mine.values() for b in theirs.values())
    return min(pairs, key=_strongest, default=None)


def _units(profiles: Iterable[Profile]) -> dict[str, Profile]:
    units: dict[str, Profile] = {}
    for p in sorted(profiles, key=lambda p: p.mention):
        units.setdefault(p.signature, p)
    return units


def _strongest(pair: Pair) -> tuple[float, Mention, Mention]:
    return (-pair.score.value, pair.left.mention, pair.right.mention)


def _root(group: dict[str, str], s: str) -> str:
    while group[s] != s:
        s = group[s]
    return s
