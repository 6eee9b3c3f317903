"""Who is compared with whom: those that share a block, and never a whole oversize block."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from graph.identity.comparing import compare
from graph.identity.values import Profile

LIMIT = 300
"""A block with more units than this says too little ("police", a family name) and proposes nothing; the finer blocks
of the same profiles still do. Blocks that begin with "=" (one key, one verdict) are never left out."""

Fetch = Callable[[Collection[str]], Mapping[str, Sequence[Profile]]]
"""From blocks to the units in each: one (touched) profile for every signature, at most ``2 * LIMIT`` of a block that
does not begin with "="."""


def binding(block: str) -> bool:
    """Whether those who share the block are always judged together."""
    return block.startswith("=")


def candidates(units: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """Every pair of signatures that shares a block, once, in order."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for signature in sorted(units):
        for block in units[signature].blocks:
            sharing[block].append(signature)
    usable = {b: s for b, s in sharing.items() if binding(b) or len(s) <= LIMIT}
    for a in sorted(units):
        others = {o for b in units[a].blocks if b in usable for o in usable[b] if o > a}
        for b in sorted(others):
            yield a, b


def neighbourhood(added: Iterable[Profile], removed: Iterable[Profile], fetch: Fetch) -> tuple[Profile, ...]:
    """Every unit whose key may change because units were added or removed (which ``fetch`` already knows).

    To cluster these alone gives them the same keys as to cluster everything.
    """
    new, gone = {p.signature: p for p in added}, {p.signature: p for p in removed}
    found = dict(new)
    waiting = [*new.values(), *gone.values()]
    moving = Counter(b for p in waiting for b in p.blocks)
    for block, units in fetch(moving.keys()).items():
        moved = moving[block]
        crossed = not binding(block) and len(units) - moved <= LIMIT < len(units) + moved
        if crossed:
            found |= {p.signature: p for p in units}
    waiting = [*found.values(), *gone.values()]
    while waiting:
        here, waiting = waiting, []
        sharing = fetch({b for p in here for b in p.blocks})
        for p in here:
            for other in _near(p, sharing, found):
                found[other.signature] = other
                waiting.append(other)
    return tuple(found[s] for s in sorted(found))


def _near(p: Profile, sharing: Mapping[str, Sequence[Profile]], found: Mapping[str, Profile]) -> Iterator[Profile]:
    """The units that are bound or linked to this one and not found yet."""
    seen = {p.signature}
    for block in sorted(p.blocks, reverse=True):
        units = sharing.get(block, ())
        if not binding(block) and len(units) > LIMIT:
            continue
        for other in units:
            if other.signature in found or (other.signature in seen and not binding(block)):
                continue
            seen.add(other.signature)
            if binding(block) or compare(p, other).verdict == "same":
                yield other
