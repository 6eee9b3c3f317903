"""Offices as a text gives them: the title, the agency or country it is held for, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.language.values import replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.agencies.places import bracketed
from loaders.mentions.agencies.refuse import short_offices
from loaders.mentions.around import Left, left_of, right_of
from loaders.mentions.beyond import Right, named_before, over_connector, over_remit
from loaders.mentions.derived import counterpart_body, derived_body
from loaders.mentions.desks import body_of
from loaders.mentions.doubled import second_body, two_bodies
from loaders.mentions.hosts import adjectives
from loaders.mentions.reading import Hit, Reading, named_so
from loaders.mentions.title import TitleMention

# heads of missions speak for their country, not for the body that they are sent to
_SENT = ("ambassador", "permanent_representative", "charge_daffaires", "attache", "consul", "counsellor")


def find_titles(reading: Reading, agencies: list[AgencyMention]) -> list[TitleMention]:
    """Every office phrase, from left to right, none inside another."""
    starts = {a.i: a for a in agencies}
    ends = {a.j: a for a in agencies}
    inside = {k for a in agencies for k in range(a.i, a.j)}
    out: list[TitleMention] = []
    short = short_offices(reading)
    spots = reading.starts(0, len(reading.tokens), "office", "counterpart")
    if short:
        spots = sorted({*spots, *(k for k, t in enumerate(reading.tokens) if t.text in short)})
    end = 0
    for k in spots:
        hit = reading.hit(k, "office", "counterpart") or _short(reading, k, short)
        if hit is None or k < end or k in inside or named_so(reading, k):
            continue
        floor = out[-1].j if out else 0
        title = (
            _counterpart(reading, hit, floor)
            if hit.entry.slot == "counterpart"
            else _title(reading, hit, starts, ends, floor)
        )
        out.append(_theirs(reading, title, out) if not _left(reading, hit) else _given_up(title))
        out[-1:] = two_bodies(reading, out[-1])
        while more := second_body(reading, out[-1], starts):
            out.append(more)
        end = max(out[-1].j, k + 1)
    return out


def _left(reading: Reading, hit: Hit) -> bool:
    """Whether an office is no longer held: AIG (Rtd.) Kargbo, Rtd AIG Kargbo."""
    words = reading.pack.words("retired")
    behind = reading.norm(hit.j) == "(" and reading.norm(hit.j + 1) in words
    return behind or reading.norm(hit.i - 1 - (reading.norm(hit.i - 1) == ".")) in words


def _given_up(title: TitleMention) -> TitleMention:
    return replace(title, agency=None, country=None, holds_for="none", above=None, several=())


def _theirs(reading: Reading, title: TitleMention, before: list[TitleMention]) -> TitleMention:
    """A mission's office with "his" before it is of the envoy's country: l'ambassadeur de Turquie et son attaché."""
    mission = title.office in _SENT and not title.specific
    if not mission or not before or reading.norm(title.i - 1) not in reading.pack.words("pronouns"):
        return title
    near = before[-1].office in _SENT and before[-1].i >= reading.first_of(title.i)
    return replace(title, country=before[-1].country) if near else title


def _short(reading: Reading, k: int, short: Mapping[str, Hit]) -> Hit | None:
    """An office by the short form that the text gave, before a name: NSA Doval."""
    known = short.get(reading.tokens[k].text)
    named = k + 1 < len(reading.tokens) and reading.tokens[k + 1].cap and not reading.hit(k + 1, "office")
    return known._replace(i=k, j=k + 1) if known and named else None


def unclaimed(agencies: list[AgencyMention], titles: list[TitleMention]) -> list[AgencyMention]:
    """The bodies that are no part of an office whose own body is another: "Bộ trưởng [Công an Lào]"."""
    claimed = {k: t for t in titles if t.agency is not None and t.agency.derived for k in range(t.i, t.j)}
    placed = {(t.agency.i, t.agency.j) for t in titles if t.agency is not None and t.agency.country and not t.plural}
    free = [a for a in agencies if a.country or (a.i, a.j) not in placed]  # whose country the office tells
    return [a for a in free if a.i not in claimed or a is claimed[a.i].above or a.j > claimed[a.i].j]


