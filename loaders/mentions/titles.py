"""Offices as a text gives them: the title, the agency or country it is held for, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Hit, Reading


@dataclass(frozen=True, slots=True)
class TitleMention:
    """Tokens i to j are an office. ``holds_for`` is agency, country or none (a membership).

    ``agency`` is the body named in the title or derived from it ("Minister of Justice" names the ministry); its
    country, or ``country`` where no body is named, may be None: then the text must tell it elsewhere.
    ``counterpart`` marks "his Israeli counterpart": the office is that of the other person, in ``country``.
    """

    i: int
    j: int
    office: str
    holds_for: str
    agency: AgencyMention | None = None
    country: str | None = None
    counterpart: bool = False
    plural: bool = False

    @property
    def specific(self) -> bool:
        """Whether the title says whom it is held for."""
        return self.agency is not None or self.country is not None or self.counterpart


@dataclass(frozen=True, slots=True)
class _Right:
    j: int
    agency: AgencyMention | None = None
    country: str | None = None
    fields: tuple[str, ...] = ()
    field_span: tuple[int, int] | None = None


def find_titles(reading: Reading, agencies: list[AgencyMention]) -> list[TitleMention]:
    """Every office phrase, from left to right, none inside another."""
    starts = {a.i: a for a in agencies}
    ends = {a.j: a for a in agencies}
    inside = {k for a in agencies for k in range(a.i, a.j)}
    out: list[TitleMention] = []
    k = 0
    while k < len(reading.tokens):
        hit = reading.hit(k, "office", "counterpart")
        if hit is None or k in inside:
            k += 1
            continue
        floor = out[-1].j if out else 0
        title = (
            _counterpart(reading, hit, floor)
            if hit.entry.slot == "counterpart"
            else _title(reading, hit, starts, ends, floor)
        )
        out.append(title)
        k = max(title.j, k + 1)
    return out


def _title(
    reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention], ends: Mapping[int, AgencyMention], floor: int
) -> TitleMention:
    data: Mapping[str, Any] = hit.entry.data
    right = _right(reading, hit, starts)
    i, left_agency, left_country, left_fields = _left(reading, hit.i, ends, floor)
    agency = left_agency or right.agency
    country = left_country or right.country
    plural = hit.entry.phrase.endswith("s") or hit.entry.phrase.split()[0].endswith("s")
    if agency is None and data["for"] == "agency":
        agency = _derived(reading, hit, data, right, left_fields)
    if agency is not None and agency.country is None and country and not agency.multilateral:
        agency = replace(agency, country=country)
    if data["for"] == "none":
        agency = None
    return TitleMention(i, right.j, hit.entry.key, data["for"], agency, country, plural=plural)


def _counterpart(reading: Reading, hit: Hit, floor: int) -> TitleMention:
    right = _right(reading, hit, {})
    i, _, country, _ = _left(reading, hit.i, {}, floor)
    return TitleMention(i, right.j, "counterpart", "agency", None, country or right.country, counterpart=True)


def _left(
    reading: Reading, i: int, ends: Mapping[int, AgencyMention], floor: int
) -> tuple[int, AgencyMention | None, str | None, tuple[str, ...]]:
    """What stands before an English office: prefixes, fields, an agency, a country."""
    pack = reading.pack
    if not pack.get("prefixed"):
        return i, None, None, ()
    fields: list[str] = []
    first = max(reading.first_of(i), floor)
    while i > first:
        word = reading.hit_before(i, "field", "modifier")
        agency = ends.get(i) or (ends.get(i - 2) if reading.norm(i - 1) in pack.words("possessive") else None)
        if agency and agency.i >= first:
            return agency.i, agency, agency.country, ()
        if word and word.i >= first and (word.entry.slot == "field" or reading.tokens[word.i].cap):
            fields[:0] = [word.entry.key] if word.entry.slot == "field" else []
            i = word.i
        elif (
            (
                reading.norm(i - 1) in pack.words("office_prefix")
                and (reading.tokens[i - 1].cap or not reading.tokens[i].cap)
            )
            or reading.tokens[i - 1].text in "-&"
            or (reading.norm(i - 1) in pack.words("and") and fields and reading.hit_before(i - 1, "field"))
        ):
            i -= 1
        else:
            break
    k = i
    if reading.norm(k - 1) in pack.words("possessive") and reading.norm(k - 2) == "'":
        k -= 2
    elif reading.norm(k - 1) == "'":
        k -= 1
    place = reading.hit_before(k, "country", "demonym", "weak_country", "forum")
    if place is None and k < i:
        place = reading.hit_before(k, "capital")
    if place and place.i >= first:
        if place.entry.slot == "forum":
            body = AgencyMention(
                place.i, place.j, key=place.entry.key, multilateral=True, core=reading.slice(place.i, place.j)
            )
            return place.i, body, None, tuple(fields)
        return place.i, None, place.entry.key, tuple(fields)
    return i, None, None, tuple(fields)


def _right(reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention]) -> _Right:
    """What stands behind an office: a country's adjective, the body or field it is held for, its country."""
    pack, j = reading.pack, hit.j
    last = reading.last_of(hit.i)
    country = None
    k = j
    if not pack.get("prefixed"):
        adjective = reading.hit(k, "demonym", *(("country", "weak_country") if pack.get("direct") else ()))
        if adjective and adjective.j <= last:
            country, j, k = adjective.entry.key, adjective.j, adjective.j
    n = _over_connector(reading, k, last)
    if n is None:
        return _Right(j, country=country)
    agency = starts.get(n)
    if agency and n < last and agency.j > n:
        return _Right(agency.j, agency, country or agency.country)
    word = reading.hit(n, "field")
    if word and (word.j <= last) and (n > k or pack.get("direct")):
        return _fields(reading, word, country, last)
    place = reading.hit(n, "country", "weak_country") if n < last else None
    if place and n > k and country is None:
        return _Right(place.j, country=place.entry.key)
    return _Right(j, country=country)


