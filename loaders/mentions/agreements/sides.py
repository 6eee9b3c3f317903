"""Whom an agreement is between or with, where its name says so: bodies, the two sides, people."""

from __future__ import annotations

from loaders.mentions.agreements.ground import Ground
from loaders.mentions.agreements.words import CLOSE, stops

_PERSON = 16  # tokens of titles before a name


def pair_end(ground: Ground, k: int, last: int) -> int:
    """Behind "between": two bodies or more, or one word for all (the two ministries)."""
    reading = ground.reading
    pack = reading.pack
    n, seen = k + 1, 0
    while n < last and seen < 5:
        sides = reading.hit(n, "sides")
        if sides and seen == 0:
            return sides.j
        end = ground.body_end(n)
        cover = reading.hit(n, "office") if end is None and pack.get("direct") else None
        if cover and cover.j > n + 1:  # "Ban Thư ký": the syllable "ký" alone would be "signs"
            n = cover.j
            continue
        if end is not None:
            n, seen = end, seen + 1
            if n < last and reading.tokens[n].text == "(":
                n = next((m + 1 for m in range(n, min(n + 6, last)) if reading.tokens[m].text == ")"), n)
            joined = n < last and reading.norm(n) in pack.words("and") | pack.words("with") | {","}
            if not joined or (seen >= 2 and not _body_next(ground, n)):
                break
        elif (
            n - k > 24
            or reading.tokens[n].text in CLOSE
            or (stops(reading, n) and reading.norm(n) not in pack.words("with"))
        ):
            break
        n += 1 if end is None else 0
        if end is not None:
            n += 1
    return max(n, k + 1)


def people_next(ground: Ground, k: int, last: int) -> bool:
    """Whether the first of those behind "between" is a person, with an office or without."""
    words = ground.reading.pack.words("and")
    for n in range(k + 1, min(k + _PERSON, last)):
        if n in ground.names:
            return True
        if ground.reading.norm(n) in words or ground.reading.hit(n, "sides"):
            return False
    return False


def somebody(ground: Ground, k: int) -> bool:
    """Whether a person is named or meant at token k: "with his counterpart", "with Minister A"."""
    reading = ground.reading
    lead = reading.pack.words("the")
    n = k + (reading.norm(k) in lead)
    if reading.norm(k) in reading.pack.words("accord.owner") or n in ground.names:
        return True
    n += bool(reading.hit(n, "demonym"))
    titled = n in ground.closed or reading.hit(n, "counterpart", "office", "rank", "honorific")
    return bool(titled) and n not in ground.bodies


def for_side(ground: Ground, k: int) -> bool:
    """Whether "for" leads in whom somebody signed for: "signed for Bahrain by", "signé pour la partie malienne par"."""
    reading = ground.reading
    n = k + 1
    while n - k < 3 and (reading.norm(n) in reading.pack.words("the") or reading.norm(n) == "'"):
        n += 1
    return ground.body_end(n) is not None or bool(reading.hit(n, "side")) or bool(reading.hit(n, "demonym"))


def _body_next(ground: Ground, k: int) -> bool:
    """Whether another body follows a joining word."""
    reading, n = ground.reading, k + 1
    skip = reading.pack.words("and") | reading.pack.words("the") | reading.pack.words("genitive") | {"'"}
    while n - k < 5 and reading.norm(n) in skip:
        n += 1
    return ground.body_end(n) is not None
