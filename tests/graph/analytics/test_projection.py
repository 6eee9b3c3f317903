"""Who counts as linked, by what, over which dates."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.analytics import Projection, communities, links, network, project, ranking, timeline
from graph.errors import InputError
from graph.model import Evidence, Graph, Node, PartialDate
from tests.graph.samples import crowd, edge, graph_of, meeting, three_talks


def _links(projection: Projection) -> dict[tuple[str, str], tuple[str, ...]]:
    """Linked names and what lies behind each link."""
    return {(projection.members[a], projection.members[b]): projection.shared(a, b) for a, b in projection.pairs()}


def test_people_are_linked_by_meetings_held_and_agreements_signed() -> None:
    projection = project(three_talks())
    assert projection.members == ("person:ana", "person:bo", "person:cy")
    assert _links(projection) == {
        ("person:ana", "person:bo"): ("agreement:pact", "m1", "m2"),
        ("person:ana", "person:cy"): ("m3",),
    }
    assert projection.weights.toarray().tolist() == [[0, 3, 1], [3, 0, 0], [1, 0, 0]]
    assert [e.evidence[0].quote for e in projection.evidence(2, "m3")] == ["Ana met Cy."]


def test_by_chooses_what_links() -> None:
    assert _links(project(three_talks(), by=("SIGNED",))) == {("person:ana", "person:bo"): ("agreement:pact",)}
    with pytest.raises(InputError, match=r"'HUGGED'.*ATTENDED"):
        project(three_talks(), by=("HUGGED",))
    with pytest.raises(InputError, match="Planet"):
        project(three_talks(), who="Planet")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "until", "events"),
    [
        ("2024", None, {"m2", "m3", "agreement:pact"}),
        (None, "2023", {"m1"}),
        ("2024-07", "2024-07", {"m2", "agreement:pact"}),
        ("2024-07-02", "2024-07-31", {"agreement:pact"}),
        ("2024-09-10", "2024-09-10", {"m3"}),
        ("2025", None, set()),
    ],
)
def test_dates_count_when_they_lie_wholly_within(since: str | None, until: str | None, events: set[str]) -> None:
    bounds = [PartialDate.parse(d) if d else None for d in (since, until)]
    assert set(project(three_talks(), since=bounds[0], until=bounds[1]).events) == events


def test_the_statement_says_what_was_left_out() -> None:
    words = project(three_talks(), since=PartialDate(2024, 7, 2), until=PartialDate(2024, 7, 31)).statement
    assert "from 2024-07-02 to 2024-07-31, both included" in words
    assert "1 event whose date is not known well enough" in words
    assert "1 meeting that was planned, postponed or cancelled" in project(three_talks()).statement


def test_agencies_and_countries_are_linked_through_those_who_act_for_them() -> None:
    assert _links(project(three_talks(), "Agency")) == {
        ("agency:AA:ministry", "agency:BB:police"): ("agreement:pact", "m1", "m2"),
        ("agency:AA:ministry", "agency:CC:police"): ("m3",),
    }
    assert _links(project(three_talks(), "Country", by=("ATTENDED",))) == {
        ("country:AA", "country:BB"): ("m1", "m2"),
        ("country:AA", "country:CC"): ("m3",),
    }


def test_a_former_office_never_lends_its_agency_to_a_later_meeting() -> None:
    graph = graph_of(
        [Node("p", "Person", "P"), Node("q", "Person", "Q"), meeting("m"),
         *(Node(a, "Agency", a) for a in ("old", "new", "other"))],
        [edge("REPRESENTS", "p", "old", "a2010"), edge("REPRESENTS", "p", "new", "a2024"),
         edge("REPRESENTS", "q", "other", "elsewhere"), edge("ATTENDED", "p", "m", "a2024"),
         edge("ATTENDED", "q", "m", "a2024")],
    )  # fmt: skip
    assert _links(project(graph, "Agency")) == {("new", "other"): ("m",)}


@pytest.mark.parametrize(
    ("seen", "agencies"),
    [("2011-03-01", {"old"}), ("2024-01-15", {"new"}), ("2016", set()), ("", set()), ("2022-06-01", set())],
)
def test_where_no_quoted_article_says_both_the_time_decides_or_nobody(seen: str, agencies: set[str]) -> None:
    graph = graph_of(
        [Node("p", "Person", "P"), meeting("m"), *(Node(a, "Agency", a) for a in ("old", "new", "party"))],
        [edge("REPRESENTS", "p", "old", "a1", first_seen="2010-01-01", last_seen="2014-12-31"),
         edge("REPRESENTS", "p", "new", "a2", first_seen="2020-02-01", last_seen="2024-05-01"),
         edge("REPRESENTS", "p", "party", "a3", first_seen="2022-01-01", last_seen="2023-01-01"),
         edge("ATTENDED", "p", "m", "a9", **({"first_seen": seen} if seen else {}))],
    )  # fmt: skip
    assert set(project(graph, "Agency").members) == agencies


def test_the_network_has_everything_and_links_has_the_events() -> None:
    graph = three_talks()
    net = network(graph)
    assert isinstance(net, nx.MultiDiGraph)
    assert net.nodes["agency:BB:police"] == {"label": "Agency", "name": "Betan Police", "aliases": (), "country": "BB"}
    assert set(net["person:ana"]["m1"]) == {"ATTENDED", "CHAIRED"}
    data = net.edges["person:ana", "agency:AA:ministry", "REPRESENTS"]
    assert data["type"] == "REPRESENTS" and data["title"] == "Minister"
    assert isinstance(data["evidence"][0], Evidence)
    assert net.number_of_edges() == len(graph.edges)
    assert links(project(graph)).edges["person:ana", "person:cy"] == {"weight": 1, "events": ("m3",)}


def test_an_empty_graph_has_empty_answers() -> None:
    projection = project(Graph())
    assert ranking(projection).ranked == () and communities(projection).groups == ()
    assert timeline(Graph()).meetings == () and network(Graph()).number_of_nodes() == 0
    assert "0 people took part in 0 such events" in projection.statement


def test_equal_values_share_a_rank() -> None:
    found = ranking(project(three_talks()))
    assert [r.key for r in found.ranked] == ["person:ana", "person:bo", "person:cy"]
    assert [r.places["betweenness"].rank for r in found.ranked] == [1, 2, 2]
    assert found.ranked[0].places["degree"].value == 1.0 and found.sampled_from is None


def test_circles_are_found_and_repeatable() -> None:
    sides = [edge("ATTENDED", f"{s}{i}", f"m{s}{n}") for s in "ab" for i in range(4) for n in range(3)]
    bridge = [edge("ATTENDED", "a0", "mm"), edge("ATTENDED", "b0", "mm")]
    nodes = [Node(f"{s}{i}", "Person", f"{s}{i}") for s in "ab" for i in range(4)]
    meetings = [meeting(f"m{s}{n}") for s in "ab" for n in range(3)]
    projection = project(graph_of([*nodes, *meetings, meeting("mm")], [*sides, *bridge]))
    found = communities(projection)
    assert found.groups == ((0, 1, 2, 3), (4, 5, 6, 7)) and found.modularity > 0.4
    large = project(crowd(300, 200))
    assert communities(large) == communities(large)


def test_the_timeline_counts_meetings_held_and_names_the_rest() -> None:
    graph = three_talks()
    years = timeline(graph)
    assert years.meetings == (("2023", ("m1",)), ("2024", ("m2", "m3")))
    assert years.not_held == ("m4",) and years.unplaced == ()
    months = timeline(graph, "month", since=PartialDate(2024))
    assert months.meetings == (("2024-07", ("m2",)), ("2024-08", ()), ("2024-09", ("m3",)))
    half = timeline(graph, since=PartialDate(2024, 7, 15))
    assert half.unplaced == ("m2",)


def test_rankings_are_the_same_on_every_run() -> None:
    graph = crowd(400, 300)
    first, second = ranking(project(graph)), ranking(project(graph))
    assert first == second
    assert np.isclose(sum(r.places["pagerank"].value for r in first.ranked), 1)
