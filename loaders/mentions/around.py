"""What stands around an office: the country, field or body before it (English) and behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from loaders.mentions.agencies import AgencyMention, body_at
from loaders.mentions.agencies.places import nation, palace
from loaders.mentions.beyond import (
    Right,
    adjacent,
    charge_end,
    comma_body,
    comma_country,
    over_body_word,
    over_bracket,
    over_charge,
    over_connector,
    over_duty,
    over_ends,
    over_place,
    over_posting,
    over_remit,
    remote_body,
    with_ministry,
)
from loaders.mentions.hosts import nations_row
from loaders.mentions.portfolio import portfolio_end, portfolio_rest
from loaders.mentions.reading import Hit, Reading

_NATIONS = ("country", "demonym", "weak_country")


@dataclass(frozen=True, slots=True)
class Left:
    """Tokens from ``i`` on lead up to the office: a body, a country, fields."""

    i: int
    agency: AgencyMention | None = None
    countries: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def left_of(reading: Reading, i: int, ends: Mapping[int, AgencyMention], floor: int, plural: bool) -> Left:
    """What stands before an English office: prefixes, fields, an agency, one country or several."""
    pack = reading.pack
    if not pack.get("prefixed"):
        return Left(i)
    fields: list[str] = []
    first = max(reading.first_of(i), floor)
    while i > first:
        word = reading.hit_before(i, "field", "modifier")
        agency = ends.get(i) or (ends.get(i - 2) if reading.norm(i - 1) in pack.words("possessive") else None)
        land = reading.hit_before(i, "country", "weak_country") if agency is None else None
        over = ends.get(land.i) if land else None
        if over and over.multilateral and over.i >= first:  # UNODC Iran | Representative
            return Left(over.i, over)
        if agency and agency.i >= first:
            return Left(agency.i, agency, (agency.country,) if agency.country else ())
        if word and word.i >= first and (word.entry.slot == "field" or reading.tokens[word.i].cap):
            fields[:0] = [word.entry.key] if word.entry.slot == "field" else []
            i = word.i
        elif _prefix(reading, i, bool(fields)):
            i -= 1
        else:
            break
    return _left_place(reading, i, first, tuple(fields), plural)


def _prefix(reading: Reading, i: int, fields: bool) -> bool:
    pack, token = reading.pack, reading.tokens[i - 1]
    if token.norm in pack.words("office_prefix") and (token.cap or not reading.tokens[i].cap):
        return True
    joined = token.norm in pack.words("and") and fields and reading.hit_before(i - 1, "field") is not None
    return token.text in "-&" or joined


def _left_place(reading: Reading, i: int, first: int, fields: tuple[str, ...], plural: bool) -> Left:
    pack, k = reading.pack, i
    if reading.norm(k - 1) in pack.words("possessive") and reading.norm(k - 2) == "'":
        k -= 2
    elif reading.norm(k - 1) == "'":
        k -= 1
    place = reading.hit_before(k, *_NATIONS, "forum") or palace(reading.hit_before(k, "agency"))
    if place is None and k < i:
        place = reading.hit_before(k, "capital")
    if place is None or place.i < first:
        return Left(i, fields=fields)
    if place.entry.slot == "forum":
        core = reading.slice(place.i, place.j)
        return Left(
            place.i, AgencyMention(place.i, place.j, key=place.entry.key, multilateral=True, core=core), (), fields
        )
    found, at = [place.entry.key], place.i
    while plural and at > first and (reading.norm(at - 1) in pack.words("and") or reading.tokens[at - 1].text == ","):
        other = reading.hit_before(at - 1, *_NATIONS)
        if other is None or other.i < first:
            break
        found.insert(0, other.entry.key)
        at = other.i
    return Left(at if len(found) > 1 else place.i, None, tuple(found), fields)


def right_of(reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention], plural: bool) -> Right:
    """What stands behind an office: a country's adjective, the body or field it is held for, its country."""
    last = reading.last_of(hit.i)
    inner = next((starts[n] for n in range(hit.i + 1, hit.j) if n in starts and starts[n].j > hit.j), None)
    if inner:
        own = inner.kind != "general_staff" or not hit.entry.data.get("type")  # chief of the armies, not of their staff
        return Right(inner.j, inner if own else None, (inner.country,) if inner.country else ())
    right = _beside(reading, hit, starts, plural, last)
    if hit.entry.data and hit.entry.data.get("posted"):
        right = over_remit(reading, over_posting(reading, right, last), last)
    elif right.agency is not None:
        right = over_place(reading, right, last)
    charged = reading.pack.words("in_charge")
    if reading.pack.get("direct") and {reading.norm(right.j), reading.norm(right.j + 1)} & charged:
        right = replace(right, j=charge_end(reading, right.j, last))
    right = _whole(reading, hit, right, plural, last)
    right = over_charge(reading, over_duty(reading, right, last), last)
    tail = reading.hit(right.j, "office_tail")
    right = replace(right, j=tail.j) if tail else right
    home = comma_country(reading, right.j) if not right.countries and not plural else None
    return replace(right, j=home[0], countries=(home[1],)) if home else right


