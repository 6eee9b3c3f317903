"""What is new, and what was true on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.analytics.news import Line, news
from graph.identity.moment import true_on
from graph.model import Facts, Graph, PartialDate
from graph.stores import open_store
from tests.graph.stores.reports import Report

DAY = PartialDate.parse("2025-01-01")


def report(key: str, published: str, who: str, title: str, date: str = "", **told: str) -> Facts:
    """Vietnam's ministry meets Australia's; an extradition treaty goes its way."""
    out = Report(key, published)
    home = out.node("Agency", "Bộ Công an", country="VN", kind="ministry/public_security")
    land = out.node("Country", "Việt Nam", iso2="VN")
    other = out.node("Agency", "Department of Home Affairs", country="AU", kind="ministry/interior")
    abroad = out.node("Country", "Australia", iso2="AU")
    out.edge("OF", home, land)
    out.edge("OF", other, abroad)
    person = out.node("Person", who)
    out.edge("REPRESENTS", person, home, title=title)
    treaty = out.node("Agreement", "extradition treaty", kind="treaty", **told)
    out.edge("PARTY_TO", home, treaty)
    out.edge("PARTY_TO", other, treaty)
    if date:
        event = out.node("Meeting", "security dialogue", kind="dialogue", status="held", date=date)
        out.edge("ATTENDED", person, event)
        out.edge("ATTENDED", other, event)
    return out.facts()


REPORTS = (
    report("y2021", "2021-03-02", "Tô Lâm", "minister", "2021-03-01"),
    report("y2022", "2022-03-02", "Tô Lâm", "minister", "2022-03-01", status="proposed", stage="promised"),
    report("y2023", "2023-03-02", "Tô Lâm", "minister", "2023-03-01"),
    report("y2025", "2025-06-02", "Lương Tam Quang", "minister", status="signed", stage="signed"),
    report("z2025", "2025-07-02", "Tô Lâm", "General Secretary"),
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    place: Path = tmp_path_factory.mktemp("news")
    with open_store(str(place / "graph.db"), create=True) as store:
        for facts in REPORTS:
            store.load(facts)
        yield store.graph()


def told(lines: list[Line], sort: str) -> list[str]:
    return [f"{x.since} {x.text} [{x.article}]" for x in lines if x.sort == sort]


def test_new_people_offices_and_stages_with_their_source(graph: Graph) -> None:
    lines = news(graph, DAY)
    assert told(lines, "new actor") == ["2025-06-02 Lương Tam Quang (person) [y2025]"]
    assert told(lines, "new office") == ["2025-07-02 Tô Lâm: General Secretary, Bộ Công an [z2025]"]
    assert told(lines, "agreement") == ["2025-06-02 extradition treaty: signed, after promised [y2025]"]
    assert told(lines, "first meeting") == []


def test_the_first_meeting_of_two_agencies_and_their_countries(graph: Graph) -> None:
    lines = told(news(graph, PartialDate.parse("2021")), "first meeting")
    assert len(lines) == 2 and all(line.startswith("2021-03-01") for line in lines)
    assert "Australia and Việt Nam" in " ".join(lines)


def test_a_dialogue_is_overdue_by_its_own_rhythm(graph: Graph) -> None:
    assert "last on 2023-03-01, every 365 days" in " ".join(told(news(graph, DAY), "overdue"))
    assert told(news(graph, DAY, PartialDate.parse("2024-05-01")), "overdue") == []


def test_what_was_true_on_a_day(graph: Graph) -> None:
    then = true_on(graph, PartialDate.parse("2022-12-31"))
    treaty = next(n for n in then.nodes if n.label == "Agreement")
    assert (treaty.properties["stage"], treaty.properties["status"]) == ("promised", "proposed")
    assert {n.properties["date"] for n in then.nodes if n.label == "Meeting"} == {"2021-03-01", "2022-03-01"}
    offices = [e for e in then.edges if e.type == "REPRESENTS"]
    assert [e.properties["titles"] for e in offices] == [("minister",)]
    assert all(e.source in {n.id for n in then.nodes} and e.target in {n.id for n in then.nodes} for e in then.edges)
