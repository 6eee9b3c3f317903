"""The agencies and countries of one article: mentions of one body joined, countries told where the name is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from urllib.parse import urlsplit

from loaders.facts.clues import reach
from loaders.facts.persons import Person
from loaders.language.tokens import fold
from loaders.language.values import dataclass, replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Hit, Reading
from loaders.mentions.title import TitleMention

_ABROAD = ("embassy", "consulate")  # they stand in another country


@dataclass(slots=True)
class Agency:
    """One agency of the article; ``country`` is None for a multilateral body, or where nothing tells it.

    ``part_of`` is the id of the ministry that a title names above it.
    """

    id: str
    label: str
    country: str | None
    multilateral: bool
    part_of: str = ""
    mentions: list[AgencyMention] = field(default_factory=list)
    names: set[frozenset[str]] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """The type key of its mentions, empty where unknown."""
        return next((m.kind for m in self.mentions if m.kind), "")


@dataclass(slots=True)
class Country:
    """One country of the article with the token spans that name or imply it."""

    iso2: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def find_countries(reading: Reading, people: list[Person], agencies: list[AgencyMention]) -> list[Country]:
    """Countries that the text names by name or adjective, in order; names of people and of bodies do not count."""
    names = {k for p in people for m in p.mentions for k in range(m.i, m.j)}
    closed = {k for a in agencies if a.multilateral for k in range(a.i, a.j)}
    out: dict[str, Country] = {}
    end = 0
    slots = ("country", "demonym", "weak_country", "not_country")
    for k in reading.starts(0, len(reading.tokens), *slots, "capital", "city"):
        hit, town = reading.hit(k, *slots), reading.hit(k, "capital", "city")
        if town is not None and town.j > k + 1 and (hit is None or hit.j < town.j):  # Port of Spain is not in Spain
            end = max(end, town.j)
            continue
        if hit is None or k < end or k in names or k in closed:
            continue
        if hit.entry.slot != "not_country" and (hit.entry.slot != "weak_country" or _really(reading, hit)):
            out.setdefault(hit.entry.key, Country(hit.entry.key)).spans.append((hit.i, hit.j))
        end = hit.j
    return list(out.values())


def _really(reading: Reading, hit: Hit) -> bool:
    """Whether a word that is also something else names its country here."""
    tokens = reading.tokens
    before = tokens[hit.i - 1] if hit.i > reading.first_of(hit.i) else None
    after = tokens[hit.j] if hit.j < reading.last_of(hit.i) else None
    if hit.entry.phrase.rpartition(" ")[2][:1].isupper() and not tokens[hit.j - 1].cap:
        return False  # "La réunion s'est tenue" is not La Réunion
    if (
        after is not None
        and after.cap
        and not reading.hit(
            hit.j, "country", "weak_country", "office", "rank", "honorific", "name", "family", "body", "field"
        )
    ):
        return False
    if before is None:
        return after is not None and (after.text in "-–," or not reading.pack.get("direct"))
    if (
        before.cap
        and reading.hit_before(
            hit.i, "country", "weak_country", "field", "modifier", "body", "office", "agency", "type"
        )
        is None
    ):
        return before.text in "-–,"
    return True


def home_country(reading: Reading, countries: list[Country], url: str | None = None) -> str | None:
    """The country whose press speaks: the language's own, the news agency's, the address's."""
    home = reading.pack.get("home")
    named = {c.iso2 for c in countries}
    if home:
        return str(home)
    if outlet := _outlet(reading):
        return outlet
    host = urlsplit(url).hostname if url else None
    code = (host or "").rpartition(".")[2].upper().replace("UK", "GB")
    return code if code in named else None


def _outlet(reading: Reading) -> str | None:
    """The country of a news agency whose mark stands in a dateline or a credit: HANOI (VNA) -, Photo: APS."""
    for k in reading.starts(0, len(reading.tokens), "outlet"):
        for h in reading.hits[k]:
            if h.entry.slot == "outlet" and (reading.tokens[h.i - 1].text in "(/:-–—" or reading.norm(h.j) == ")"):
                return h.entry.key
    return None


def gather_agencies(
    reading: Reading,
    mentions: list[AgencyMention],
    titles: list[TitleMention],
    known: Mapping[int, str | None],
    home: str | None,
) -> tuple[list[Agency], dict[int, Agency]]:
    """Agencies of the article, and the agency of each mention or title (by the identity of the mention object).

    ``known`` holds the country of bodies that a person's office tells; ``home`` is the country of the rest.
    """
    own = {id(m) for m in mentions}
    every = sorted([*mentions, *(t.agency for t in titles if t.agency and id(t.agency) not in own)], key=lambda m: m.i)
    placed = _placed(reading, every, known, home)
    out: list[Agency] = []
    where: dict[int, Agency] = {}
    for mention in every:
        country, words = placed[id(mention)], _words(reading, mention)
        agency = _find(out, mention, country, words, reading.pack.words("same_bodies"))
        if agency is None:
            agency = Agency(f"a{len(out) + 1}", mention.label, country, mention.multilateral)
            out.append(agency)
        agency.mentions.append(mention if mention.country == country else replace(mention, country=country))
        agency.names.add(words)
        agency.acronyms.add(mention.acronym)
        where[id(mention)] = agency
    for title in titles:
        if title.above is not None and title.agency is not None and id(title.above) in where:
            whole, part = where[id(title.above)], where[id(title.agency)]
            part.part_of = whole.id if whole is not part else ""
    return out, where