def _title(
    reading: Reading,
    hit: Hit,
    starts: Mapping[int, AgencyMention],
    ends: Mapping[int, AgencyMention],
    floor: int,
    deep: bool = True,
) -> TitleMention:
    hit = _charged(reading, hit)
    data: Mapping[str, Any] = hit.entry.data
    plural = _plural(reading, hit)
    right = right_of(reading, hit, starts, plural)
    left = left_of(reading, hit.i, ends, floor, plural)
    agency = left.agency or right.agency
    if agency is not None and agency.multilateral and hit.entry.key in _SENT and not _own(reading, hit, left, right):
        agency = None
    if agency is None or agency.multilateral:
        agency = _within(reading, hit, left, right) or agency
    if agency is None and data["for"] == "agency":
        agency = derived_body(reading, hit, data, right, left.fields)
    countries = left.countries or right.countries
    if not countries and (agency is None or not (agency.multilateral or agency.country)):
        right, countries = named_before(reading, hit, right)
    envoy = hit.entry.key == "delegation_head" and agency is not None and agency.multilateral
    holds = "agency" if envoy else _holds_for(reading, hit, agency, bool(left.fields or right.fields))
    end = right.j + 3 if (bracketed(reading, right.j) or "").isupper() else right.j
    likely = tuple(data.get("likely", ()))
    title = TitleMention(
        left.i, end, hit.entry.key, holds, agency, plural=plural, posted=right.posted, desk=right.desk, likely=likely
    )
    title = _for_country(title, countries)
    if data["for"] == "none" and not envoy:
        named = countries and agency is None and data.get("named")
        return replace(title, agency=None, holds_for="country" if named else "none")
    if title.country and title.country in data.get("not_in", {}).get(
        reading.pack.code, ()
    ):  # the attorney general of a country of common law
        return replace(title, agency=None, holds_for="country")
    if plural and len(right.fields) > 1 and len(countries) > 1:  # which country has which ministry is not said
        return replace(title, agency=None, country=None)
    if deep and agency is None and not countries and not (left.fields or right.fields):
        title = _under(reading, title, starts, ends) or title
    above = right.above if right.agency is agency or (agency is not None and agency.derived) else None
    several = _parts(reading, hit, title, right, countries)
    return replace(title, above=above, several=several) if above or several else title


def _under(
    reading: Reading, title: TitleMention, starts: Mapping[int, AgencyMention], ends: Mapping[int, AgencyMention]
) -> TitleMention | None:
    """An office under another's: "représentant spécial du secrétaire général des Nations unies"."""
    last = reading.last_of(title.i)
    n = over_connector(reading, title.j, last)
    inner = reading.hit(n, "office") if n is not None and n < last else None
    if inner is None or inner.entry.data["for"] == "none" or (inner.i == title.j and not reading.pack.get("direct")):
        return None
    above = _title(reading, inner, starts, ends, title.j, deep=False)
    if not above.specific or above.several:
        return None
    alone = above.j >= last or not reading.tokens[above.j].cap or bool(reading.hit(above.j, "rank", "honorific"))
    rest = Right(above.j if alone or reading.pack.get("direct") else title.j, above.agency, posted=title.posted)
    end = over_remit(reading, rest, last).j if alone else rest.j
    holds = "agency" if above.agency is not None else "country"
    return replace(title, j=end, agency=above.agency, country=above.country, holds_for=holds)


def _own(reading: Reading, hit: Hit, left: Left, right: Right) -> bool:
    """Whether a body of many countries sends the envoy, not receives: EU Ambassador."""
    if left.countries or right.countries:
        return False
    beside = bool(reading.pack.get("direct")) or reading.norm(hit.j) in reading.pack.words("genitive")
    return left.agency is not None or beside


