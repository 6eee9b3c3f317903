"""What stands around an office: the country, field or body before it (English) and behind it."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.language.values import dataclass, replace
from loaders.mentions.agencies import AgencyMention, body_at
from loaders.mentions.agencies.places import nation, palace
from loaders.mentions.beyond import (
    Right,
    adjacent,
    charge_end,
    comma_body,
    comma_country,
    home_of,
    over_body_word,
    over_bracket,
    over_charge,
    over_connector,
    over_duty,
    over_place,
    over_posting,
    over_remit,
    remote_body,
    with_ministry,
)
from loaders.mentions.desks import body_of, over_desk
from loaders.mentions.hosts import NATIONS, adjectives, nations_at
from loaders.mentions.ministry import fields_of, portfolio_of
from loaders.mentions.portfolio import portfolio_rest
from loaders.mentions.reading import Hit, Reading


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
            return Left(agency.i, agency, home_of(agency))
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
    place = reading.hit_before(k, *NATIONS, "forum") or palace(reading.hit_before(k, "agency"))
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
        other = reading.hit_before(at - 1, *NATIONS)
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
        kind = hit.entry.data.get("type")  # chief of the armies, not of their staff; prosecutor, not of the court
        own = not kind or inner.kind == kind or inner.kind not in ("general_staff", "supreme_court")
        return Right(inner.j, inner if own else None, (inner.country,) if inner.country else ())
    hit, desk = over_desk(reading, hit, starts, last)
    right = replace(_beside(reading, hit, starts, plural, last), desk=desk)
    land = reading.hit(right.j, "country") if desk and not right.countries and right.j < last else None
    right = replace(right, j=land.j, countries=(land.entry.key,)) if land else right  # … Counter Terrorism | Japan
    if hit.entry.data and hit.entry.data.get("posted"):
        right = over_remit(reading, over_posting(reading, right, last), last)
    elif right.agency is not None:
        right = over_place(reading, right, last)
    charged = reading.pack.words("in_charge")
    if reading.pack.get("direct") and {reading.norm(right.j), reading.norm(right.j + 1)} & charged:
        right = replace(right, j=charge_end(reading, right.j, last))
    right = _whole(reading, hit, right, plural, last)
    if right.agency is not None and reading.pack.get("prefixed"):
        ends = reading.pack.words("field_ends")  # Minister of State for Council of Ministers | Affairs
        while right.j < last and reading.tokens[right.j].cap and reading.norm(right.j) in ends:
            right = replace(right, j=right.j + 1)
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
    if {reading.norm(right.j), reading.norm(right.j + 1)} & pack.words("in_charge"):
        return replace(right, j=j)  # ministre de l'Intérieur | chargé de la Sûreté
    people = next((h.entry.key for h in reading.phrases(right.j, j, "demonym", "country")), None)
    nations = right.countries or ((people,) if people else ())
    return replace(right, j=j, field_spans=(*spans[:-1], (spans[-1][0], j)), countries=nations)


@dataclass(frozen=True, slots=True)
class _Held:
    """An office of which the right side is read.

    Its ``nations`` end at ``j``, what it is held for is sought from token ``k`` on. ``body`` is the kind of body that
    the office means by itself: a minister's is a ministry.
    """

    reading: Reading
    hit: Hit
    starts: Mapping[int, AgencyMention]
    plural: bool
    last: int
    nations: tuple[str, ...]
    body: str
    j: int
    k: int


def _beside(reading: Reading, hit: Hit, starts: Mapping[int, AgencyMention], plural: bool, last: int) -> Right:
    """What an office is held for as it stands right behind it; postings, duties and charges come later."""
    state = nation(reading, hit.j - 1) if reading.norm(hit.j - 1) in reading.pack.words("state_nouns") else None
    if state and state.j <= last and state.entry.slot != "demonym":
        return Right(state.j, None, (state.entry.key,))  # procureur général de la République | populaire de Chine
    tail = reading.hit(hit.j, "office_tail")  # directeur général | par intérim de …
    if tail:
        hit = hit._replace(j=tail.j)
    countries, j = adjectives(reading, hit.j, last, plural)
    k = j if countries else over_bracket(reading, hit.j)
    body = body_of(reading, hit.entry.data)
    senior = _senior(reading, k, last) if body else None
    if senior:
        return right_of(reading, senior, starts, plural)
    k = _over_in_charge(reading, k) if body else k
    held = _Held(reading, hit, starts, plural, last, countries, body, j, k)
    if _only_posted(held):
        return comma_body(reading, Right(j, None, countries), starts, last)
    n = over_connector(reading, k, last) or adjacent(reading, hit, k, starts) or _over_adjectives(held)
    if n is None:
        found = comma_body(reading, Right(k, None, countries), starts, last)
        return found if found.agency else replace(found, j=j)
    behind = over_body_word(reading, n, bool(body))
    return _of_body(held, n) or _of_fields(held, behind) or _of_place(held, behind)


def _over_in_charge(reading: Reading, k: int) -> int:
    """Behind the words that lead in a minister's charge: "chargé | de la Sécurité", "en charge | de …"."""
    words = reading.pack.words("in_charge")
    if reading.norm(k) in words:
        return k + 1
    return k + 2 if not reading.pack.get("direct") and reading.norm(k + 1) in words else k


