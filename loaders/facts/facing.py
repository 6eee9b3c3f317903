"""What it says of a person's country that he meets, chairs with, comes with or has a counterpart in somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from loaders.facts.clues import Clue, Standing
from loaders.mentions.reading import Reading


def facing_clues(
    reading: Reading, here: list[Standing], own: Mapping[str, str], first: int, last: int
) -> Iterator[Clue]:
    """The clues of one sentence in which people stand over against each other, or side by side."""
    yield from _facing(reading, here, own)
    yield from _co_chairs(reading, here, own)
    yield from _counterparts(reading, here, own, first, last)
    yield from _company(reading, here, own)
    yield from _listed(reading, here, own, first)


def _facing(reading: Reading, here: list[Standing], own: Mapping[str, str]) -> Iterator[Clue]:
    """Two who meet are seldom of one country: the one before the verb and the one behind it."""
    for left, right in pairwise(here):
        if left.person == right.person or right.i - left.j > 25:
            continue
        if _joined(reading, left.j):
            continue
        if _meets(reading, left.j, right.i):
            yield from _apart(left, right, own, 2.5)


def _apart(
    left: Standing, right: Standing, own: Mapping[str, str], weight: float, sure: bool = False
) -> Iterator[Clue]:
    """Two are of two countries: what is known of the one is held against the other; ``sure``: even what is known."""
    for one, other in ((left.person, right.person), (right.person, left.person)):
        if one in own and (sure or other not in own):
            yield Clue(other, own[one], -weight)


def _meets(reading: Reading, i: int, j: int) -> bool:
    """Whether the words between two people say that they meet: received, called on, held talks with."""
    greets, withs = reading.pack.words("guest_words"), reading.pack.words("with")
    if reading.holds(i, j, "meet", "passive") or reading.says(i, j, greets):
        return True
    led = reading.starts(i, j, "co_chair", "sign")
    if led and reading.says(led[0], j, withs):
        return True
    events = reading.starts(i, j, "event")
    talks = [k for k in events if (hit := reading.hit(k, "event")) and hit.entry.key != "visit"]
    return bool(talks) and reading.says(talks[0], j, withs)


def _joined(reading: Reading, k: int) -> bool:
    """Whether "and" follows a person, so that what comes next is the subject's: "A received B and met C"."""
    return reading.norm(k + (reading.norm(k) == ",")) in reading.pack.words("and")


def _co_chairs(reading: Reading, here: list[Standing], own: Mapping[str, str]) -> Iterator[Clue]:
    """Two who chair or sign together are of two countries."""
    for left, right in pairwise(here):
        if left.person == right.person or right.i - left.j > 4:
            continue
        before = any(reading.hit_before(left.i - n, "co_chaired_by", "signed_by", reach=6) for n in (0, 1))
        after = reading.holds(right.j, min(right.j + 4, reading.last_of(right.i)), "co_chair", "sign")
        if before or after:
            yield from _apart(left, right, own, 3)


def _company(reading: Reading, here: list[Standing], own: Mapping[str, str]) -> Iterator[Clue]:
    """Who is listed behind somebody whom another meets or whom they accompany is of that one's country."""
    withs, own, led = reading.pack.words("with"), dict(own), set[str]()
    for n, (left, right) in enumerate(pairwise(here)):
        if left.person == right.person or left.person not in own or right.person in own:
            continue
        if reading.holds(left.j, min(right.i, left.j + 25), "accompany"):
            yield Clue(right.person, own[left.person], 2.5)
        start = here[n - 1].j if n else None
        joined = right.i - left.j <= 3 and all(
            not reading.tokens[k].word or _joined(reading, k) for k in range(left.j, right.i)
        )
        if start is not None and joined:
            met = any(reading.hit(k, "meet") or reading.norm(k) in withs for k in range(start, left.i))
            host = own.get(here[n - 1].person)
            if (met and host and host != own[left.person]) or left.person in led:
                yield Clue(right.person, own[left.person], 4.0)
                own[right.person] = own[left.person]
                led.add(right.person)


def _listed(reading: Reading, here: list[Standing], own: Mapping[str, str], first: int) -> Iterator[Clue]:
    """In a list of three and more, or of those who only watch, a bare office is of the first one's country."""
    row: list[Standing] = []
    for s in (*here, None):
        if s is not None and row and 0 <= s.i - row[-1].j <= 2 and _linked(reading, row[-1].j, s.i):
            row.append(s)
            continue
        if len(row) > 1 and row[0].person in own and (len(row) > 2 or _watched(reading, row[0].i, first)):
            rest = [r for r in row[1:] if r.person not in own]
            if len(rest) == len(row) - 1:
                yield from (Clue(r.person, own[row[0].person], 2.5) for r in rest)
        row = [s] if s is not None else []


def _linked(reading: Reading, i: int, j: int) -> bool:
    """Whether nothing but a comma, "and" or an article stands between two tokens."""
    words = reading.pack.words("and") | reading.pack.words("the") | {","}
    return i < j and all(reading.norm(k) in words for k in range(i, j))


def _watched(reading: Reading, k: int, first: int) -> bool:
    """Whether words of witnessing or company lead up to a list."""
    return any(reading.hit(n, "witness", "accompany", "attended_by") is not None for n in range(max(first, k - 6), k))


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
        if mine and behind and behind[0].person != mine.person and not country:
            yield from _apart(mine, behind[0], own, 6, sure=True)


def _counterpart_country(reading: Reading, i: int, j: int) -> str | None:
    place = reading.hit_before(i, "demonym", "country", "weak_country") if reading.pack.get("prefixed") else None
    if place is None:
        place = reading.hit(
            reading.past(j, min(j + 3, len(reading.tokens)), "genitive", "the", "from"),
            "demonym",
            "country",
            "weak_country",
        )
    return place.entry.key if place else None
