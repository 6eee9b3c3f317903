"""The agencies and countries of one article: mentions of one body joined, countries told where the name is silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from loaders.facts.persons import Person
from loaders.language.tokens import fold
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Hit, Reading
from loaders.mentions.titles import TitleMention


@dataclass(slots=True)
class Agency:
    """One agency of the article; ``country`` is None for a multilateral body, or where nothing tells it."""

    id: str
    label: str
    country: str | None
    multilateral: bool
    mentions: list[AgencyMention] = field(default_factory=list)

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
    k = 0
    while k < len(reading.tokens):
        hit = reading.hit(k, "country", "demonym", "weak_country", "not_country")
        if hit is None or k in names or k in closed:
            k += 1
            continue
        if hit.entry.slot != "not_country" and (hit.entry.slot != "weak_country" or _really(reading, hit)):
            out.setdefault(hit.entry.key, Country(hit.entry.key)).spans.append((hit.i, hit.j))
        k = hit.j
    return list(out.values())


def _really(reading: Reading, hit: Hit) -> bool:
    """Whether a word that is also something else names its country here."""
    tokens = reading.tokens
    before = tokens[hit.i - 1] if hit.i > reading.first_of(hit.i) else None
    after = tokens[hit.j] if hit.j < reading.last_of(hit.i) else None
    if after is not None and after.cap and not reading.hit(hit.j, "country", "weak_country", "office", "rank", "honorific", "name", "family", "body", "field"):
        return False
    if before is None:
        return after is not None and (after.text in "-–," or not reading.pack.get("direct"))
    if before.cap and reading.hit_before(hit.i, "country", "weak_country", "field", "modifier", "body", "office", "agency", "type") is None:
        return before.text in "-–,"
    return True


def home_country(reading: Reading, countries: list[Country]) -> str | None:
    """The country that an article speaks from: the language's home where it is named, else the one named most."""
    home = reading.pack.get("home")
    counts = Counter({c.iso2: len(c.spans) for c in countries})
    if home and (counts[home] or any(h.entry.key == home for row in reading.hits for h in row if h.entry.slot in ("capital", "city"))):
        return str(home)
    if home and not counts:
        return str(home)
    return counts.most_common(1)[0][0] if counts else None


def gather_agencies(
    reading: Reading, mentions: list[AgencyMention], titles: list[TitleMention], home: str | None
) -> tuple[list[Agency], dict[int, Agency]]:
    """Agencies of the article, and the agency of each mention or title (by the identity of the mention object)."""
    every = sorted([*mentions, *(t.agency for t in titles if t.agency and t.agency not in mentions)], key=lambda m: m.i)
    placed = _placed(every, home)
    out: list[Agency] = []
    where: dict[int, Agency] = {}
    for mention in every:
        country = placed[id(mention)]
        agency = _find(out, mention, country)
        if agency is None:
            agency = Agency(f"a{len(out) + 1}", mention.label, country, mention.multilateral)
            out.append(agency)
        agency.mentions.append(replace(mention, country=country))
        where[id(mention)] = agency
    return out, where


def _placed(every: list[AgencyMention], home: str | None) -> dict[int, str | None]:
    """The country of each mention: its own, else that of the same body elsewhere, else the article's."""
    known: dict[str, list[tuple[int, str]]] = {}
    for m in every:
        if m.country:
            known.setdefault(m.label, []).append((m.i, m.country))
            if m.acronym:
                known.setdefault(m.acronym.lower(), []).append((m.i, m.country))
    out: dict[int, str | None] = {}
    for m in every:
        if m.multilateral or m.country:
            out[id(m)] = m.country
            continue
        seen = known.get(m.label, [])
        options = {c for _, c in seen}
        if len(options) == 1:
            out[id(m)] = seen[0][1]
        elif options:
            before = [c for i, c in seen if i <= m.i]
            out[id(m)] = home if home in options else (before[-1] if before else seen[0][1])
        else:
            out[id(m)] = home
    return out


def _find(agencies: list[Agency], mention: AgencyMention, country: str | None) -> Agency | None:
    for a in agencies:
        if a.label == mention.label and a.country == country:
            return a
    words = frozenset(fold(mention.core).split())
    for a in agencies:
        if a.country != country or not words:
            continue
        for m in a.mentions:
            own = frozenset(fold(m.core).split())
            if own == words or (m.acronym and m.acronym == mention.core):
                return a
    return None
