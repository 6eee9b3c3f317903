"""How far the words of an office reach: bodies behind a charge or comma, ministries above, postings, duties."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.language.syllables import vietnamese
from loaders.language.values import dataclass, replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.agencies.places import bracketed, is_acronym, nation
from loaders.mentions.reading import Hit, Reading

_STOPS = (
    "office",
    "rank",
    "honorific",
    "counterpart",
    "meet",
    "meet_with",
    "event",
    "delegation",
    "co_chair",
    "chair",
    "attend",
    "travel",
    "sign",
    "family",
    "name",
    "support",
)

# forces of which a department can be a part: Tổng cục Chính trị QĐND Việt Nam
_WHOLES = ("peoples_army", "armed_forces", "national_police")


@dataclass(frozen=True, slots=True)
class Right:
    """Tokens up to ``j`` belong to the office; ``above`` is the body of which its body is a part.

    ``posted`` is the country to which an envoy is sent; ``desk`` tells of a field right behind the office.
    """

    j: int
    agency: AgencyMention | None = None
    countries: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    field_spans: tuple[tuple[int, int], ...] = ()
    above: AgencyMention | None = None
    posted: str = ""
    desk: bool = False


def home_of(agency: AgencyMention) -> tuple[str, ...]:
    """The country that a body's name carries, as a list."""
    return (agency.country,) if agency.country else ()


def over_connector(reading: Reading, k: int, last: int) -> int | None:
    """The token behind "of the", "de l'", or k itself where the language needs no connector."""
    if k >= last or reading.norm(k) not in reading.pack.words("of"):
        return k if reading.pack.get("direct") else None
    n = reading.past(k, min(last, k + 4), "of", "the")
    return n if n < last else None


def adjacent(reading: Reading, hit: Hit, k: int, starts: Mapping[int, AgencyMention]) -> int | None:
    """The token at which a body stands right behind an English office, no "of" between: "Director General FIA"."""
    held = reading.pack.get("prefixed") and (hit.entry.data or {}).get("for") == "agency"
    body = starts.get(k) if held else None
    if body is None or not reading.tokens[k].cap or body.multilateral or k == body.j:
        return None
    return k if reading.tokens[hit.i].cap else None


def over_posting(reading: Reading, right: Right, last: int) -> Right:
    """Over the country to which an envoy is sent: "ambassadeur d'Indonésie | en Égypte", "ambassador to the UN"."""
    pack, k = reading.pack, right.j
    if reading.norm(k) not in pack.words("posted"):
        return right
    there = reading.hit(k + 1, "same_country")  # Turkish Ambassador to | the country
    if there and there.j <= last:
        return replace(right, j=there.j)
    n = reading.past(k + 1, min(last, k + 4), "the", "genitive")
    place = reading.hit(n, "country", "weak_country", "capital", "city", "forum", "not_country")
    if place is None and n > k + 1 and n < last and is_acronym(reading.tokens[n].text):
        return replace(right, j=n + 1)  # Représentant permanent | auprès de l'UA
    if place is None or place.j > last:
        return right
    more = reading.hit(place.j + 1, "country") if reading.norm(place.j) in pack.words("and") else None
    return replace(
        right,
        j=more.j if more else place.j,
        posted=place.entry.key if place.entry.slot not in ("forum", "not_country") else "",
    )


def over_remit(reading: Reading, right: Right, last: int) -> Right:
    """Over what an envoy looks after, up to a comma: "UN Special Envoy | for the Sahel and Libya,"."""
    pack, k = reading.pack, right.j
    if reading.norm(k) not in pack.words("remit") and reading.norm(k + 1) not in pack.words("remit"):
        return right
    links, end = pack.words("of") | pack.words("the") | pack.words("and") | pack.words("remit") | {"'"}, None
    n = k + 1
    while n < min(last, k + 14):
        known = reading.hit(n, "country", "weak_country", "not_country", "field", "capital", "city", "forum", "topic")
        token = reading.tokens[n]
        if known and known.j <= last:
            n = end = known.j
        elif (
            token.norm in links
            or token.text in "-&"
            or token.norm in pack.words("portfolio")
            or (token.word and (token.cap or reading.norm(k) in pack.words("in_charge")))
        ):
            n += 1
        else:
            break
    if n < last and reading.tokens[n].text == ",":
        return replace(right, j=n)
    return replace(right, j=end) if end else right


