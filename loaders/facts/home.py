"""Where an article speaks from: how far it leans to each country, and whose a body is about which nothing is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from loaders.facts.bodies import Country
from loaders.facts.persons import Person, own_country
from loaders.mentions.reading import Reading

_TOWN = 0.5  # how much a town tells of where an article speaks from
_ALONE = 0.3  # the leaning to the only country that is named
_DATELINE = 0.8  # how much the town before an article's first words tells
_LINES = 6
_GUEST = 0.5  # how much a delegation speaks against its country as the article's home
UNNAMED = 0.1  # the leaning to a home that the text does not name


def leaning(
    countries: list[Country],
    people: list[Person],
    home: str | None,
    towns: Mapping[str, int],
    guests: Mapping[str, int],
    line: str | None,
) -> dict[str, float]:
    """How far an article speaks from each country: often named, its towns too, its offices left unmarked, its home."""
    marked = Counter(c for p in people if (c := own_country(p)))
    raw = {c.iso2: len(c.spans) - 2.0 * marked[c.iso2] - _GUEST * guests[c.iso2] for c in countries}
    for iso2, number in towns.items():
        raw.setdefault(iso2, _TOWN * min(number, 3))
    named = home in raw
    if home:
        raw.setdefault(home, 0.0)
    top = max([*raw.values(), 1.0])
    out = {iso2: max(value / top, -0.5) * 0.8 for iso2, value in raw.items()}
    if home:
        out[home] += 0.8 if named else UNNAMED
    if line in out and not named:
        out[line] += _DATELINE
    return {iso2: max(value, _ALONE) for iso2, value in out.items()} if len(out) == 1 else out


def named_towns(reading: Reading) -> Counter[str]:
    """How often the capitals and cities of each country are named as places."""
    words = reading.pack.words("place_words") | reading.pack.words("place_nouns") | {"(", ","}
    out: Counter[str] = Counter()
    for k in reading.starts(0, len(reading.tokens), "capital", "city"):
        town = reading.hit(k, "capital", "city")
        if town is None or reading.norm(town.j - 1) in reading.pack.words("meeting_towns"):
            continue
        if k == reading.first_of(k) or reading.norm(k - 1) in words:
            out[town.entry.key] += 1
    return out


def dateline(reading: Reading) -> str | None:
    """The country of the town that leads in an article's first lines: ISLAMABAD – …, Dhaka, March 3 (BSS): …"""
    for sentence in reading.sentences[:_LINES]:
        k = sentence.first
        while k < sentence.last and not reading.tokens[k].word:
            k += 1
        town = reading.hit(k, "capital", "city")
        if town is None or reading.norm(town.j - 1) in reading.pack.words("meeting_towns"):
            continue
        for n in range(town.j, min(town.j + 14, sentence.last)):
            sign = reading.tokens[n].text
            if sign in "-–—:" and not (reading.glued(n) and reading.glued(n + 1)):
                return town.entry.key
            if n == town.j and sign not in ",(/":
                break
    return None


def delegations(reading: Reading) -> Counter[str]:
    """How often delegations of each country are named: they are guests where an article speaks from."""
    found = (
        reading.hit_before(k, "demonym", "country", "weak_country", reach=3)
        for k in reading.starts(0, len(reading.tokens), "delegation")
    )
    return Counter(h.entry.key for h in found if h)


def main_country(prior: Mapping[str, float], home: str | None, towns: Mapping[str, int]) -> str | None:
    """The country of a body about which nothing else is said: the home, one that leads by far, one whose town it is."""
    if home and prior.get(home, 0.0) != UNNAMED:
        return home
    best, margin = leader(prior, set(prior))
    if margin > 0.15 or len(prior) == 1:
        return best
    told = [iso2 for iso2 in towns if iso2 in prior]
    return told[0] if len(told) == 1 else None


def leader(score: Mapping[str, float], among: set[str]) -> tuple[str | None, float]:
    """The country that leads, and by how much."""
    ranked = sorted(((score.get(c, 0.0), c) for c in among), key=lambda pair: (-pair[0], pair[1]))
    if not ranked:
        return None, 0.0
    return ranked[0][1], ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
