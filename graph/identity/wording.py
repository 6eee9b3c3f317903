"""What the name of an agreement or meeting says, whatever its language: subjects, bodies, countries, years, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.fold import tokens
from graph.identity.lexicon import countries, named_bodies, ordinals, topics

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """Sorted values; ``rest`` are the words that nothing is known of."""

    subjects: tuple[str, ...]
    bodies: tuple[str, ...]
    countries: tuple[str, ...]
    years: tuple[str, ...]
    numbers: tuple[str, ...]
    rest: tuple[str, ...]


@lru_cache(maxsize=65536)
def wording(names: tuple[str, ...]) -> Wording:
    """All that the names of one thing say together; years and numbers are those of the first that has any."""
    parts = [_one(n) for n in names]
    subjects = {s for p in parts for s in p.subjects}
    return Wording(
        tuple(sorted(s for s in subjects if not any(o.startswith(f"{s}/") for o in subjects))),
        tuple(sorted({b for p in parts for b in p.bodies})),
        tuple(sorted({c for p in parts for c in p.countries})),
        next((p.years for p in parts if p.years), ()),
        next((p.numbers for p in parts if p.numbers), ()),
        parts[0].rest if parts else (),
    )


def _one(name: str) -> Wording:
    words = list(tokens(name))
    bodies, left = named_bodies().split(words)
    lands, left = countries().split(left)
    subjects, left = topics().split(left)
    years = {w for w in left if _YEAR.fullmatch(w)}
    numbers = set(_numbers(left))
    rest = {w for w in left if len(w) > 1 and not w[0].isdigit() and w not in ordinals()}
    wider = {b.rpartition("_")[0] for b in bodies} & set(named_bodies().meaning.values())
    about = (set(subjects) - {"-"}) | {b.rpartition("_")[2] for b in bodies if b.rpartition("_")[0] in wider}
    found = (about, {b for b in bodies if b.rpartition("_")[0] not in wider} | wider, set(lands), years, numbers, rest)
    return Wording(*(tuple(sorted(f)) for f in found))


def _numbers(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        number = _NUMBER.fullmatch(word)
        if number and int(number[1]) > 0:
            yield str(int(number[1]))
        elif word in ordinals():
            yield str(ordinals()[word])
