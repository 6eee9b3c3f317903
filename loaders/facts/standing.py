"""The country that each person of an article stands for, where the office beside the name does not tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from loaders.facts.belonging import deputy_clues, membership_clues, place_clues
from loaders.facts.clues import (
    Clue,
    host_clues,
    side_clues,
    sides_of,
    standings,
    visit_clues,
)
from loaders.facts.facing import facing_clues
from loaders.facts.home import UNNAMED, leader
from loaders.facts.persons import Person, own_country
from loaders.language.syllables import vietnamese
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention

_SURE = 8.0
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
    main = {c for c in prior if prior[c] != UNNAMED}
    return _decide(people, votes, among, told, main if len(main) == 2 else set())


def _other_side(votes: dict[str, dict[str, float]], prior: Mapping[str, float]) -> None:
    """In an article on two countries, who is not of the one is of the other."""
    main = [c for c in sorted(prior) if prior[c] != UNNAMED]
    if len(main) == 2:
        for row in votes.values():
            for one, other in (main, main[::-1]):
                if row.get(one, 0.0) < -1.5 and row.get(other, 0.0) > -1.5:
                    row[other] = row.get(other, 0.0) + 1.5


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
        yield "VN", (1.0 if among["VN"] != UNNAMED else 0.0) if chinese else 4.0
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
        ((leader(votes[p.id], among)[1], n, p) for n, p in enumerate(people)), key=lambda row: (-row[0], row[1])
    )
    for _, _, person in ranked:
        seats = {s for t, _ in person.titles if (s := _seat(t))}
        held = {c for s in seats for c in taken[s]}
        score = {c: votes[person.id].get(c, 0.0) - (3.0 if c in held else 0.0) for c in among}
        if len(held & main) == 1:  # of two countries one has its minister: this is the other's
            score |= {c: score.get(c, 0.0) + 1.0 for c in main - held}
        country, margin = leader(score, among)
        out[person.id] = (
            country if country and score[country] > 0 and margin > (0.05 if person.id in told else 0.25) else None
        )
        if country is not None and out[person.id]:
            for seat in seats:
                taken[seat].add(country)
    return out
