"""The country that each person of an article stands for, where the office beside the name does not tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from loaders.facts.bodies import Country
from loaders.facts.clues import (
    Clue,
    deputy_clues,
    host_clues,
    membership_clues,
    place_clues,
    side_clues,
    sides_of,
    standings,
    visit_clues,
)
from loaders.facts.facing import facing_clues
from loaders.facts.persons import Person
from loaders.language.syllables import vietnamese
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.titles import TitleMention

_SURE = 8.0
_TOWN = 0.5  # how much a town tells of where an article speaks from
_ALONE = 0.3  # the leaning to the only country that is named
_DATELINE = 0.6  # how much the town before an article's first words tells
_LINES = 6
_GUEST = 0.5  # how much a delegation speaks against its country as the article's home
_UNNAMED = 0.1  # the leaning to a home that the text does not name
# Offices that several people hold for one body at a time.
_SHARED = (
    "deputy",
    "first_deputy",
    "state_minister",
    "vice",
    "assistant",
    "under",
    "head",
    "spokes",
    "attache",
    "advis",
    "special",
    "secretary_of",
)


def stand_for(
    reading: Reading, people: list[Person], bodies: list[AgencyMention], prior: Mapping[str, float]
) -> dict[str, str | None]:
    """The country of each person by id; None where the text leaves it open."""
    votes: dict[str, dict[str, float]] = {p.id: defaultdict(float) for p in people}
    own = {p.id: c for p in people if (c := own_country(p))}
    for clue in _clues(reading, people, bodies, own):
        votes[clue.person][clue.country] += clue.weight
    seen: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        if body.country:
            seen[body.label].add(body.country)
    for p in people:
        for country, weight in (*prior.items(), *_name_votes(reading, p, prior), *_body_votes(p, seen)):
            votes[p.id][country] += weight
        if p.id in own:
            votes[p.id][own[p.id]] += 4 * _SURE
        for clue in membership_clues(reading, p):
            votes[p.id][clue.country] += clue.weight
        for title, _ in p.titles:
            if title.posted:
                votes[p.id][title.posted] -= _SURE
            for country in title.likely:
                votes[p.id][country] += 2.0
    _other_side(votes, prior)
    told = {p.id for p in people if any(v - prior.get(c, 0.0) >= 1.5 for c, v in votes[p.id].items())}
    among = set(prior) | set(own.values()) | {c for row in votes.values() for c, v in row.items() if v >= 2}
    main = {c for c in prior if prior[c] != _UNNAMED}
    return _decide(people, votes, among, told, main if len(main) == 2 else set())


def _other_side(votes: dict[str, dict[str, float]], prior: Mapping[str, float]) -> None:
    """In an article on two countries, who is not of the one is of the other."""
    main = [c for c in sorted(prior) if prior[c] != _UNNAMED]
    if len(main) == 2:
        for row in votes.values():
            for one, other in (main, main[::-1]):
                if row.get(one, 0.0) < -1.5 and row.get(other, 0.0) > -1.5:
                    row[other] = row.get(other, 0.0) + 1.5


def own_country(person: Person) -> str | None:
    """The country that one of the person's offices names."""
    for title, _ in person.titles:
        body = title.agency
        country = title.country or (body.country if body is not None else None)
        if country and not (body is not None and body.multilateral):
            return country
    return None


def _clues(
    reading: Reading, people: list[Person], bodies: list[AgencyMention], own: Mapping[str, str]
) -> Iterator[Clue]:
    starts = {b.i: b for b in bodies}
    every = standings(people)
    k = 0
    for sentence in reading.sentences:
        here = []
        while k < len(every) and every[k].i < sentence.last:
            here.append(every[k])
            k += 1
        if here:
            yield from side_clues(reading, sides_of(reading, sentence, starts), here)
            yield from visit_clues(reading, sentence, here)
            yield from host_clues(reading, sentence, here)
            yield from deputy_clues(reading, sentence, here)
            yield from place_clues(reading, sentence, here)
            yield from facing_clues(reading, here, own, sentence.first, sentence.last)


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
        out[home] += 0.8 if named else _UNNAMED
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
    if home and prior.get(home, 0.0) != _UNNAMED:
        return home
    best, margin = _best(prior, set(prior))
    if margin > 0.15 or len(prior) == 1:
        return best
    told = [iso2 for iso2 in towns if iso2 in prior]
    return told[0] if len(told) == 1 else None


