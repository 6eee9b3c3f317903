"""Bodies that one word names: the Kenyan police, le commandant de l'armée, Benin Customs, AFP Commissioner."""

from __future__ import annotations

from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.agencies.places import with_country
from loaders.mentions.agencies.refuse import plural, under_office
from loaders.mentions.agencies.tail import tail
from loaders.mentions.reading import Hit, Reading

# heads that name a body where only a country stands beside them, with the kind that they mean
BARE = {
    "police": "national_police", "army": "army", "embassy": "embassy", "parliament": "parliament",
    "consulate": "consulate", "coast_guard": "coast_guard", "gendarmerie": "national_gendarmerie",
    "prosecution": "supreme_prosecution", "armies": "army", "presidency": "presidency",
}  # fmt: skip
# forces that one word names where it is said who heads them
_CORPS = ("police", "gendarmerie", "army", "armies", "presidency")


def bare(reading: Reading, head: Hit, i: int, floor: int) -> AgencyMention | None:
    """A head noun alone is an agency only with a country, and only where a country has one such body."""
    if head.entry.key not in BARE or under_office(reading, i):
        return None
    kind = BARE[head.entry.key]
    mention = with_country(reading, AgencyMention(i, head.j, kind, core=reading.slice(i, head.j)), floor)
    if mention.country is None or not _ends_there(reading, mention):
        return None
    return None if head.entry.key == "presidency" and _of_session(reading, mention) else mention


def _of_session(reading: Reading, mention: AgencyMention) -> bool:
    """Whether a presidency is not a president's house: sous présidence belge, la présidence française de l'Union."""
    before = reading.norm(mention.i - 1)
    led = before in reading.pack.words("under") or before == "-"
    return led or reading.norm(mention.j) in reading.pack.words("genitive") | reading.pack.words("of")


def _ends_there(reading: Reading, mention: AgencyMention) -> bool:
    """Whether a lower-case English head is not itself before a noun: "Kenyan police officers" are no body."""
    if not reading.pack.get("prefixed") or reading.tokens[mention.j - 1].cap or mention.j >= len(reading.tokens):
        return True
    token = reading.tokens[mention.j]
    return (
        not token.word
        or token.cap
        or token.norm in reading.pack.words("body_follows")
        or bool(reading.hit(mention.j, "office"))
    )


def body_at(reading: Reading, n: int) -> AgencyMention | None:
    """A body in the plural of which somebody is the head: directeur des services de renseignement du Kenya."""
    head = reading.hit(n, "body")
    if head is not None and head.entry.key in _CORPS and reading.norm(n - 1) in reading.pack.words("the") | {"'"}:
        return _corps(reading, head)
    if head is None or not plural(reading, head) or head.entry.key == "ministry":
        return None
    j, fields = tail(reading, head)
    if not fields:
        return None
    kind = f"{head.entry.key}/{'+'.join(fields)}"
    return with_country(reading, AgencyMention(n, j, kind, core=reading.slice(n, j), fields=fields), n)


def _corps(reading: Reading, head: Hit) -> AgencyMention | None:
    """A force called by one word behind the office of its chief: le directeur de la police | , Paul Ba."""
    if reading.pack.get("prefixed") or reading.pack.get("direct"):
        return None
    found = with_country(
        reading, AgencyMention(head.i, head.j, BARE[head.entry.key], core=reading.slice(head.i, head.j)), head.i
    )
    ends = found.j >= len(reading.tokens) or reading.norm(found.j) in {",", "(", ")"} or reading.tokens[found.j].cap
    return found if ends or found.country else None


def service(reading: Reading, i: int, floor: int) -> AgencyMention | None:
    """A service whose field is its name, with its country beside it: Benin Customs, les douanes tunisiennes."""
    hit = reading.hit(i, "service")
    if hit is None or under_office(reading, i) or reading.norm(i - 1) in reading.pack.words("and"):
        return None
    found = with_country(reading, AgencyMention(i, hit.j, hit.entry.key, core=reading.slice(i, hit.j)), floor)
    if found.country is None or not _ends_there(reading, found):
        return None
    follows = reading.tokens[found.j] if found.j < reading.last_of(i) else None
    noun = follows is not None and follows.word and follows.cap and reading.hit(found.j, "office", "rank") is None
    return None if noun and reading.pack.get("prefixed") else found


def short_form(reading: Reading, i: int) -> AgencyMention | None:
    """An acronym of several bodies, told by the office behind it: AFP Commissioner, AFP Chief of Staff."""
    hit = reading.hit(i, "short_body")
    office = reading.hit(hit.j, "office") if hit else None
    if hit is None or office is None or office.entry.key not in hit.entry.data["beside"]:
        return None
    data, word = hit.entry.data, reading.slice(i, hit.j)
    return AgencyMention(i, hit.j, data.get("kind", ""), hit.entry.key, data.get("country"), core=word, acronym=word)
