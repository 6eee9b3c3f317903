"""Bodies of several countries that one noun names: the ministries of defence of A and B."""

from __future__ import annotations

from loaders.language.values import replace
from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.agencies.refuse import plural
from loaders.mentions.agencies.tail import tail
from loaders.mentions.hosts import nations_row
from loaders.mentions.reading import Hit, Reading

_NATIONS = ("country", "weak_country", "demonym")
# what one word names in every country
_PLAIN = ("police", "gendarmerie", "army", "customs", "parliament")
_REACH = 12  # words that a list of countries may take


def shared(reading: Reading, found: AgencyMention) -> list[AgencyMention]:
    """The bodies that a French noun with two adjectives names: la police kényane | et ougandaise; else that found."""
    if reading.pack.get("prefixed") or reading.pack.get("direct") or found.kind.removeprefix("national_") not in _PLAIN:
        return [found]
    second = reading.hit(found.j + 1, "demonym") if reading.norm(found.j) in reading.pack.words("and") else None
    first = reading.hit_before(found.j, "demonym")
    if first is None or second is None or second.entry.key == found.country:
        return [found]
    noun = reading.slice(found.i, first.i)
    if not reading.tokens[first.j - 1].text.endswith("s"):
        noun = noun.removesuffix("s")  # les armées libanaise et américaine: one each
    one = replace(found, core=f"{noun} {reading.slice(first.i, first.j)}", derived=reading.slice(found.i, found.j))
    words = reading.slice(second.i, second.j)
    other = replace(
        one, i=second.i, j=second.j, country=second.entry.key, core=f"{noun} {words}", derived=words, acronym=""
    )
    return [one, other]


def of_several(reading: Reading, i: int, floor: int) -> list[AgencyMention]:
    """The bodies that a head for several at token i names, one for each country of a list behind or before it."""
    head, pack = reading.hit(i, "body"), reading.pack
    if head is None or not (pack.get("direct") or plural(reading, head)):
        return []
    within, apart = _between(reading, head)
    j, fields = tail(reading, head._replace(j=apart) if len(within) > 1 else head)
    before = reading.hit_before(i, "field") if pack.get("prefixed") else None
    before = before if before and before.i >= floor else None
    keys = (*((before.entry.key,) if before else ()), *fields)
    if not keys:
        return []
    countries, end = (within, j) if len(within) > 1 else _behind(reading, j)
    if before and len(countries) < 2:
        countries = _before(reading, before.i, floor)
    if len(countries) < 2:
        return []
    kind = f"{head.entry.key}/{'+'.join(keys)}"
    core = _single(reading, head, before, apart if len(within) > 1 else head.j, j)
    words = reading.slice(i, max(j, end))
    one = AgencyMention(i, max(j, end), pack.alike.get(kind, kind), core=core, derived=words, fields=keys)
    return [replace(one, country=c) for c in countries]


def _single(reading: Reading, head: Hit, before: Hit | None, j: int, end: int) -> str:
    """The name of one of the bodies: Ministry of Defence, Interior Ministry, ministère de l'Intérieur."""
    noun = reading.pack.bodies.get(head.entry.key, "")
    if reading.pack.get("direct"):
        return reading.slice(head.i, end)
    noun = noun.capitalize() if reading.pack.get("prefixed") else noun
    if end > j or before is None:
        return f"{noun} {reading.slice(j, end)}"
    first = before.i + (reading.norm(before.i) in reading.pack.words("the"))
    return f"{reading.slice(first, head.i)} {noun}"


def _behind(reading: Reading, j: int) -> tuple[tuple[str, ...], int]:
    """The countries listed behind a name: of Kenya and Uganda, français et japonais, hai nước Lào - Việt Nam."""
    pack, last = reading.pack, min(reading.last_of(j - 1), j + _REACH)
    k = reading.past(j, last, "genitive", "the")
    if not pack.get("direct"):
        return nations_row(reading, k, last, _NATIONS, True)
    both = reading.hit(k, "several_countries")
    if both is None:
        return (), j
    first, end = nations_row(reading, both.j, last, _NATIONS, True)
    if len(first) == 1 and end < last and reading.tokens[end].text in "-–":
        more, end = nations_row(reading, end + 1, last, _NATIONS, False)
        first += more
    return first, end


def _before(reading: Reading, i: int, floor: int) -> tuple[str, ...]:
    """English: the countries listed right before a name: the Kenyan and Ugandan | defence ministries."""
    out: list[str] = []
    k = i
    while len(out) < 4 and (place := reading.hit_before(k, *_NATIONS)) and place.i >= floor:
        out.insert(0, place.entry.key)
        k = place.i - 1
        if reading.norm(k) not in reading.pack.words("and") | {","}:
            break
    return tuple(out)


def _between(reading: Reading, head: Hit) -> tuple[tuple[str, ...], int]:
    """French: the countries right behind the head: les ministères | tunisien et algérien | de l'Intérieur."""
    if reading.pack.get("prefixed") or reading.pack.get("direct"):
        return (), head.j
    return nations_row(reading, head.j, reading.last_of(head.i), ("demonym",), True)