def over_place(reading: Reading, right: Right, last: int) -> Right:
    """Over where or for what a body's head is, up to a comma, rank or name: "directeur de l'AFD | au Niger, …"."""
    found = over_remit(reading, right, last)
    if found.j == right.j or found.j >= last:
        return right
    k = found.j + (reading.norm(found.j) in reading.pack.words("the"))
    place = reading.hit_before(found.j, "country", "weak_country", "not_country", "capital", "city")
    named = reading.tokens[k].text == "," or reading.hit(k, "rank", "honorific")
    return replace(right, j=found.j) if named or (place and reading.tokens[k].cap) else right


def named_before(reading: Reading, office: Hit, right: Right) -> tuple[Right, tuple[str, ...]]:
    """The country that "nước này", "the host" or "de ce pays" beside an office mean: the one named last before."""
    pack, said = reading.pack, reading.hit(right.j, "same_country")
    if said is None and pack.get("prefixed"):
        said = reading.hit_before(office.i, "same_country")
    if said is None:
        return right, ()
    host = said.entry.key == "host"
    slots = ("capital", "city", "country") if host else ("country", "demonym", "weak_country")
    for k in range(office.i - 1, max(0, office.i - 120) - 1, -1):
        place = reading.hit(k, *slots)
        led = not host or reading.norm(k - 1) in pack.words("place_words") | pack.words("place_nouns")
        if place and (led or reading.hit_before(k, "travel")):
            return (replace(right, j=said.j) if said.i == right.j else right), (place.entry.key,)
    return right, ()


def charge_end(reading: Reading, k: int, last: int) -> int:
    """The end of a charge that runs up to a name: "phụ trách an ninh khu vực … | Randall …"."""
    n = k + 1
    while n < min(k + 18, last):
        place = reading.hit(n, "country", "weak_country", "field", "not_country", "modifier")
        token = reading.tokens[n]
        if place and place.j <= last:
            n = place.j
        elif reading.hit(n, "family") and n + 1 < last and reading.tokens[n + 1].cap:
            break
        elif token.text in "-–'" or (token.word and (not token.cap or vietnamese(token.text))):
            n += 1
        else:
            break
    return n if n < last and reading.tokens[n].cap else k


def over_charge(reading: Reading, right: Right, last: int) -> Right:
    """Over a charge in apposition: "ministre délégué auprès du ministre de l'Intérieur, | chargé de la Sécurité,"."""
    j = right.j
    if (
        reading.pack.get("direct")
        or reading.norm(j) != ","
        or reading.norm(j + 1) not in reading.pack.words("in_charge")
    ):
        bare = right.agency or right.fields or right.field_spans  # à la Défense | chargé de la gendarmerie,
        charged = bare and not reading.pack.get("prefixed") and reading.norm(j) in reading.pack.words("in_charge")
        if not charged or reading.pack.get("direct"):
            return right
        j -= 1
    return replace(right, j=next((n for n in range(j + 2, min(last, j + 20)) if reading.norm(n) == ","), right.j))


def over_duty(reading: Reading, right: Right, last: int) -> Right:
    """Over what the office is in charge of, behind its body: "de l'ONU | à la lutte contre le terrorisme"."""
    if right.agency is None or reading.pack.get("direct"):
        return right
    n = over_connector(reading, right.j, last)
    word = reading.hit(n, "field") if n and n > right.j else None
    return replace(right, j=word.j) if word and word.j <= last and not reading.tokens[word.i].cap else right


def remote_body(reading: Reading, right: Right, k: int, starts: Mapping[int, AgencyMention], last: int) -> Right:
    """The body behind a charge: "directeur de la coopération au ministère …", "Trưởng phòng … thuộc Bộ …"."""
    pack = reading.pack
    links = pack.words("of") | pack.words("the") | pack.words("and") | {"'"}
    if not pack.get("direct") and reading.norm(k) not in pack.words("of"):
        return right
    far = 12 if pack.get("direct") else 14 if pack.get("prefixed") else 26
    spare = 3 if pack.get("prefixed") else 0  # director of | rescue forces in | the ministry of interior
    for n in range(right.j, min(last, right.j + far)):
        token = reading.tokens[n]
        agency = starts.get(n)
        tied = n > right.j and reading.norm(n - 1) in links | {","}
        tied = tied or (n == right.j and bool(right.fields) and bool(pack.get("direct")))  # Direktur Intelijen | BNN
        if agency and tied and agency.j <= last and (agency.kind or agency.multilateral):
            return Right(agency.j, agency, right.countries or home_of(agency))
        plain = token.cap or token.norm in links or reading.hit(n, "field", "modifier", "topic") or pack.get("direct")
        comma = token.text == "," and (n + 1 in starts or (far > 12 and reading.norm(n + 1) in pack.words("genitive")))
        if not plain and spare and token.word and not _closes(reading, n):
            spare, plain = spare - 1, True
        if not comma and ((not token.word and token.text not in "-'’") or not plain or reading.hit(n, *_STOPS)):
            return right
    return right


