"""People's verdicts: what they bind, what contradicts what, and the mentions that stand alone because of them."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.identity.values import Mention, Profile
from graph.model import Verdict


def touch(profile: Profile, verdicts: Iterable[Verdict]) -> Profile:
    """The profile as it enters clustering: one that a verdict names gets a signature and blocks of its own.

    The two ends of a `same` verdict share a block, so that they meet however little they have in common.
    """
    named = [v for v in verdicts if profile.mention in (v.left, v.right)]
    plain = profile.signature.partition("@")[0]
    blocks = frozenset(b for b in profile.blocks if not b.startswith("=verdict:"))
    if not named:
        return profile if plain == profile.signature else replace(profile, signature=plain, blocks=blocks)
    bound = {f"=verdict:{_pair(v)}" for v in named if v.kind == "same"}
    own = hashlib.blake2b(repr(profile.mention).encode(), digest_size=6).hexdigest()
    return replace(profile, signature=f"{plain}@{own}", blocks=blocks | bound)


def by_mention(verdicts: Iterable[Verdict]) -> dict[Mention, list[Verdict]]:
    """The verdicts that name each mention."""
    found: dict[Mention, list[Verdict]] = defaultdict(list)
    for v in verdicts:
        for mention in {v.left, v.right}:
            found[mention].append(v)
    return found


def contradiction(verdicts: Iterable[Verdict], new: Verdict) -> tuple[Verdict, ...]:
    """The standing verdicts that a new one contradicts, a shortest chain of them; empty where it fits.

    `distinct` contradicts a chain of `same` between its ends; `same` contradicts a `distinct` between what its ends
    are already chained to. A thing is never distinct from itself.
    """
    standing = list(verdicts)
    if new.left == new.right:
        return (new,) if new.kind == "distinct" else ()
    if new.kind == "distinct":
        return _chain(standing, new.left).get(new.right, ())
    left, right = _chain(standing, new.left), _chain(standing, new.right)
    for v in standing:
        for a, b in ((v.left, v.right), (v.right, v.left)):
            if v.kind == "distinct" and a in left and b in right:
                return (*left[a], v, *right[b])
    return ()


def consistent(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Those that can hold together: sorted by time, one that contradicts earlier ones is left aside."""
    kept: list[Verdict] = []
    for v in sorted(verdicts, key=lambda v: (v.at, v.kind, v.left, v.right, v.by)):
        if not contradiction(kept, v):
            kept.append(v)
    return tuple(kept)


def _chain(verdicts: list[Verdict], start: Mention) -> Mapping[Mention, tuple[Verdict, ...]]:
    """Every mention said to be the same as the start, with the verdicts that lead there."""
    reached: dict[Mention, tuple[Verdict, ...]] = {start: ()}
    waiting = deque([start])
    beside = by_mention(v for v in verdicts if v.kind == "same")
    while waiting:
        here = waiting.popleft()
        for v in beside.get(here, ()):
            there = v.right if v.left == here else v.left
            if there not in reached:
                reached[there] = (*reached[here], v)
                waiting.append(there)
    return reached


def _pair(v: Verdict) -> str:
    return hashlib.blake2b(repr(sorted((v.left, v.right))).encode(), digest_size=8).hexdigest()
