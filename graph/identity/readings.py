"""Chinese names in Vietnamese texts, each character read as Vietnamese reads it: Vương Nghị is Wang Yi."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from math import prod

from graph.identity.fold import exact, fold
from graph.identity.lexicon import table

MOST = 8
"""A name with more possible readings than this says too little of any; most have one or two."""
SYLLABLES = range(2, 5)
LONGEST = 16
"""Letters of a word that may be syllables of Mandarin written together."""


@lru_cache(maxsize=65536)
def mandarin(name: str) -> frozenset[str]:
    """How a name may sound in Mandarin, in letters without spaces: empty unless it can be a Chinese one.

    Of a name that is written in pinyin both orders are given, since reports differ in where they put the family name.
    """
    words = exact(name).split()
    several = [_readings().get(w, ()) for w in words]
    if len(words) in SYLLABLES and all(several):
        return frozenset("".join(s) for s in product(*several)) if prod(map(len, several)) <= MOST else frozenset()
    plain = fold(name).split()
    if len(plain) in SYLLABLES and all(len(w) <= LONGEST and _pinyin().fullmatch(w) for w in plain):
        return frozenset({"".join(plain), "".join(plain[-1:] + plain[:-1])})
    return frozenset()


@lru_cache(maxsize=65536)
def one_reading(a: str, b: str) -> bool:
    """Whether one name is the other as the other language reads its characters."""
    return bool(mandarin(a) & mandarin(b)) and _is_read(a) != _is_read(b)


def _is_read(name: str) -> bool:
    return all(w in _readings() for w in exact(name).split())


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    """Mandarin syllables by the Vietnamese one, its tone where `exact` puts it."""
    groups = table("sino_vietnamese")["readings"].values()
    told = {exact(str(v)): (p,) if isinstance(p, str) else tuple(map(str, p)) for g in groups for v, p in g.items()}
    return {v: p for v, p in told.items() if v}


@lru_cache(maxsize=1)
def _pinyin() -> re.Pattern[str]:
    syllables = sorted({s for several in _readings().values() for s in several}, key=lambda s: (-len(s), s))
    return re.compile(f"(?:{'|'.join(map(re.escape, syllables))}){{1,3}}")
