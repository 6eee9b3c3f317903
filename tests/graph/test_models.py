"""The classes of graph.models over a live server, and their agreement with the schema."""

from __future__ import annotations

import pytest
from py2neo import Graph
from py2neo.ogm import Model, Property, Repository

from graph import models
from graph.schema import schema
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import emptied
from tests.server.choice import Server

CLASSES = [models.Person, models.Agency, models.Country, models.Agreement, models.Meeting]


@pytest.mark.parametrize("model", CLASSES)
def test_every_property_of_the_schema_is_one_of_the_class(model: type[Model]) -> None:
    has = {name for name in dir(model) if isinstance(vars(model).get(name), Property)}
    known = schema().nodes[model.__name__].properties
    assert has == {"key", "name", "aliases", "sources", *(n for n, p in known.items() if not p.derived)}


def test_people_meetings_and_their_evidence(neo4j_server: Server) -> None:
    with emptied(neo4j_server) as store:
        store.load(talks("a", "2024-05-02"))
    at = neo4j_server.settings
    repository = Repository(at.uri, auth=("neo4j", at.password))
    ana = repository.match(models.Person).where(name="Ana Alvarez").first()
    (meeting,) = ana.co_chaired
    assert (meeting.kind, meeting.date, meeting.place) == ("talks", "2024-05-01", "Hanoi")
    assert ana.co_chaired.get(meeting, "quotes") == ["Ana Alvarez co_chaired talks ."]
    assert sorted(p.name for p in meeting.people) == ["Ana Alvarez", "Bo Bergman"]
    (agency,) = ana.represents
    assert ana.represents.get(agency, "title") == "minister"
    assert [c.iso2 for c in agency.of] == ["VN"]
    (country,) = meeting.held_in
    assert country.iso2 == "VN" and [m.key for m in country.hosted] == [meeting.key]
    assert repository.get(models.Country, "country:FR").name == "France"


def test_cypher_through_py2neo(neo4j_server: Server) -> None:
    with emptied(neo4j_server) as store:
        store.load(talks("a", "2024-05-02"))
    at = neo4j_server.settings
    names = Graph(at.uri, auth=("neo4j", at.password)).run("MATCH (p:Person) RETURN p.name AS name ORDER BY name")
    assert [r["name"] for r in names] == ["Ana Alvarez", "Bo Bergman"]