def _charged(reading: Reading, hit: Hit) -> Hit:
    """A deputy prime minister with a portfolio is a minister too: Vice-Premier ministre congolais | en charge de …"""
    pack = reading.pack
    if hit.entry.key != "deputy_prime_minister" or pack.get("prefixed") or pack.get("direct"):
        return hit
    k = adjectives(reading, hit.j, reading.last_of(hit.i), False)[1]
    if not {reading.norm(k), reading.norm(k + 1)} & pack.words("in_charge"):
        return hit
    return hit._replace(entry=replace(hit.entry, data={**hit.entry.data, "for": "agency", "body": "ministry"}))


def _holds_for(reading: Reading, hit: Hit, agency: AgencyMention | None, fields: bool) -> str:
    """A field without a body ("Director of Defence Information") or a cabinet Secretary speak for the country."""
    holds = str(hit.entry.data["for"])
    alone = reading.pack.code in hit.entry.data.get("alone", ()) and reading.tokens[hit.i].cap
    return "country" if holds == "agency" and agency is None and (fields or alone) else holds


def _within(reading: Reading, hit: Hit, left: Left, right: Right) -> AgencyMention | None:
    """The multilateral body whose member an office is, where the text names it: Commissioner for Home Affairs."""
    rule = hit.entry.data.get("within")
    if not rule or left.countries or right.countries or right.agency:
        return None
    said = rule.get("always")
    if not said and not (left.agency or right.fields or left.fields):
        return None
    if not said and not any(
        h.entry.slot == "forum" and h.entry.key in rule["where"] for row in reading.hits for h in row
    ):
        return None
    core = rule["names"][reading.pack.code]
    words = reading.slice(hit.i, hit.j)
    return AgencyMention(hit.i, hit.j, key=rule["forum"], multilateral=True, core=core, derived=words)


def _parts(
    reading: Reading, hit: Hit, title: TitleMention, right: Right, countries: tuple[str, ...]
) -> tuple[TitleMention, ...]:
    """An office that is named once for several countries or several fields, one title for each."""
    if len(countries) > 1:
        return tuple(_for_country(title, (c,)) for c in countries)
    data = hit.entry.data
    if not title.plural or len(right.fields) < 2 or not body_of(reading, data):
        return ()
    singles = (
        replace(right, fields=(f,), field_spans=(s,)) for f, s in zip(right.fields, right.field_spans, strict=True)
    )
    bodies = [derived_body(reading, hit, data, single, ()) for single in singles]
    return tuple(replace(title, agency=replace(b, country=title.country)) for b in bodies if b)


def _for_country(title: TitleMention, countries: tuple[str, ...]) -> TitleMention:
    """The office in the first of some countries; a body that has none of its own is of that country."""
    if not countries:
        return title
    agency = title.agency
    if agency is not None and not agency.multilateral and (agency.country is None or title.several or title.country):
        agency = replace(agency, country=countries[0])
    return replace(title, country=countries[0], agency=agency)


def _plural(reading: Reading, hit: Hit) -> bool:
    """Whether several hold the office: ministers, les ministres, các Bộ trưởng."""
    if reading.pack.get("direct"):
        return reading.norm(hit.i - 1) in reading.pack.words("several_words")
    return any(reading.norm(k) in reading.pack.words("plural_offices") for k in range(hit.i, hit.j))


def _counterpart(reading: Reading, hit: Hit, floor: int) -> TitleMention:
    plural = _plural(reading, hit)
    right = right_of(reading, hit, {}, plural)
    left = left_of(reading, hit.i, {}, floor, plural)
    countries = left.countries or right.countries
    if not countries:
        right, countries = named_before(reading, hit, right)
    end = right.j
    if not countries and reading.norm(hit.j) in reading.pack.words("from"):
        place = reading.hit(hit.j + 1, "country", "weak_country")
        countries, end = ((place.entry.key,), place.j) if place else ((), end)
    country = countries[0] if countries else None
    body = counterpart_body(reading, hit, reading.last_of(hit.i)) if country and not plural else None
    if body:
        return TitleMention(left.i, body.j, "minister", "agency", replace(body, i=left.i, country=country), country)
    title = TitleMention(left.i, end, "counterpart", "agency", None, country, counterpart=True, plural=plural)
    return replace(title, several=tuple(replace(title, country=c) for c in countries) if len(countries) > 1 else ())
