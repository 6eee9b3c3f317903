"""The country that each person of an article stands for, where the office beside the name does not tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from loaders.facts.bodies import Country
from loaders.facts.clues import Clue, Standing, host_clues, side_clues, sides_of, standings, visit_clues
from loaders.facts.persons import Person
from loaders.language.syllables import vietnamese
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.titles import TitleMention

_SURE = 8.0
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
            yield from _facing(reading, here, own)
            yield from host_clues(reading, sentence, here)
            yield from _co_chairs(reading, here, own)
            yield from _counterparts(reading, here, own, sentence.first, sentence.last)


def _facing(reading: Reading, here: list[Standing], own: Mapping[str, str]) -> Iterator[Clue]:
    """Two who meet are seldom of one country: the one before the verb and the one behind it."""
    for left, right in pairwise(here):
        if left.person == right.person or right.i - left.j > 25:
            continue
        if _joined(reading, left.j):
            continue
        if _meets(reading, left.j, right.i):
            for one, other in ((left.person, right.person), (right.person, left.person)):
                if one in own and other not in own:
                    yield Clue(other, own[one], -2.5)


def _meets(reading: Reading, i: int, j: int) -> bool:
    """Whether the words between two people say that they meet: received, called on, held talks with."""
    greets, withs = reading.pack.words("guest_words"), reading.pack.words("with")
    if any(reading.hit(k, "meet", "passive") or reading.norm(k) in greets for k in range(i, j)):
        return True
    led = [k for k in range(i, j) if reading.hit(k, "co_chair", "sign")]
    if led and any(reading.norm(k) in withs for k in range(led[0], j)):
        return True
    talks = [k for k in range(i, j) if (hit := reading.hit(k, "event")) and hit.entry.key != "visit"]
    return bool(talks) and any(reading.norm(k) in withs for k in range(talks[0], j))


def _joined(reading: Reading, k: int) -> bool:
    """Whether "and" follows a person, so that what comes next is the subject's: "A received B and met C"."""
    return reading.norm(k + (reading.norm(k) == ",")) in reading.pack.words("and")


def _co_chairs(reading: Reading, here: list[Standing], own: Mapping[str, str]) -> Iterator[Clue]:
    """Two who chair or sign together are of two countries."""
    for left, right in pairwise(here):
        if left.person == right.person or right.i - left.j > 4:
            continue
        before = any(reading.hit_before(left.i - n, "co_chaired_by", "signed_by", reach=6) for n in (0, 1))
        after = any(
            reading.hit(k, "co_chair", "sign") for k in range(right.j, min(right.j + 4, reading.last_of(right.i)))
        )
        if before or after:
            for one, other in ((left.person, right.person), (right.person, left.person)):
                if one in own and other not in own:
                    yield Clue(other, own[one], -3)


def _counterparts(
    reading: Reading, here: list[Standing], own: Mapping[str, str], first: int, last: int
) -> Iterator[Clue]:
    """Whoever has an Israeli counterpart is no Israeli; an unnamed counterpart's country is told the same way."""
    for k in reading.starts(first, last, "counterpart"):
        hit = reading.hit(k, "counterpart")
        if hit is None:
            continue
        before = [s for s in here if s.i < k]
        behind = [s for s in here if s.i <= hit.j + 4 and s.j > hit.j]
        mine = before[-1] if before else None
        country = _counterpart_country(reading, hit.i, hit.j)
        if country:
            yield from (Clue(s.person, country, -6) for s in before if s is mine or s.person not in own)
        if mine and behind and behind[0].person != mine.person and mine.person in own and not country:
            yield Clue(behind[0].person, own[mine.person], -6)


def _counterpart_country(reading: Reading, i: int, j: int) -> str | None:
    place = reading.hit_before(i, "demonym", "country", "weak_country") if reading.pack.get("prefixed") else None
    if place is None:
        n = j
        while n < j + 3 and reading.norm(n) in reading.pack.words("genitive") | reading.pack.words("the") | {"'"}:
            n += 1
        place = reading.hit(n, "demonym", "country", "weak_country")
    return place.entry.key if place else None


def leaning(countries: list[Country], people: list[Person], home: str | None) -> dict[str, float]:
    """How far an article speaks from each country: often named, its offices left unmarked, its home."""
    marked = Counter(c for p in people if (c := own_country(p)))
    raw = {c.iso2: len(c.spans) - 2.0 * marked[c.iso2] for c in countries}
    named = home in raw
    if home:
        raw.setdefault(home, 0.0)
    top = max([*raw.values(), 1.0])
    out = {iso2: max(value / top, -0.5) * 0.8 for iso2, value in raw.items()}
    if home:
        out[home] += 0.8 if named else _UNNAMED
    return out


def main_country(prior: Mapping[str, float], home: str | None) -> str | None:
    """The country of a body about which nothing else is said: the home, else the one that leads by far."""
    if home and prior.get(home, 0.0) != _UNNAMED:
        return home
    best, margin = _best(prior, set(prior))
    return best if margin > 0.15 or len(prior) == 1 else None


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
