"""What stands behind an English name in place of an office: the body that somebody is of, or the country."""

from __future__ import annotations

from loaders.mentions.runs import Sight
from loaders.mentions.title import TitleMention


def belonging(sight: Sight, j: int, addressed: bool) -> tuple[TitleMention, ...]:
    """The body that stands behind an English name in place of an office: "Peter Mwangi of the Kenya Police Service"."""
    reading, last = sight.reading, sight.reading.last_of(j - 1)
    comma = reading.norm(j) == "," and j + 1 < last
    links = reading.pack.words("genitive") | reading.pack.words("from")
    if not reading.pack.get("prefixed") or not (comma or reading.norm(j) in links):
        return ()
    n = j + 1 + (reading.norm(j + 1) in reading.pack.words("the"))
    agency = sight.agency_start.get(n)
    if agency is None or agency.derived or reading.sentence_at[n] != reading.sentence_at[j]:
        return ()
    closes = agency.j >= last or reading.tokens[agency.j].text in ";.)" or reading.norm(agency.j) == "and"
    if comma and not (closes and addressed):
        return ()  # "Mr. X, Embassy of Japan;" in a list of those present
    return (TitleMention(n, agency.j, "member", "agency", agency, agency.country),)


def native(sight: Sight, j: int) -> tuple[TitleMention, ...]:
    """The country that stands behind a name: "ministers James Kabare and Raychelle Omam of Kenya", "X (Mali)"."""
    reading = sight.reading
    closed = reading.hit(j + 1, "country") if reading.norm(j) == "(" else None
    if closed is not None and reading.norm(closed.j) == ")":
        return (TitleMention(closed.i, closed.j + 1, "native", "country", None, closed.entry.key),)
    j += bool(reading.norm(j) == "," and reading.pack.get("prefixed"))
    if reading.pack.get("direct") or reading.norm(j) not in reading.pack.words("genitive"):
        return ()
    place = reading.hit(j + 1 + (reading.norm(j + 1) in reading.pack.words("the")), "country")
    if place is None or reading.sentence_at[place.i] != reading.sentence_at[j]:
        return ()
    follows = reading.tokens[place.j] if place.j < len(reading.tokens) else None
    if follows is not None and (follows.text in "'’-" or (follows.cap and follows.word)):
        return ()
    return (TitleMention(place.i, place.j, "native", "country", None, place.entry.key),)
