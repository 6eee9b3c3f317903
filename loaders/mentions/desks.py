"""What an office is by its own words: the kind of body that it means, and what it deals with at a headquarters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Hit, Reading


def body_of(reading: Reading, data: Mapping[str, Any] | None) -> str:
    """The body that an office's field means: one word for all languages, or a column a language."""
    body = (data or {}).get("body") or ""
    return str(body.get(reading.pack.code) or "") if isinstance(body, Mapping) else str(body)


def _listed(reading: Reading, n: int, first: int, hit: Hit) -> bool:
    """Whether a comma at n stands between two matters of a charge: in charge of Enforcement, | Inspection and …"""
    desks = reading.pack.words("desks")
    return first > hit.j and reading.tokens[n].text == "," and reading.norm(n + 1) in desks


def over_desk(reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention], last: int) -> tuple[Hit, bool]:
    """Over what an English office deals with, no "of" between: "Director-General | Legal and Prosecution, Mr X"."""
    pack, data = reading.pack, hit.entry.data
    if not (pack.get("prefixed") and data) or data["for"] != "agency" or data.get("type") or body_of(reading, data):
        return hit, False
    n = end = hit.j
    if reading.norm(n + 1) in pack.words("in_charge") and reading.norm(n + 2) in pack.words("of"):
        n = end = n + 3  # Deputy Comptroller-General in charge of | Enforcement, Inspection and Investigation
    first = n
    while n < min(last, first + 8) and n not in starts:
        field = reading.hit(n, "field")
        token = reading.tokens[n]
        if token.cap and (field or token.norm in pack.words("desks")):
            n = end = field.j if field else n + 1
        elif n == end > first and (
            token.norm in pack.words("and") or token.text == "-" or _listed(reading, n, first, hit)
        ):
            n += 1
        else:
            break
    named = end < last and (reading.tokens[end].text == "," or reading.tokens[end].cap)
    return (hit._replace(j=end), True) if end > first and named and end not in starts else (hit, False)
