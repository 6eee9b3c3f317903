"""The loaded graph as objects, for notebooks: py2neo's object-graph mapper over what a store on a server shows.

    from py2neo.ogm import Repository
    from graph.models import Person

    graph = Repository("bolt://localhost:7687", auth=("neo4j", password))
    person = graph.match(Person).where(name="Tô Lâm").first()
    [(meeting.name, meeting.date, person.attended.get(meeting, "quotes")) for meeting in person.attended]

For reading: what is changed here is gone when an article is loaded that touches it (graph/docs/neo4j.md says what
py2neo is good for, and what the official driver does better).
"""

from __future__ import annotations

from py2neo.ogm import Model, Property, RelatedFrom, RelatedTo


class Country(Model):
    """A country."""

    __primarykey__ = "key"

    key = Property()
    name = Property()
    aliases = Property()
    iso2 = Property()
    sources = Property()

    agencies = RelatedFrom("Agency", "OF")
    hosted = RelatedFrom("Meeting", "HELD_IN")
    signed = RelatedTo("Agreement", "SIGNED")
    party_to = RelatedTo("Agreement", "PARTY_TO")
    representatives = RelatedFrom("Person", "REPRESENTS")


class Agency(Model):
    """A government body; ``kind`` is its type, the same in every language."""

    __primarykey__ = "key"

    key = Property()
    name = Property()
    aliases = Property()
    country = Property()
    kind = Property()
    sources = Property()

    of = RelatedTo("Country", "OF")
    part_of = RelatedTo("Agency", "PART_OF")
    representatives = RelatedFrom("Person", "REPRESENTS")
    attended = RelatedTo("Meeting", "ATTENDED")
    signed = RelatedTo("Agreement", "SIGNED")
    party_to = RelatedTo("Agreement", "PARTY_TO")


class Person(Model):
    """A person; ``represents`` and ``represents_countries`` carry title and rank on the relationship."""

    __primarykey__ = "key"

    key = Property()
    name = Property()
    aliases = Property()
    sources = Property()

    represents = RelatedTo("Agency", "REPRESENTS")
    represents_countries = RelatedTo("Country", "REPRESENTS")
    attended = RelatedTo("Meeting", "ATTENDED")
    chaired = RelatedTo("Meeting", "CHAIRED")
    co_chaired = RelatedTo("Meeting", "CO_CHAIRED")
    signed = RelatedTo("Agreement", "SIGNED")


class Meeting(Model):
    """A meeting; dates are text as far as they are known: 2024, 2024-05 or 2024-05-01."""

    __primarykey__ = "key"

    key = Property()
    name = Property()
    aliases = Property()
    kind = Property()
    status = Property()
    date = Property()
    date_end = Property()
    place = Property()
    country = Property()
    ordinal = Property()
    sources = Property()

    people = RelatedFrom("Person", "ATTENDED")
    agencies = RelatedFrom("Agency", "ATTENDED")
    chairs = RelatedFrom("Person", "CHAIRED")
    co_chairs = RelatedFrom("Person", "CO_CHAIRED")
    held_in = RelatedTo("Country", "HELD_IN")
    implements = RelatedTo("Agreement", "IMPLEMENTS")
    part_of = RelatedTo("Meeting", "PART_OF")


class Agreement(Model):
    """An agreement."""

    __primarykey__ = "key"

    key = Property()
    name = Property()
    aliases = Property()
    kind = Property()
    status = Property()
    stage = Property()
    date = Property()
    sources = Property()

    signers = RelatedFrom("Person", "SIGNED")
    signing_agencies = RelatedFrom("Agency", "SIGNED")
    signing_countries = RelatedFrom("Country", "SIGNED")
    parties = RelatedFrom("Agency", "PARTY_TO")
    party_countries = RelatedFrom("Country", "PARTY_TO")
    implemented_by = RelatedFrom("Meeting", "IMPLEMENTS")