def _whole(reading: Reading, hit: Hit, right: Right, plural: bool, last: int) -> Right:
    """A minister's portfolio with the part of it that no list of fields holds."""
    pack, spans = reading.pack, right.field_spans
    if pack.get("prefixed") or pack.get("direct") or plural or not spans or right.above or spans[-1][1] != right.j:
        return right
    if body_of(reading, hit.entry.data) not in ("ministry", "directorate", "directorate_general"):
        return right
    j = portfolio_rest(reading, right.j, last)
    if j == right.j:
        return right
    people = next((h.entry.key for h in reading.phrases(right.j, j, "demonym", "country")), None)
    nations = right.countries or ((people,) if people else ())
    return replace(right, j=j, field_spans=(*spans[:-1], (spans[-1][0], j)), countries=nations)


def _beside(reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention], plural: bool, last: int) -> Right:
    pack = reading.pack
    state = nation(reading, hit.j - 1) if reading.norm(hit.j - 1) in pack.words("state_nouns") else None
    if (
        state and state.j <= last and state.entry.slot != "demonym"
    ):  # procureur général de la République | populaire de Chine
        return Right(state.j, None, (state.entry.key,))
    tail = reading.hit(hit.j, "office_tail")  # directeur général | par intérim de …
    if tail:
        hit = hit._replace(j=tail.j)
    nations, j = adjectives(reading, hit.j, last, plural)
    k = j if nations else over_bracket(reading, hit.j)
    body = body_of(reading, hit.entry.data)
    senior = _senior(reading, k, last) if body else None
    if senior:
        return right_of(reading, senior, starts, plural)
    if body and reading.norm(k) in pack.words("in_charge"):
        k += 1
    elif body and not pack.get("direct") and reading.norm(k + 1) in pack.words("in_charge"):  # en | charge de
        k += 2
    mission = starts.get(over_connector(reading, k, last) or -1)
    posted = hit.entry.data and hit.entry.data.get("posted") and reading.norm(k) in pack.words("posted")
    if posted and (mission is None or mission.kind not in ("embassy", "consulate")):
        return comma_body(reading, Right(j, None, nations), starts, last)
    n = over_connector(reading, k, last) or adjacent(reading, hit, k, starts)
    if n is None:
        found = comma_body(reading, Right(k, None, nations), starts, last)
        return found if found.agency else replace(found, j=j)
    word = reading.hit(n, "field")
    agency = starts.get(n) or (None if plural else body_at(reading, n))
    ministerial = body and word and agency and agency.core == reading.slice(word.i, word.j)
    if agency and n < last and agency.j > n and not ministerial:
        countries = nations or ((agency.country,) if agency.country else ())
        return with_ministry(reading, Right(agency.j, agency, countries), starts, last)
    n = over_body_word(reading, n, bool(body))
    word = reading.hit(n, "field")
    wide = body == "ministry" or (body.startswith("directorate") and not pack.get("prefixed"))
    whole = _portfolio(reading, n, last, nations, plural) if wide and n > k else None
    if word and word.j <= last and (n > k or pack.get("direct")):
        found = _fields(reading, word, nations, last, plural)
        if whole and whole.j > found.j:
            return whole
        if body:
            whole = found if body == "ministry" else with_ministry(reading, found, starts, last)
            if body == "directorate":  # a charge within the ministry that is named behind it, else a body of its own
                charge = Right(whole.j, whole.above, whole.countries)
                return charge if whole.above else remote_body(reading, whole, k, starts, last)
            return whole
        return remote_body(reading, found, k, starts, last)
    if whole:
        return whole
    town = reading.hit(n, "city", "capital") if hit.entry.data and hit.entry.data.get("local") and n > k else None
    if town and not nations:  # le maire de Paris
        return Right(town.j, None, (town.entry.key,))
    countries, end = _nations(reading, n, last, plural) if n > k and not nations else ((), j)
    right = comma_body(reading, Right(end if countries else j, None, countries or nations), starts, last)
    return right if right.agency or body else remote_body(reading, right, k, starts, last)


