"""What a sentence says about the country that a person stands for: sides, delegations, visits, counterparts."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.facts.persons import Person
from loaders.language.sentences import Sentence
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Hit, Reading

PLACES = ("country", "demonym", "weak_country", "capital")


@dataclass(frozen=True, slots=True)
class Clue:
    """For or against (a negative weight) a person's standing for a country."""

    person: str
    country: str
    weight: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's name in a sentence with the titles beside it: tokens ``i`` to ``j``."""

    i: int
    j: int
    person: str


@dataclass(frozen=True, slots=True)
class Side:
    """Tokens i to j name one side: "phía Australia", "the Singapore delegation", "côté sud-coréen"."""

    i: int
    j: int
    country: str


def standings(people: list[Person]) -> list[Standing]:
    """Every mention of a person, from left to right."""
    spans = (Standing(m.start, _end(m), p.id) for p in people for m in p.mentions)
    return sorted(spans, key=lambda s: s.i)


def _end(mention: NameMention) -> int:
    return max([mention.j, *(t.j for t in mention.after)])


def sides_of(reading: Reading, sentence: Sentence, bodies: dict[int, AgencyMention]) -> list[Side]:
    """The sides that a sentence names."""
    out: list[Side] = []
    for k in reading.starts(sentence.first, sentence.last, "side", "delegation"):
        hit = reading.hit(k, "side", "delegation")
        if hit and hit.j <= sentence.last:
            side = _side(reading, hit, sentence, bodies)
            if side and not (out and side.i < out[-1].j):
                out.append(side)
    return out


def _side(reading: Reading, hit: Hit, sentence: Sentence, bodies: dict[int, AgencyMention]) -> Side | None:
    pack = reading.pack
    if pack.get("prefixed"):
        place = _place_before(reading, hit.i)
        if place:
            return Side(place.i, hit.j, place.entry.key)
        if reading.norm(hit.j) not in pack.words("of") | pack.words("from"):
            return None
    last = min(sentence.last, hit.j + (6 if hit.entry.slot == "delegation" else 3))
    for k in range(hit.j, last):
        body = bodies.get(k)
        place = reading.hit(k, *PLACES[:3])
        if body and body.country:
            return Side(hit.i, body.j, body.country)
        if place:
            return Side(hit.i, place.j, place.entry.key)
        token = reading.tokens[k]
        if body or (not token.word and token.text not in "'’-") or reading.hit(k, "office", "rank", "led_by"):
            return None
    return None


def _place_before(reading: Reading, i: int) -> Hit | None:
    """The country right before a word, or with one or two plain words between ("Chinese high-level delegation")."""
    for back in range(3):
        k = i - back
        if k <= reading.first_of(i):
            return None
        if reading.norm(k - 1) in reading.pack.words("possessive") and reading.norm(k - 2) == "'":
            k -= 2
        place = reading.hit_before(k, *PLACES[:3])
        if place:
            return place
    return None


def reach(reading: Reading, sentence: Sentence, bodies: dict[int, AgencyMention]) -> list[tuple[Side, int]]:
    """The sides of a sentence that a linking word ties to what follows, each with the token where that ends."""
    sides = sides_of(reading, sentence, bodies)
    ends = [*(s.i for s in sides[1:]), sentence.last][: len(sides)]
    return [(s, end) for s, end in zip(sides, ends, strict=True) if _linked(reading, s, end)]


def _linked(reading: Reading, side: Side, until: int) -> bool:
    links = reading.pack.words("side_links")
    return any(t.norm in links or t.text in ":," for t in reading.tokens[side.j : min(side.j + 4, until)])


def side_clues(reading: Reading, sides: list[Side], here: list[Standing]) -> Iterator[Clue]:
    """Who stands on a side: whom a linking word puts there, and who is named before "on the Korean side"."""
    for number, side in enumerate(sides):
        until = sides[number + 1].i if number + 1 < len(sides) else reading.last_of(side.i)
        behind = [s for s in here if side.j <= s.i < until]
        greeted = bool(behind) and any(reading.hit(k, "passive") for k in range(side.j, behind[0].i))
        linked = (not greeted and _linked(reading, side, until)) or (bool(behind) and behind[0].i - side.j <= 1)
        if behind and linked and behind[0].i - side.j <= 14:
            row = list(in_row(behind))
            for s in row:
                yield Clue(s.person, side.country, 4)
            rest = behind[len(row) :]
            if rest and not any(reading.hit(k, "meet", "co_chair") for k in range(side.j, rest[-1].i)):
                for s in rest:
                    yield Clue(s.person, side.country, 2)
        lead = reading.norm(side.i - 1) in reading.pack.words("side_prepositions")
        ahead = [s for s in here if (sides[number - 1].j if number else 0) <= s.i and s.j <= side.i]
        if ahead and _leads(reading, ahead[-1].j, side.i):
            yield Clue(ahead[-1].person, side.country, 6)
        if ahead and lead and not linked and side.i - ahead[-1].j <= 10 and reading.hit(side.i, "side") is not None:
            for s in ahead:
                yield Clue(s.person, side.country, 3)


