"""Which mentions are one thing: links by score, then clusters that never hold what was told apart.

The result is a function of the set of profiles and verdicts alone. It falls into parts that do not see each other:
units that are linked, or that would have the same key. That is what lets a store recompute a neighbourhood only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.identity.candidates import binding, candidates
from graph.identity.comparing import compare
from graph.identity.joining import join
from graph.identity.values import Mention, Profile
from graph.identity.verdicts import by_mention, consistent, touch
from graph.model import Verdict


def cluster(profiles: Iterable[Profile], verdicts: Iterable[Verdict] = ()) -> dict[Mention, str]:
    """The store key of every mention; the same whatever the order of the profiles and verdicts.

    A verdict that contradicts earlier ones has no effect (`contradiction` finds it before it is recorded).
    """
    kept = consistent(verdicts)
    named = by_mention(kept)
    unit: dict[Mention, str] = {}
    units: dict[str, Profile] = {}
    for given in profiles:
        p = touch(given, named.get(given.mention, ()))
        unit[p.mention] = p.signature
        if p.signature not in units or p.mention < units[p.signature].mention:
            units[p.signature] = p
    keys: dict[str, str] = {}
    for part, links in _parts(units):
        keys |= _keys(units, join({s: units[s] for s in part}, links, kept))
    return {mention: keys[signature] for mention, signature in unit.items()}


Links = dict[tuple[str, str], float]


def _parts(units: Mapping[str, Profile]) -> Iterable[tuple[list[str], Links]]:
    """Units that are linked or may want the same key, with the scores of their links."""
    parent = {s: s for s in units}
    links: Links = {}
    for a, b in candidates(units):
        score = compare(units[a], units[b])
        if score.verdict == "same":
            links[a, b] = score.value
            _union(parent, a, b)
    first: dict[str, str] = {}
    for s in sorted(units):
        for block in filter(binding, units[s].blocks):
            _union(parent, first.setdefault(block, s), s)
    parts: dict[str, list[str]] = defaultdict(list)
    inside: dict[str, Links] = defaultdict(dict)
    for s in sorted(units):
        parts[_find(parent, s)].append(s)
    for (a, b), value in links.items():
        inside[_find(parent, a)][a, b] = value
    for root, part in parts.items():
        yield part, inside[root]


def _find(parent: dict[str, str], s: str) -> str:
    while parent[s] != s:
        parent[s] = s = parent[parent[s]]
    return s


def _union(parent: dict[str, str], a: str, b: str) -> None:
    a, b = _find(parent, a), _find(parent, b)
    parent[max(a, b)] = min(a, b)


def _keys(units: Mapping[str, Profile], clusters: Iterable[frozenset[str]]) -> dict[str, str]:
    """A key for every unit: the best slug of its cluster; the largest of several that want one slug has it bare."""
    wanted: dict[str, list[list[str]]] = defaultdict(list)
    for members in clusters:
        own = [units[s] for s in sorted(members)]
        slugs = [p.slug for p in own]
        best = min(own, key=lambda p: (-p.weight, -slugs.count(p.slug), p.slug))
        wanted[best.slug].append([p.signature for p in own])
    keys: dict[str, str] = {}
    for slug, several in wanted.items():
        for i, same in enumerate(sorted(several, key=lambda m: (-len(m), m))):
            keys |= dict.fromkeys(same, slug if i == 0 else f"{slug}~{_short(same[0])}")
    return keys


def _short(signature: str) -> str:
    plain, _, own = signature.partition("@")
    return (own or plain)[:6]