def body_of(reading: Reading, data: Mapping[str, Any] | None) -> str:
    """The body that an office's field means: one word for all languages, or a column a language."""
    body = (data or {}).get("body") or ""
    return str(body.get(reading.pack.code) or "") if isinstance(body, Mapping) else str(body)


def adjectives(reading: Reading, j: int, last: int, plural: bool) -> tuple[tuple[str, ...], int]:
    """The adjectives right behind an office: ministre laotien, homologues allemand et autrichien, Bộ trưởng Lào."""
    if reading.pack.get("prefixed"):
        return (), j
    slots = _NATIONS if reading.pack.get("direct") else ("demonym",)
    return nations_row(reading, j, last, slots, plural)


def _nations(reading: Reading, n: int, last: int, plural: bool) -> tuple[tuple[str, ...], int]:
    """The countries named from token n: of Japan, du Mali et du Niger, of A, B and C."""
    return nations_row(reading, n, last, ("country", "weak_country"), plural)


def nations_at(reading: Reading, n: int, last: int) -> tuple[tuple[str, ...], int]:
    """All countries of a list that begins at token n, and where it ends."""
    return _nations(reading, n, last, True)


def _senior(reading: Reading, k: int, last: int) -> Hit | None:
    """The minister under whom a minister serves: ministre délégué auprès du ministre de l'Intérieur."""
    n = over_connector(reading, k + 1, last) if reading.norm(k) in reading.pack.words("under") else None
    office = reading.hit(n, "office") if n else None
    return office if office and body_of(reading, office.entry.data) == "ministry" else None


def _fields(reading: Reading, word: Hit, nations: tuple[str, ...], last: int, plural: bool) -> Right:
    """The fields of a ministry after its minister: the Interior and Public Security, la Justice et des Droits …"""
    pack = reading.pack
    keys, spans = [word.entry.key], [(word.i, word.j)]
    j = word.j
    while j < last:
        extra = reading.hit(j, "modifier")
        if extra and not pack.get("prefixed") and not (pack.get("direct") and nation(reading, j)):
            j = extra.j
            continue
        more = _more(reading, j, last)
        if more is None:
            break
        keys.append(more.entry.key)
        spans.append((more.i, more.j))
        j = more.j
    j = over_ends(reading, j, last)
    spans[-1] = (spans[-1][0], j)
    return _with_nations(reading, Right(j, None, nations, tuple(keys), tuple(spans)), last, plural)


def _portfolio(reading: Reading, n: int, last: int, nations: tuple[str, ...], plural: bool) -> Right | None:
    """A ministry in words that no list of fields holds: Minister of Citizen Protection."""
    end = portfolio_end(reading, n, last) if not reading.pack.get("direct") and not plural else None
    if end is None:
        return None
    keys = tuple(h.entry.key for h in reading.phrases(n, end, "field"))
    return _with_nations(reading, Right(end, None, nations, keys, ((n, end),)), last, plural)


def _with_nations(reading: Reading, right: Right, last: int, plural: bool) -> Right:
    """The country behind a ministry's fields: of Cuba, vietnamien, Lào."""
    pack, j = reading.pack, right.j
    if right.countries:
        return right
    found, end = adjectives(reading, j, last, plural)
    if not found and (reading.norm(j) in pack.words("genitive") or (pack.get("prefixed") and reading.norm(j) == "for")):
        k = over_connector(reading, j, last)
        found, end = _nations(reading, k, last, plural) if k else ((), j)
    return replace(right, j=end if found else j, countries=found)


def _more(reading: Reading, j: int, last: int) -> Hit | None:
    """Another field of the same ministry behind "and" or a comma."""
    pack = reading.pack
    if reading.norm(j) not in pack.words("and") and reading.norm(j) != ",":
        return None
    n = j + 1
    while n < last and (reading.norm(n) in pack.words("genitive") | pack.words("the") or reading.norm(n) in ("'", "a")):
        n += 1
    more = reading.hit(n, "field") if n < last else None
    if more is None or (not reading.tokens[n].cap and pack.get("prefixed")) or reading.hit(n, "body", "type", "office"):
        return None
    chained = reading.norm(more.j) in pack.words("and") | {","}
    return more if chained or reading.norm(j) != "," else None