def _over_adjectives(held: _Held) -> int | None:
    """The body behind adjectives of an office that no list holds: chargé des questions | sécuritaires au ministère."""
    reading, pack = held.reading, held.reading.pack
    if pack.get("prefixed") or pack.get("direct") or held.nations:
        return None
    for k in range(held.k, min(held.k + 4, held.last)):
        n = over_connector(reading, k, held.last)
        if n is not None:
            return n if k > held.k and n in held.starts else None
        if not reading.tokens[k].word or reading.tokens[k].cap or reading.hits[k]:
            return None
    return None


def _only_posted(held: _Held) -> bool:
    """Whether an envoy's office is followed by the country he is sent to, and by no mission that he heads."""
    reading, data = held.reading, held.hit.entry.data
    if not (data and data.get("posted") and reading.norm(held.k) in reading.pack.words("posted")):
        return False
    mission = held.starts.get(over_connector(reading, held.k, held.last) or -1)
    return mission is None or mission.kind not in ("embassy", "consulate")


def _of_body(held: _Held, n: int) -> Right | None:
    """The body that is named at token n; none where its name is but the field of a minister."""
    reading, word = held.reading, held.reading.hit(n, "field")
    agency = held.starts.get(n) or (None if held.plural else body_at(reading, n))
    if agency is None or n >= held.last or agency.j <= n:
        return None
    if held.body and word and agency.core == reading.slice(word.i, word.j):
        return None
    right = Right(agency.j, agency, held.nations or home_of(agency))
    return with_ministry(reading, right, held.starts, held.last)


def _of_fields(held: _Held, n: int) -> Right | None:
    """The fields at token n, or a portfolio in other words if that reaches farther: Interior, Citizen Protection."""
    reading, last, body = held.reading, held.last, held.body
    pack, word = reading.pack, reading.hit(n, "field")
    near = reading.hit(word.j, "local") if word and pack.get("direct") else None
    if (
        near and near.j < last and not reading.tokens[near.j].cap
    ):  # Giám đốc | Công an tỉnh: of the province told before
        return Right(near.j, None, held.nations)
    wide = body == "ministry" or (body.startswith("directorate") and not pack.get("prefixed"))
    whole = portfolio_of(reading, n, last, held.nations, held.plural) if wide and n > held.k else None
    if word is None or word.j > last or not (n > held.k or pack.get("direct")):
        return whole
    found = fields_of(reading, word, held.nations, last, held.plural)
    if whole and whole.j > found.j:
        return whole
    if not body:
        return remote_body(reading, found, held.k, held.starts, last)
    if body == "ministry":
        return found
    found = with_ministry(reading, found, held.starts, last)
    if body != "directorate":
        return found
    if found.above:  # a charge within the ministry that is named behind it, else a body of its own
        return Right(found.j, found.above, found.countries)
    return remote_body(reading, found, held.k, held.starts, last)


def _of_place(held: _Held, n: int) -> Right:
    """The town or the countries at token n, else the body behind a comma or farther on."""
    reading, last, nations, led = held.reading, held.last, held.nations, n > held.k
    data = held.hit.entry.data
    town = reading.hit(n, "city", "capital") if data and data.get("local") and led else None
    if town and not nations:  # le maire de Paris
        return Right(town.j, None, (town.entry.key,))
    countries, end = nations_at(reading, n, last, held.plural) if led and not nations else ((), held.j)
    right = Right(end if countries else held.j, None, countries or nations)
    right = comma_body(reading, right, held.starts, last)
    return right if right.agency or held.body else remote_body(reading, right, held.k, held.starts, last)


def _senior(reading: Reading, k: int, last: int) -> Hit | None:
    """The minister under whom a minister serves: ministre délégué auprès du ministre de l'Intérieur."""
    n = over_connector(reading, k + 1, last) if reading.norm(k) in reading.pack.words("under") else None
    office = reading.hit(n, "office") if n else None
    return office if office and body_of(reading, office.entry.data) == "ministry" else None
