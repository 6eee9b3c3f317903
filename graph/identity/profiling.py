"""From an article's facts to the profiles that identity compares."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph.errors import UnknownError
from graph.identity import agencies, agreements, countries, events, meetings, people
from graph.identity.around import Around
from graph.identity.implied import is_pointer, with_implied
from graph.identity.values import Profile, Score
from graph.model import Facts, Node

Features = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one label is profiled and compared."""

    features: Callable[[Around, Node], Features]
    key: Callable[[Features, str], str]
    blocks: Callable[[Features], frozenset[str]]
    compare: Callable[[Profile, Profile], Score]
    weight: Callable[[Features], int] = lambda found: 0


KINDS: Mapping[str, Kind] = {
    "Person": Kind(people.features, people.key, people.blocks, people.compare),
    "Agency": Kind(agencies.features, agencies.key, agencies.blocks, agencies.compare),
    "Country": Kind(countries.features, countries.key, countries.blocks, countries.compare),
    "Agreement": Kind(agreements.features, agreements.key, agreements.blocks, agreements.compare, agreements.weight),
    "Meeting": Kind(meetings.features, meetings.key, meetings.blocks, events.compare, meetings.weight),
}


def profiles(facts: Facts) -> tuple[Profile, ...]:
    """The profiles of an article's nodes, in the order of the nodes, then of what they imply."""
    around = Around(with_implied(facts))
    bare = [_bare(around, n) for n in around.facts.nodes if n.label in KINDS]
    return _with_rivals(bare)


def profile(facts: Facts, node: Node) -> Profile:
    """The profile of one node of an article; UnknownError if the article has no such node.

    `profiles` is the better call for all nodes of an article: this one makes them all and gives one.
    """
    for found in profiles(facts):
        if found.mention[1] == node.id:
            return found
    raise UnknownError(
        f"article {facts.article.key!r} has no person, agency, country, agreement or meeting {node.id!r}"
    )


def _bare(around: Around, node: Node) -> Profile:
    kind = KINDS[node.label]
    found = kind.features(around, node)
    label = node.label.lower()
    keys = frozenset(f"{label}:{b}" for b in kind.blocks(found))
    own = kind.key(found, node.name)
    stem = _digest(repr((node.label, own, sorted(found.items()))))
    mention = (around.facts.article.key, node.id)
    known = {k: v for k, v in found.items() if v}
    weight = kind.weight(found)
    return Profile(mention, node.label, node.name, known, keys | {f"={own}"}, own, stem, stem, weight=weight)


def _with_rivals(bare: list[Profile]) -> tuple[Profile, ...]:
    """Give each profile the stems of those of its article that share a block with it, and its own signature."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(bare):
        for block in p.blocks if not is_pointer(p.mention[1]) else ():
            sharing[block].append(i)
    seen: dict[str, int] = defaultdict(int)
    out = []
    for i, p in enumerate(bare):
        pointer = is_pointer(p.mention[1])
        rivals = frozenset(bare[j].stem for b in p.blocks for j in sharing[b] if j != i and not pointer)
        seen[p.stem] += 1
        signature = _digest(f"{p.stem} {seen[p.stem]} {sorted(rivals)}")
        out.append(replace(p, rivals=rivals, signature=signature))
    return tuple(out)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
