"""Which mentions are one thing: links by score, then clusters that never hold what was told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.identity.comparing import compare
from graph.identity.values import Mention, Profile
from graph.model import Verdict


def cluster(profiles: Iterable[Profile], verdicts: Iterable[Verdict] = ()) -> dict[Mention, str]:
    """The store key of every mention; the same whatever the order of the profiles and verdicts."""
    units = {p.mention: p for p in sorted(profiles, key=lambda p: p.mention)}
    said = [v for v in verdicts if v.left in units and v.right in units]
    parent = {m: m for m in units}

    def find(m: Mention) -> Mention:
        while parent[m] != m:
            m = parent[m]
        return m

    for v in sorted((v for v in said if v.kind == "same"), key=lambda v: (v.left, v.right)):
        parent[max(find(v.left), find(v.right))] = min(find(v.left), find(v.right))
    apart = {frozenset((v.left, v.right)) for v in said if v.kind == "distinct"}
    for _, a, b in sorted(_links(units)):
        x, y = find(a), find(b)
        if x != y and not any({find(m) for m in pair} == {x, y} for pair in apart):
            parent[max(x, y)] = min(x, y)
    return _keys(units, {m: find(m) for m in units})


def _links(units: dict[Mention, Profile]) -> Iterable[tuple[float, Mention, Mention]]:
    sharing: dict[str, list[Mention]] = defaultdict(list)
    for m, p in units.items():
        for block in p.blocks:
            sharing[block].append(m)
    pairs = {(a, b) for ms in sharing.values() for i, a in enumerate(ms) for b in ms[i + 1 :]}
    for a, b in pairs:
        score = compare(units[a], units[b])
        if score.verdict == "same":
            yield -score.value, a, b


def _keys(units: dict[Mention, Profile], root: dict[Mention, Mention]) -> dict[Mention, str]:
    members: dict[Mention, list[Profile]] = defaultdict(list)
    for m, r in root.items():
        members[r].append(units[m])
    wanted: dict[str, list[Mention]] = defaultdict(list)
    for r, ps in members.items():
        slugs = sorted(p.slug for p in ps)
        wanted[min(slugs, key=lambda s: (-slugs.count(s), s))].append(r)
    named: dict[Mention, str] = {}
    for own, roots in wanted.items():
        for i, r in enumerate(sorted(roots, key=lambda r: (-len(members[r]), r))):
            named[r] = own if i == 0 else f"{own}~{members[r][0].signature[:6]}"
    return {m: named[r] for m, r in root.items()}
