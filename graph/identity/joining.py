"""From scored links to clusters: strongest first, never across what is told apart, never where two ends fit equally."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from graph.identity.comparing import compare
from graph.identity.values import Profile
from graph.model import Verdict

MARGIN = 0.03
"""A link is ambiguous where something that excludes its one end fits the other end nearly as well."""

Links = Mapping[tuple[str, str], float]


def join(units: Mapping[str, Profile], links: Links, verdicts: Iterable[Verdict]) -> list[frozenset[str]]:
    """Clusters of signatures; every unit is in one."""
    said = list(verdicts)
    if len(units) == 1:
        return [frozenset(units)]
    apart = _apart(units)
    hard = Hard(units, said)
    groups: dict[str, set[str]] = {s: {s} for s in units}
    pointing = {s for s, p in units.items() if p.get("pointer")}
    told = {pair: value for pair, value in links.items() if pointing.isdisjoint(pair)}
    for a, b in _in_order(units, _clear(told, apart), said):
        mine, theirs = groups[a], groups[b]
        if mine is theirs or any(apart(x, y) for x, y in product(mine, theirs)) or not hard.allows(a, b):
            continue
        hard.unite(a, b)
        mine |= theirs
        for s in theirs:
            groups[s] = mine
    _hang(sorted(pointing), links, hard)
    return hard.clusters()


def _hang(pointing: Iterable[str], links: Links, hard: Hard) -> None:
    """Give each pointer the one visit that fits it best; it never joins two visits, and takes none where two fit."""
    beside: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (a, b), value in links.items():
        beside[a].append((value, b))
        beside[b].append((value, a))
    whole = {other: hard.least(other) for near in beside.values() for _, other in near}
    for pointer in pointing:
        fitting: dict[str, float] = {}
        for value, other in beside[pointer]:
            visit = whole[other]
            fitting[visit] = max(value, fitting.get(visit, 0.0))
        best = sorted(fitting.items(), key=lambda f: (-f[1], f[0]))
        if best and (len(best) == 1 or best[0][1] > best[1][1] + MARGIN):
            hard.unite(best[0][0], pointer)


def _apart(units: Mapping[str, Profile]) -> Callable[[str, str], bool]:
    """Whether the articles or the comparison tell two units apart."""
    known: dict[tuple[str, str], bool] = {}

    def apart(a: str, b: str) -> bool:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            score = compare(units[a], units[b])
            known[pair] = score.apart or score.verdict == "different"
        return known[pair]

    return apart


def _clear(links: Links, apart: Callable[[str, str], bool]) -> list[tuple[float, str, str]]:
    """The links that are not ambiguous."""
    beside: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (a, b), value in links.items():
        beside[a].append((value, b))
        beside[b].append((value, a))

    def claimed(o: str, a: str, value: float) -> bool:
        """Whether something that a is told apart from fits the other end clearly better than a does."""
        return any(v > value + MARGIN and apart(a, r) for v, r in beside[o])

    def torn(a: str, b: str, value: float) -> bool:
        rivals = (o for v, o in beside[a] if v >= value - MARGIN and o != b and apart(o, b) and not claimed(o, a, v))
        return any(True for _ in rivals)

    return [(v, a, b) for (a, b), v in links.items() if not torn(a, b, v) and not torn(b, a, v)]


def _in_order(
    units: Mapping[str, Profile], links: list[tuple[float, str, str]], said: list[Verdict]
) -> list[tuple[str, str]]:
    """Strongest first; of equal ones those of what was split off last, so that it is it that stays outside."""
    split = {v.left for v in said if v.kind == "distinct"}
    rest = {v.right for v in said if v.kind == "distinct"}

    def turn(s: str) -> int:
        alone = "@" in s
        mention = units[s].mention
        return 2 if alone and mention in split else 0 if alone and mention in rest else 1

    ordered = sorted(links, key=lambda link: (-link[0], max(turn(link[1]), turn(link[2])), link[1], link[2]))
    return [(a, b) for _, a, b in ordered]


class Hard:
    """What people said: unions that `same` verdicts make whatever the scores, and never two ends of a `distinct`."""

    def __init__(self, units: Mapping[str, Profile], verdicts: list[Verdict]) -> None:
        where = {p.mention: s for s, p in units.items()}
        self._members: dict[str, set[str]] = {s: {s} for s in units}
        ends = [(v.kind, where[v.left], where[v.right]) for v in verdicts if v.left in where and v.right in where]
        self._distinct: dict[str, set[str]] = defaultdict(set)
        for kind, a, b in ends:
            if kind == "same":
                self.unite(a, b)
            else:
                self._distinct[a].add(b)
                self._distinct[b].add(a)

    def allows(self, a: str, b: str) -> bool:
        """Whether no verdict tells the things of these two units apart."""
        theirs = self._members[b]
        return not any(self._distinct[s] & theirs for s in self._members[a] if s in self._distinct)

    def least(self, a: str) -> str:
        """The least unit of its thing."""
        return min(self._members[a])

    def unite(self, a: str, b: str) -> None:
        """The two units are one thing from here on."""
        mine, theirs = self._members[a], self._members[b]
        if mine is not theirs:
            mine |= theirs
            for s in theirs:
                self._members[s] = mine

    def clusters(self) -> list[frozenset[str]]:
        """What came out, by its least signature."""
        return sorted({frozenset(m) for m in self._members.values()}, key=min)