def _name_votes(reading: Reading, person: Person, among: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """What the name tells: usual in some of the countries, Vietnamese or not."""
    homes = _homes(reading, person)
    fits = [c for c in among if c in homes]
    if fits and len(fits) < len(among):
        yield from ((c, 0.9) for c in fits)
    shaped = vietnamese_name(reading, person.mentions)
    if "VN" not in among:
        if shaped and max(m.j - m.i for m in person.mentions) > 2:
            yield "VN", 2.5
    elif shaped:
        chinese = reading.pack.get("diacritics") and "CN" in among
        yield "VN", (1.0 if among["VN"] != _UNNAMED else 0.0) if chinese else 4.0
    elif shaped is False:
        yield "VN", -4.0


def _homes(reading: Reading, person: Person) -> set[str]:
    """The countries in which the person's names are usual."""
    longest = max(person.mentions, key=lambda m: m.j - m.i)
    out: set[str] = set()
    for k in range(longest.i, longest.j):
        cultures = [h.entry.key for h in reading.hits[k] if h.entry.slot == "name"]
        out |= {c for culture in cultures for c in reading.pack.homes.get(culture, ())}
    return out


def vietnamese_name(reading: Reading, mentions: list[NameMention]) -> bool | None:
    """Whether a name is made of Vietnamese syllables behind a Vietnamese family name; None where one word is all."""
    longest = max(mentions, key=lambda m: m.j - m.i)
    words = [t for t in reading.tokens[longest.i : longest.j] if t.word]
    if not all(vietnamese(t.text) for t in words):
        return False
    if len(words) < 2 or not reading.hit(longest.i, "family"):
        return None
    return True


def _body_votes(person: Person, seen: Mapping[str, set[str]]) -> Iterator[tuple[str, float]]:
    """The same body named with its country elsewhere in the text."""
    for label in {t.agency.label for t, _ in person.titles if t.agency is not None}:
        for country in seen.get(label, ()):
            yield country, 1.6 / len(seen[label])


def _single(title: TitleMention) -> bool:
    return not title.counterpart and not title.office.startswith(_SHARED)


def _seat(title: TitleMention) -> tuple[str, str] | None:
    """An office that one person holds at a time."""
    if not _single(title) or title.holds_for == "none":
        return None
    if title.agency is not None:
        return "minister" if title.office.endswith("_minister") else title.office, title.agency.label
    return (title.office, "") if title.holds_for == "country" else None


def _decide(
    people: list[Person], votes: dict[str, dict[str, float]], among: set[str], told: set[str], main: set[str]
) -> dict[str, str | None]:
    """The surest first; who is decided takes the office in that country from the others."""
    out: dict[str, str | None] = {}
    taken: dict[tuple[str, str], set[str]] = defaultdict(set)
    ranked = sorted(
        ((_best(votes[p.id], among)[1], n, p) for n, p in enumerate(people)), key=lambda row: (-row[0], row[1])
    )
    for _, _, person in ranked:
        seats = {s for t, _ in person.titles if (s := _seat(t))}
        held = {c for s in seats for c in taken[s]}
        score = {c: votes[person.id].get(c, 0.0) - (3.0 if c in held else 0.0) for c in among}
        if len(held & main) == 1:  # of two countries one has its minister: this is the other's
            score |= {c: score.get(c, 0.0) + 1.0 for c in main - held}
        country, margin = _best(score, among)
        out[person.id] = (
            country if country and score[country] > 0 and margin > (0.05 if person.id in told else 0.25) else None
        )
        if country is not None and out[person.id]:
            for seat in seats:
                taken[seat].add(country)
    return out


def _best(score: Mapping[str, float], among: set[str]) -> tuple[str | None, float]:
    """The country that leads, and by how much."""
    ranked = sorted(((score.get(c, 0.0), c) for c in among), key=lambda pair: (-pair[0], pair[1]))
    if not ranked:
        return None, 0.0
    return ranked[0][1], ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
