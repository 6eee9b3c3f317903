"""One article to facts: a pure function of the text and the lexicons, no store, no clock, no network."""

from __future__ import annotations

from graph.errors import InputError
from graph.model import Article, Facts
from loaders.facts.accords import Accord, gather_accords
from loaders.facts.assemble import assemble
from loaders.facts.bodies import Agency, Country, find_countries, gather_agencies, home_country
from loaders.facts.delegations import find_delegations
from loaders.facts.events import Event, narrate
from loaders.facts.home import dateline, delegations, leaning, main_country, named_towns
from loaders.facts.persons import Person, gather_persons
from loaders.facts.references import find_references
from loaders.facts.roles import Role, every_office, find_roles, held_bodies, origins_of
from loaders.facts.scene import Scene, scenes
from loaders.facts.standing import stand_for
from loaders.language import languages, pack_for
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention, find_agencies
from loaders.mentions.agreements import find_agreements
from loaders.mentions.dates import find_dates
from loaders.mentions.people import NameMention, find_names
from loaders.mentions.reading import Reading, read
from loaders.mentions.shared import share, with_ellipses
from loaders.mentions.title import TitleMention
from loaders.mentions.titles import find_titles, unclaimed


@dataclass(frozen=True, slots=True)
class Observation:
    """Everything that the reader saw on the way to an article's facts: what it took and what it let lie."""

    reading: Reading
    bodies: list[AgencyMention]
    titles: list[TitleMention]
    names: list[NameMention]
    scenes: list[Scene]
    people: list[Person]
    agencies: list[Agency]
    countries: list[Country]
    roles: list[Role]
    accords: list[Accord]
    events: list[Event]


def extract(article: Article) -> Facts:
    """What the article states: people, agencies, countries, agreements, meetings and their relations, with evidence.

    Raises InputError where the article's language is unknown or has no pack.
    """
    return assembled(article, observe(article))


def assembled(article: Article, seen: Observation) -> Facts:
    """The facts of what was seen in an article."""
    return assemble(
        article, seen.reading, seen.people, seen.agencies, seen.countries, seen.roles, seen.accords, seen.events
    )


def observe(article: Article) -> Observation:
    """Read an article and keep every step; ``extract`` makes facts of it, ``communique explain`` shows it."""
    if article.language not in languages():
        raise InputError(
            f"{article.key}: no reader for the language {article.language!r}: "
            f"expected one of {', '.join(languages())}; "
            "say it in the front matter (language: vi) or add a pack under seeds/languages"
        )
    reading = read(article.text, pack_for(article.text, article.language))
    bodies = find_agencies(reading)
    titles = with_ellipses(reading, find_titles(reading, bodies))
    bodies = unclaimed(bodies, titles)
    names = share(reading, find_names(reading, bodies, titles), titles)
    people = gather_persons(reading, names)
    dates = find_dates(reading, article.published)
    countries = find_countries(reading, people, bodies)
    home = home_country(reading, countries, article.url)
    towns = named_towns(reading)
    prior = leaning(countries, people, home, towns, delegations(reading), dateline(reading))
    stands = stand_for(reading, people, bodies, prior)
    known = held_bodies(reading, people, bodies, stands)
    agencies, agency_of = gather_agencies(
        reading, bodies, every_office(titles, people), known, main_country(prior, home, towns)
    )
    roles = find_roles(reading, people, agency_of, agencies, stands)
    inside_names = {k for p in people for m in p.mentions for k in range(m.i, m.j)}
    agreements = find_agreements(reading, dates, inside_names, bodies, titles)
    origins = origins_of(roles, agencies)
    refs = find_references(reading, people, titles, origins) + find_delegations(reading, people, origins)
    seen = scenes(reading, people, agencies, dates, agreements, refs)
    events = narrate(reading, article.published, seen, origins)
    accords = gather_accords(reading, seen, agencies, countries, events, roles)
    return Observation(reading, bodies, titles, names, seen, people, agencies, countries, roles, accords, events)
