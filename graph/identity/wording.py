"""What the name of an agreement or meeting says, whatever its language: subjects, bodies, countries, years, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.identity.fold import fold, tokens
from graph.identity.lexicon import countries, named_bodies, ordinals, romans, spellings, topics

_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|e|eme|er|ere|es)")
_WORD = re.compile(r"\w+")
SIGN = 3
ALONE = 5
"""Letters of a number word that counts without a word like "thứ" before it: nam is five, and half of Việt Nam."""
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{2,9}\b")


@dataclass(frozen=True, slots=True)
class Wording:
    """Sorted values: ``numbers`` of editions, ``counts`` (13 points), ``rest`` the words of which nothing is known.

    ``capitals`` are those that are named, by their countries.
    """

    subjects: tuple[str, ...]
    bodies: tuple[str, ...]
    countries: tuple[str, ...]
    years: tuple[str, ...]
    numbers: tuple[str, ...]
    counts: tuple[str, ...]
    rest: tuple[str, ...]
    capitals: tuple[str, ...] = ()


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
        next((p.counts for p in parts if p.counts), ()),
        parts[0].rest if parts else (),
        tuple(sorted({c for p in parts for c in p.capitals})),
    )


def _one(name: str) -> Wording:
    words = _without_small_words(name)
    bodies, left = named_bodies().split(words)
    lands, left = countries().split(left)
    subjects, left = topics().split(left)
    wider = {b.rpartition("_")[0] for b in bodies} & _body_keys()
    about = (set(subjects) - {"-"}) | {b.rpartition("_")[2] for b in bodies if b.rpartition("_")[0] in wider}
    forums = {b for b in bodies if b.rpartition("_")[0] not in wider} | wider
    acronyms = {a.lower() for a in _ACRONYM.findall(name) if (a.lower(),) not in named_bodies().meaning}
    numbers = set(_numbers(words))
    found = (
        about,
        forums | {a for a in acronyms if a in left and not a.isdigit()},
        {c for c in lands if not c.startswith("@")} | _in_capitals(name),
        {w for w in words if _YEAR.fullmatch(w)},
        numbers,
        {w for w in left if w.isdigit() and 4 < int(w[:3]) < 100 and w not in numbers} | set(_points(words)),
        {w for w in left if len(w) > 1 and not w[0].isdigit() and w not in ordinals()},
        {c[1:] for c in lands if c.startswith("@")},
    )
    return Wording(*(tuple(sorted(f)) for f in found))


def _points(words: list[str]) -> Iterator[str]:
    """Numbers of points that are written as words: ten-point consensus, consensus en dix points."""
    for number, counted in pairwise(words):
        if counted in spellings().points and number in spellings().points_told:
            yield spellings().points_told[number]


@lru_cache(maxsize=1)
def _body_keys() -> frozenset[str]:
    return frozenset(named_bodies().meaning.values())


def _without_small_words(name: str) -> list[str]:
    """The folded words; of short ones that are a body's sign too only those in capitals: "un accord" is no UN's."""
    signs = {fold(w) for w in _WORD.findall(name) if w.isupper()}
    bodies = named_bodies().meaning
    return ["" if len(w) <= SIGN and (w,) in bodies and w not in signs else w for w in tokens(name)]


def _in_capitals(name: str) -> set[str]:
    """Countries by signs that are words when they are not in capitals (US)."""
    return {code for code, signs in spellings().signs.items() if signs.search(name)}


def _numbers(words: list[str]) -> Iterator[str]:
    """Numbers of editions: with an ending, as a word, after "thứ" or the like or a forum's name (ASEAN 40-41)."""
    forums = {end for _, end, _ in named_bodies().scan(words)}
    ranks = {at for start, end, found in topics().scan(words) if found == "-" for at in range(start, end)}
    after = False
    for i, word in enumerate(words):
        here = after or i in forums or (i > 0 and words[i - 1] in spellings().number)
        ending, counted = _ORDINAL.fullmatch(word), i > 0 and words[i - 1] in spellings().number
        bare = word.isdigit() and len(word) < 3 and here
        after = bare
        if ending and int(ending[1]) > 0:
            yield str(int(ending[1]))
        elif bare:
            yield str(int(word))
        elif word in romans() and here and i not in forums:
            yield str(romans()[word])
        elif word in ordinals() and i not in ranks and (len(word) >= ALONE or counted):
            yield str(ordinals()[word])