def _placed(
    reading: Reading, every: list[AgencyMention], known: Mapping[int, str | None], home: str | None
) -> dict[int, str | None]:
    """The country of each mention: its own, its holder's, its side's, that of the same body elsewhere, the home."""
    out = {id(m): m.country for m in every if m.multilateral or m.country}
    out |= {id(m): known[id(m)] for m in every if id(m) not in out and known.get(id(m))}
    seen: dict[str, list[tuple[int, str]]] = {}
    for m in every:
        country = out.get(id(m))
        if country and not m.multilateral:
            for label in {m.label, m.acronym.lower()} - {""}:
                seen.setdefault(label, []).append((m.i, country))
    for part, whole in zip(every[-2::-1], every[:0:-1], strict=True):
        if out.get(id(part)) is None and not part.multilateral and _within(reading, part, whole):
            out[id(part)] = out.get(id(whole))
    starts = {m.i: m for m in every}
    sided = {
        k: side.country
        for s in reading.sentences
        for side, until in reach(reading, s, starts)
        for k in range(side.j, until)
    }
    for m in every:
        if id(m) not in out:
            held = id(m) in known  # whoever holds its office is of a country that nothing tells
            told = sided.get(m.i) or _standing(reading, m)
            out[id(m)] = told or (None if held else _elsewhere(m, seen.get(m.label, []), home))
    return out


def _within(reading: Reading, part: AgencyMention, whole: AgencyMention) -> bool:
    """Whether a department stands right before its ministry: Cục Lãnh sự, Bộ Ngoại giao Lào."""
    if whole.i < part.j or whole.i - part.j > 3 or not whole.kind.startswith("ministry/"):
        return False
    if part.kind.startswith("ministry/") or part.derived or whole.derived:
        return False
    between = range(part.j, whole.i)
    links = reading.pack.words("genitive") | reading.pack.words("the") | {"'"}
    if all(reading.norm(k) in links for k in between):
        return len(between) > 0 or bool(reading.pack.get("direct"))
    return bool(reading.pack.get("direct")) and len(between) == 1 and reading.tokens[part.j].text in ",-–"


def _standing(reading: Reading, mention: AgencyMention) -> str | None:
    """The country of the town in which a body stands: the Ministry of Defence | in Rawalpindi."""
    if mention.kind in _ABROAD or mention.derived or reading.norm(mention.j) not in reading.pack.words("place_words"):
        return None
    town = reading.hit(mention.j + 1, "capital", "city")
    alone = town is not None and reading.norm(mention.j + 1) not in reading.pack.words("meeting_towns")
    return town.entry.key if town and alone else None


def _elsewhere(mention: AgencyMention, seen: list[tuple[int, str]], home: str | None) -> str | None:
    options = {c for _, c in seen}
    if len(options) == 1:
        return seen[0][1]
    if not options:
        return home
    before = [c for i, c in seen if i <= mention.i]
    return home if home in options else before[-1] if before else seen[0][1]


def _one_ministry(a: str, b: str) -> bool:
    """Whether one of two ministries of a country is the other called by its first field: Home Affairs (and Law)."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return short.startswith("ministry/") and long.startswith(short + "+")


def _words(reading: Reading, mention: AgencyMention) -> frozenset[str]:
    """The words of a body's name; those for a town or province say nothing: Công an (thủ đô) Viêng Chăn."""
    words = frozenset(fold(mention.core).split())
    if not mention.kind and reading.pack.get("direct"):
        words = _commanded(reading, words) or words
    kinds = (fold(reading.slice(h.i, h.j)).split() for h in reading.phrases(mention.i, mention.j, "local"))
    return words - {w for kind in kinds for w in kind} or words


def _commanded(reading: Reading, words: frozenset[str]) -> frozenset[str]:
    """The words of a force's name in a province, its short forms written out, those of its command left out."""
    for pair in reading.pack.get("short_words"):
        short, *full = fold(pair).split()
        words = (words - {short}) | set(full) if short in words else words
    return words - {fold(w) for w in reading.pack.get("command_words")}


def _find(
    agencies: list[Agency], mention: AgencyMention, country: str | None, words: frozenset[str], same: frozenset[str]
) -> Agency | None:
    """The agency that a mention names by its kind, or by the same words or its short form."""
    for a in agencies:
        if a.country == country and a.label in same and mention.label in same:
            return a
        if a.country == country and (a.label == mention.label or _one_ministry(a.label, mention.label)):
            return a
    own = (a for a in agencies if a.country == country and words)
    return next((a for a in own if words in a.names or (mention.core and mention.core in a.acronyms)), None)
