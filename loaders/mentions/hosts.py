"""The countries behind an office: a list of them, or "the host country", which the text tells elsewhere."""

from __future__ import annotations

from loaders.mentions.agencies.places import nation
from loaders.mentions.reading import Hit, Reading

NATIONS = ("country", "demonym", "weak_country")
_PLACES = ("country", "weak_country", "capital", "city")
_BACK = 5  # sentences before the words in which the place may have been told


def host_country(reading: Reading, k: int) -> str | None:
    """The country in which the text is at token k: led in by a word of place, the nearest before, else right behind."""
    here = reading.sentence_at[k]
    first = reading.sentences[max(0, here - _BACK)].first
    last = reading.sentences[here].last
    before = reversed(reading.starts(first, k, *_PLACES))
    for n in (*before, *reading.starts(k, last, *_PLACES)):
        hit = reading.hit(n, *_PLACES)
        if hit is not None and _placed(reading, hit):
            return hit.entry.key
    return None


def _placed(reading: Reading, hit: Hit) -> bool:
    """Whether a word of place stands before a place, its form of state between: "tới nước láng giềng Mexico"."""
    words = reading.pack.words("place_words")
    for n in range(hit.i - 1, max(reading.first_of(hit.i), hit.i - 5) - 1, -1):
        token = reading.tokens[n]
        if token.norm in words:
            return True
        if not token.word or reading.hit(n, "office", "rank"):
            return False
    return False


def nations_row(
    reading: Reading, n: int, last: int, slots: tuple[str, ...], plural: bool
) -> tuple[tuple[str, ...], int]:
    """The countries named from token n, or the host country, and where they end."""
    found: list[str] = []
    end = k = n
    host = reading.hit(n, "host") if "country" in slots else None
    if host and (country := host_country(reading, n)):
        return (country,), host.j
    if "country" in slots and not reading.hit(k, *slots) and reading.norm(k) in reading.pack.words("accord.states"):
        k = reading.past(k + 1, min(last, k + 4), "genitive", "the")  # of the Government of | the Republic of Kosovo
    while k < last:
        place = reading.hit(k, *slots) or (nation(reading, k) if "country" in slots else None)
        if place is None or place.j > last:
            break
        found.append(place.entry.key)
        end = k = place.j
        if not plural or (reading.norm(k) not in reading.pack.words("and") and reading.norm(k) != ","):
            break
        k = reading.past(k + 1, last, "genitive", "the")
    return tuple(found), end


def nations_at(reading: Reading, n: int, last: int, plural: bool = True) -> tuple[tuple[str, ...], int]:
    """The countries named from token n, and where they end: of Japan, du Mali et du Niger, of A, B and C."""
    return nations_row(reading, n, last, ("country", "weak_country"), plural)


def adjectives(reading: Reading, j: int, last: int, plural: bool) -> tuple[tuple[str, ...], int]:
    """The adjectives right behind an office: ministre laotien, homologues allemand et autrichien, Bộ trưởng Lào."""
    if reading.pack.get("prefixed"):
        return (), j
    slots = NATIONS if reading.pack.get("direct") else ("demonym",)
    return nations_row(reading, j, last, slots, plural)
