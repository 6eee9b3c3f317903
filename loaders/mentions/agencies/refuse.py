"""What looks like an agency and is none: outlets, generic words, meetings, bodies of several countries at once."""

from __future__ import annotations

from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.agencies.places import bracketed
from loaders.mentions.reading import Hit, Reading

# bodies of two countries, where they are called joint or mixed
_SHARED = ("committee", "commission")


def nothing(reading: Reading, i: int) -> int | None:
    """The end of a phrase at token i that is no body: a membership (Politburo member), a newsroom, staff (cán bộ)."""
    none = reading.hit(i, "not_body")
    return none.j if none else membership(reading, i)


def membership(reading: Reading, i: int) -> int | None:
    """The end of a membership at token i."""
    office = reading.hit(i, "office")
    return office.j if office and office.entry.data["for"] == "none" else None


def credit(reading: Reading, found: AgencyMention) -> bool:
    """Whether an acronym is the outlet's mark at the head of a line: "(PLO) -", "QĐND -", or a picture's source."""
    tokens, first = reading.tokens, reading.first_of(found.i)
    if (
        found.i - first >= 2
        and tokens[found.i - 1].text == ":"
        and reading.norm(found.i - 2) in reading.pack.words("photo")
    ):
        return True
    if (
        found.j - found.i != 1
        or not tokens[found.i].text.isupper()
        or found.i - first > 1
        or found.j + 1 >= len(tokens)
    ):
        return False
    if found.i > first:
        return tokens[first].text in "([" and tokens[found.j].text in ")]" and tokens[found.j + 1].text in "-–—:"
    return tokens[found.j].text in "-–—" and not reading.glued(found.j)


def all_countries(reading: Reading, found: AgencyMention) -> bool:
    """Whether a name is that of the bodies of several countries: "Bộ Quốc phòng hai nước"."""
    if found.multilateral:
        return False
    k = reading.past(found.j, len(reading.tokens), "genitive", "the")
    return reading.hit(k, "several_countries") is not None


def in_office(reading: Reading, found: AgencyMention) -> bool:
    """Whether a body's words are but part of an office's own: Chief of Defence Staff (CDS)."""
    start = reading.tokens[found.i].start
    end = start + len(found.core) if reading.text.startswith(found.core, start) else reading.tokens[found.j - 1].end
    for k in reading.starts(max(reading.first_of(found.i), found.i - 5), found.i, "office"):
        office = reading.hit(k, "office")
        if office and reading.tokens[office.j - 1].end >= end and not office.entry.data.get("type"):
            return True
    return False


def seat(reading: Reading, found: AgencyMention) -> bool:
    """Whether a palace stands for its lord: the Kremlin; beside an office it tells the country."""
    named = reading.hit(found.i, "agency")
    return named is not None and bool(named.entry.data.get("metonym"))


def short_offices(reading: Reading) -> dict[str, Hit]:
    """Offices whose short form the text gives in brackets: National Security Adviser (NSA)."""
    out: dict[str, Hit] = {}
    for k in reading.starts(0, len(reading.tokens), "office"):
        for hit in reading.hits[k]:
            word = bracketed(reading, hit.j) if hit.entry.slot == "office" else None
            if word and sum(c.isupper() for c in word) > 1 and not word.islower():
                out.setdefault(word, hit)
    return out


def plural(reading: Reading, head: Hit) -> bool:
    """Ministries, Security Councils: several bodies at once are no one agency."""
    words = reading.pack.words("plural_bodies")
    return head.j == head.i + 1 and reading.norm(head.i) in words


def event_head(reading: Reading, head: Hit) -> bool:
    """A joint working committee is a meeting of two countries, no agency; so is a body that calls itself joint."""
    if head.entry.key in _SHARED:
        words = reading.pack.words("bilateral_words")
        first = max(reading.first_of(head.i), head.i - 3) if reading.pack.get("prefixed") else head.j
        if any(reading.norm(k) in words for k in range(first, head.i if reading.pack.get("prefixed") else head.j + 1)):
            return True
    return any(
        h.entry.slot == "event" and h.j >= head.j
        for k in reading.starts(head.i - 2, head.i + 1, "event")
        for h in reading.hits[k]
    )


def under_office(reading: Reading, i: int) -> bool:
    """Whether a word is the field of a minister's office rather than a body: ministre des Armées françaises."""
    k = reading.back(i, reading.first_of(i), "of", "the")
    office = reading.hit_before(k, "office") if k < i else None
    return office is not None and office.entry.data.get("body") == "ministry"


def inside_other(reading: Reading, found: AgencyMention) -> bool:
    """Whether a multilateral body only lends its name to a convention: Convention des Nations unies, UN Charter."""
    if not found.multilateral:
        return False
    if reading.pack.get("prefixed"):
        hit = reading.hit(found.j, "agreement")
        return hit is not None and hit.entry.key == "treaty" and reading.tokens[found.j].cap
    k = reading.back(found.i, reading.first_of(found.i), "genitive", "the")
    hit = reading.hit_before(k, "agreement")
    return hit is not None and hit.entry.key == "treaty"