def _leads(reading: Reading, i: int, j: int) -> bool:
    """Whether a verb of leading ties a person to the delegation behind it: "X led a Pakistani delegation"."""
    withs = reading.pack.words("with")
    return (
        0 < j - i <= 9
        and any(reading.hit(k, "lead") or ((c := reading.hit(k, "chair")) and c.j >= j - 1) for k in range(i, j))
        and not any(reading.norm(k) in withs for k in range(i, j))
    )


def in_row(row: list[Standing]) -> Iterator[Standing]:
    """The first person and those listed right behind: A, B and C."""
    end = row[0].i
    for s in row:
        if s is not row[0] and s.i - end > 3:
            return
        yield s
        end = s.j


def visit_clues(reading: Reading, sentence: Sentence, here: list[Standing]) -> Iterator[Clue]:
    """Who visits a country is not of it: "visit to Japan by X", "X arrived in Hanoi", "chuyến thăm Việt Nam của X"."""
    end = sentence.first
    for k in reading.starts(sentence.first, sentence.last, "travel", "event"):
        hit = reading.hit(k, "travel") or next(
            (h for h in reading.hits[k] if h.entry.slot == "event" and h.entry.key == "visit"), None
        )
        if hit is None or k < end:
            continue
        place = _visited(reading, hit, sentence.last)
        if place:
            visitor = _visitor(reading, hit, place, here)
            if visitor:
                yield Clue(visitor.person, place.entry.key, -5)
            host = _inviter(reading, place.j, here)
            if host:
                yield Clue(host.person, place.entry.key, 4)
        end = hit.j


def _inviter(reading: Reading, j: int, here: list[Standing]) -> Standing | None:
    """Who invites to a country is of it: "a visit to Pakistan at the invitation of X"."""
    words = reading.pack.words("invitation")
    at = next((k for k in range(j, j + 6) if reading.norm(k) in words), None)
    behind = [s for s in here if at is not None and at < s.i <= at + 4]
    return behind[0] if behind else None


def _visited(reading: Reading, hit: Hit, last: int) -> Hit | None:
    words = (
        reading.pack.words("place_words")
        | reading.pack.words("the")
        | reading.pack.words("of")
        | reading.pack.words("place_nouns")
    )
    for k in range(hit.j, min(hit.j + 6, last)):
        place = reading.hit(k, "country", "weak_country", "capital")
        if place:
            return place
        if reading.norm(k) not in words and not reading.hit(k, "event", "travel"):
            return None
    return None


def _visitor(reading: Reading, hit: Hit, place: Hit, here: list[Standing]) -> Standing | None:
    pack, k = reading.pack, place.j
    behind = [s for s in here if k <= s.i]
    if reading.norm(k) in pack.words("genitive") | pack.words("by") and not reading.norm(k + 1).isdigit():
        return behind[0] if behind and behind[0].i - k <= 2 else None
    before = [s for s in here if s.j <= hit.i]
    noun = hit.entry.slot == "event"
    if before and (not noun or hit.i - before[-1].j <= 3):
        return before[-1]
    return behind[0] if behind and not before and behind[0].i - k <= 8 else None


def host_clues(reading: Reading, sentence: Sentence, here: list[Standing]) -> Iterator[Clue]:
    """Who receives somebody in a town is of the town's country."""
    for left in here:
        near = reading.starts(left.j, min(left.j + 4, sentence.last), "meet")
        if not any(h.entry.slot == "meet" and h.entry.key == "reception" for k in near for h in reading.hits[k]):
            continue
        for k in reading.starts(left.j, sentence.last, "capital", "city"):
            town = reading.hit(k, "capital", "city")
            if town and reading.norm(k - 1) in reading.pack.words("place_words") | reading.pack.words("place_nouns"):
                yield Clue(left.person, town.entry.key, 2.5)
                return