def _closes(reading: Reading, n: int) -> bool:
    """Whether a word ends what an office can be of: a verb, a relative word, "with"."""
    slots = ("auxiliaries", "copulas", "speech", "left_stop", "tail_stop", "with", "pronouns", "body_follows")
    return any(reading.norm(n) in reading.pack.words(slot) for slot in slots)


def comma_body(reading: Reading, right: Right, starts: Mapping[int, AgencyMention], last: int) -> Right:
    """The body behind a comma, a charge between or not: "Director, Ministry of X", "phụ trách …, Bộ Nội vụ"."""
    pack, k = reading.pack, right.j
    if reading.norm(k) in pack.words("in_charge") or reading.norm(k + 1) in pack.words("in_charge"):
        k = next((n for n in range(k, min(k + 10, last)) if reading.norm(n) == ","), k)
    if reading.norm(k) != ",":
        return right
    agency = starts.get(reading.past(k + 1, last, "the"))
    if agency is None or agency.j > last:
        return right
    found = replace(right, j=agency.j, agency=agency, countries=right.countries or home_of(agency))
    return with_ministry(reading, found, starts, last) if pack.get("prefixed") else found


def with_ministry(reading: Reading, right: Right, starts: Mapping[int, AgencyMention], last: int) -> Right:
    """The ministry behind a department: "Cục …, Bộ Công an", "the Department of … of the Ministry of …"."""
    pack, k = reading.pack, right.j + (3 if bracketed(reading, right.j) else 0)
    joined = reading.norm(k) == "," or reading.norm(k) in pack.words("of") | pack.words("under")
    n = reading.past(k + joined, min(last, k + 4), "the", "of")
    agency = starts.get(n) if joined or pack.get("direct") else None
    lower = right.agency is None or not right.agency.multilateral
    whole = agency is not None and (
        agency.kind.startswith("ministry/") or agency.kind in _WHOLES or (agency.multilateral and joined)
    )
    if agency is None or agency.j > last or not lower or not whole:
        return right
    return replace(right, j=agency.j, above=agency, countries=right.countries or home_of(agency))


def comma_country(reading: Reading, j: int) -> tuple[int, str] | None:
    """The end and code of the country behind a comma that closes an office: "Commissioner of Police, Fiji;"."""
    if not reading.pack.get("prefixed") or reading.norm(j) != "," or j + 1 >= reading.last_of(j):
        return None
    n = reading.past(j + 1, j + 2, "the")
    place = reading.hit(j + 1, "country") or reading.hit(n, "country")
    if place is None and reading.norm(n) in reading.pack.words("state_nouns"):
        place = nation(reading, n)  # Prime Minister, Federation of St Kitts and Nevis
    if place is None or place.entry.slot != "country":
        return None
    k, pack = place.j, reading.pack
    closed = k >= reading.last_of(j) or reading.tokens[k].text in ".;,)" or reading.norm(k) in pack.words("left_stop")
    joined = reading.norm(k) in pack.words("and") and not reading.hit(k + 1, "country", "demonym", "weak_country")
    return (place.j, place.entry.key) if closed or joined else None


def over_bracket(reading: Reading, k: int) -> int:
    """Behind a short bracket between an office and its body: deputy secretary (Policy and Control) of …"""
    if reading.norm(k) != "(":
        return k
    close = next((n for n in range(k, min(k + 9, len(reading.tokens))) if reading.norm(n) == ")"), None)
    goes_on = reading.pack.words("of") | {","}
    return close + 1 if close and reading.norm(close + 1) in goes_on else k


def over_body_word(reading: Reading, n: int, ministerial: bool) -> int:
    """Behind a ministry's head noun in lower case: Bộ trưởng bộ | Nội vụ."""
    field = reading.hit(n + 1, "field")
    if not (ministerial and field and reading.tokens[n + 1].cap):
        return n
    return n + 1 if reading.tokens[n].text.islower() and reading.norm(n) in reading.pack.words("body_words") else n