def _over_connector(reading: Reading, k: int, last: int) -> int | None:
    """The token behind "of the", "de l'", or k itself where the language needs no connector."""
    pack = reading.pack
    n = k
    while (
        n < last
        and n - k < 4
        and (
            reading.norm(n) in pack.words("of")
            or (n > k and (reading.norm(n) in pack.words("the") or reading.norm(n) == "'"))
        )
    ):
        n += 1
    if n == k:
        return k if pack.get("direct") else None
    return n if n < last else None


def _fields(reading: Reading, word: Hit, country: str | None, last: int) -> _Right:
    """The fields of a ministry after its minister: the Interior and Public Security, la Justice et des Droits …"""
    pack = reading.pack
    keys = [word.entry.key]
    start, j = word.i, word.j
    while j < last:
        extra = reading.hit(j, "modifier")
        if extra and not pack.get("prefixed"):
            j = extra.j
            continue
        joined = reading.norm(j) in pack.words("and") or reading.tokens[j].text == ","
        n = j + 1
        while (
            joined
            and n < last
            and (reading.norm(n) in pack.words("genitive") | pack.words("the") or reading.norm(n) == "'")
        ):
            n += 1
        more = reading.hit(n, "field") if joined and n < last else None
        lower = more and not reading.tokens[n].cap and pack.get("prefixed")
        if (
            not more
            or lower
            or reading.hit(n, "body", "type", "office")
            or (reading.tokens[j].text == "," and reading.norm(more.j) not in pack.words("and") | {","})
        ):
            break
        keys.append(more.entry.key)
        j = more.j
    span = (start, j)
    if country is None:
        adjective = reading.hit(j, "demonym") if not pack.get("prefixed") else None
        place = adjective
        if place is None and reading.norm(j) in pack.words("genitive"):
            k = _over_connector(reading, j, last)
            place = reading.hit(k, "country", "weak_country") if k else None
        if place is None and pack.get("direct"):
            place = reading.hit(j, "country", "weak_country")
        if place and place.j <= last:
            return _Right(place.j, None, place.entry.key, tuple(keys), span)
    return _Right(j, None, country, tuple(keys), span)


def _derived(
    reading: Reading, hit: Hit, data: Mapping[str, Any], right: _Right, left: tuple[str, ...]
) -> AgencyMention | None:
    """The body that a title names without saying its head noun: Defence Minister -> Defence Ministry."""
    pack = reading.pack
    body = data.get("body")
    implied = data.get("field")
    if data.get("type"):
        return AgencyMention(hit.i, hit.j, data["type"], core="", derived=reading.slice(hit.i, hit.j))
    fields = right.fields or left or ((implied,) if implied else ())
    if not body or not fields:
        return None
    head = pack.bodies.get(body, body)
    head = head.capitalize() if pack.get("prefixed") else head
    kind = f"{body}/{'+'.join(fields)}"
    if right.field_span:
        a, b = right.field_span
        between = reading.text[_connector_start(reading, a) : reading.tokens[b - 1].end]
        name = f"{head} {between}"
    elif left:
        first = next(h for h in reading.phrases(max(0, hit.i - 8), hit.i, "field") if h.entry.key == left[0])
        name = f"{reading.slice(first.i, hit.i)} {head}".replace(" -", "")
    else:
        name = ""
    return AgencyMention(hit.i, right.j, kind, core=name, derived=reading.slice(hit.i, right.j), fields=tuple(fields))


def _connector_start(reading: Reading, a: int) -> int:
    pack = reading.pack
    k = a
    while k > 0 and (reading.norm(k - 1) in pack.words("of") | pack.words("the") or reading.norm(k - 1) == "'"):
        k -= 1
    return reading.tokens[k].start
