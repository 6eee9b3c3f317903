"""Talks hang on the visit that another article tells, editions of a dialogue on their series; in every store."""

from __future__ import annotations

import pytest

from graph.model import Edge, Facts
from graph.stores import Store
from tests.graph.stores.reports import Report
from tests.graph.stores.test_contract import rebuilt


def visit(
    key: str, date: str = "2024-05-02", land: str = "FR", name: str = "Ana Alvarez", published: str = "2024-05-03"
) -> Facts:
    """A minister of Vietnam travels."""
    report = Report(key, published)
    event = report.node("Meeting", f"visit of {name}", id="v", kind="visit", date=date, country=land)
    report.edge("ATTENDED", _guest(report, name), event)
    return report.facts()


def talks_abroad(key: str, date: str = "2024-05-04", land: str = "FR", published: str = "2024-05-05") -> Facts:
    """A minister of Vietnam and one of France talk."""
    report = Report(key, published)
    host = report.node("Person", "Bo Bergman")
    body = report.node("Agency", "Ministry of the Interior", country="FR", kind="ministry/interior")
    event = report.node("Meeting", "talks", id="t", kind="talks", date=date, country=land)
    report.edge("REPRESENTS", host, body, title="minister")
    for person in (_guest(report, "Ana Alvarez"), host):
        report.edge("ATTENDED", person, event)
    return report.facts()


def dialogue(key: str, name: str, published: str, date: str) -> Facts:
    """An edition of a dialogue."""
    report = Report(key, published)
    report.node("Meeting", name, id="d", kind="dialogue", date=date, country="FR")
    return report.facts()


def _guest(report: Report, name: str) -> str:
    body = report.node("Agency", "Ministry of Public Security", country="VN", kind="ministry/public_security")
    guest = report.node("Person", name)
    report.edge("REPRESENTS", guest, body, title="minister")
    return guest


def parts(store: Store) -> list[Edge]:
    """What is part of what; whatever happened, the store is as if derived from scratch."""
    graph = store.graph()
    assert graph == rebuilt(store)
    assert not [n for n in graph.nodes if n.id.startswith("~")]
    return [e for e in graph.edges if e.type == "PART_OF"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_talks_hang_on_the_visit_of_another_article(store: Store, order: tuple[int, int]) -> None:
    both = [visit("a"), talks_abroad("b")]
    for i in order:
        store.load(both[i])
    (found,) = parts(store)
    assert (found.source, found.target) == (store.canonical("b")["t"], store.canonical("a")["v"])
    assert [e.extractor for e in found.evidence] == ["identity/visit"]
    assert "attended" in found.evidence[0].quote and found.evidence[0].article == "b"
    store.forget("a")
    assert parts(store) == []
    assert {n.name for n in store.graph().nodes if n.label == "Meeting"} == {"talks"}
    store.load(both[0])
    store.load(visit("c", date="2024-05"))
    assert len(parts(store)) == 1


@pytest.mark.parametrize(
    "other",
    [
        visit("a", date="2024-03-01", published="2024-03-02"),
        visit("a", land="DE"),
        visit("a", name="Di Dorval"),
    ],
)
def test_talks_of_another_time_place_or_guest_do_not(store: Store, other: Facts) -> None:
    store.load(other)
    store.load(talks_abroad("b"))
    assert parts(store) == []


def test_a_pointer_never_joins_two_visits(store: Store) -> None:
    store.load(visit("a", date="2024-05-01", published="2024-05-01"))
    store.load(visit("b", date="2024-05-11", published="2024-05-11"))
    store.load(talks_abroad("c", date="2024-05-06", published="2024-05-06"))
    assert store.canonical("a")["v"] != store.canonical("b")["v"]
    assert parts(store) == []  # five days from each: nobody says which


def test_the_nodes_of_a_visit_are_those_that_articles_tell(store: Store) -> None:
    store.load(visit("a"))
    store.load(talks_abroad("b"))
    assert store.mentions(store.canonical("a")["v"]) == (("a", "v"),)
    assert store.facts("b") == talks_abroad("b")


def test_editions_hang_on_their_series(store: Store) -> None:
    store.load(dialogue("a", "8th Vietnam–Laos security dialogue", "2023-05-02", "2023-05-01"))
    store.load(dialogue("b", "9th Vietnam–Laos security dialogue", "2024-05-02", "2024-05-01"))
    store.load(dialogue("c", "Đối thoại an ninh Việt Nam - Lào lần thứ 9", "2024-05-02", "2024-05-01"))
    store.load(dialogue("d", "3rd Vietnam–Cambodia security dialogue", "2024-05-02", "2024-04-01"))
    found = parts(store)
    assert store.canonical("b")["d"] == store.canonical("c")["d"] != store.canonical("a")["d"]
    series = {e.source: e.target for e in found}
    assert len(series) == 3
    assert series[store.canonical("a")["d"]] == series[store.canonical("b")["d"]] != series[store.canonical("d")["d"]]
    node = store.node(series[store.canonical("a")["d"]])
    assert node.properties["kind"] == "series" and node.name == "Vietnam–Laos security dialogue"
    assert all(any(c.isdigit() for c in e.quote) for edge in found for e in edge.evidence)
