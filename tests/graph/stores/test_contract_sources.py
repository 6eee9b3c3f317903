"""Copies and translations count as one source, in every store, whatever comes or goes afterwards."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Facts
from graph.stores import Store
from tests.graph.stores.reports import Report, talks
from tests.graph.stores.test_contract import edge, rebuilt, rekeyed


def shortened(key: str) -> Facts:
    """The first two thirds of ``talks("a", ...)`` under another address, one sentence edited."""
    whole = rekeyed(talks("a", "2024-05-02"), key)
    text = whole.article.text[: len(whole.article.text) * 3 // 4]
    edges = [e for e in whole.edges if e.evidence[0].end <= len(text)]
    return Facts(replace(whole.article, text=text), whole.nodes, tuple(edges))


def agency_report(
    key: str, language: str, published: str = "2024-05-02", sign: str = "VNA", day: str = "2024-05-01"
) -> Facts:
    """One agency's report of the talks, in words of its own."""
    report = Report(key, published, language=language, text=f"Hanoi ({sign}) – ")
    met = report.node("Meeting", "talks", kind="talks", date=day, country="VN")
    for name in ("Ana Alvarez", "Bo Bergman"):
        report.edge("ATTENDED", report.node("Person", name), met)
    return report.facts()


def sources_of(store: Store) -> set[object]:
    """How many sources the edges of attendance have."""
    assert store.graph() == rebuilt(store)
    return {e.properties["sources"] for e in store.graph().edges if e.type == "ATTENDED"}


def test_a_shortened_copy_is_no_second_source(store: Store) -> None:
    store.load(talks("a", "2024-05-02"))
    store.load(shortened("b"))
    assert sources_of(store) == {1}
    assert store.status().sources == 1
    assert store.node("article:b").properties["source"] == "a"
    store.load(talks("c", "2024-05-03"))
    assert sources_of(store) == {2}


def test_the_original_may_come_after_its_copies_and_go_again(store: Store) -> None:
    for key in ("b", "c"):
        store.load(shortened(key))
    assert store.node("article:c").properties["source"] == "b"
    store.load(talks("a", "2024-05-02"))
    assert {store.node(f"article:{k}").properties["source"] for k in "abc"} == {"a"}
    assert sources_of(store) == {1}
    store.forget("a")
    assert {store.node(f"article:{k}").properties["source"] for k in "bc"} == {"b"}
    assert sources_of(store) == {1}


def test_a_text_that_is_replaced_by_another_is_a_source_of_its_own(store: Store) -> None:
    store.load(talks("a", "2024-05-02"))
    store.load(rekeyed(talks("a", "2024-05-02"), "b"))
    assert sources_of(store) == {1}
    store.load(talks("b", "2024-05-02"))
    assert sources_of(store) == {2}


def test_translations_of_one_agencys_report_are_one_source(store: Store) -> None:
    store.load(agency_report("a", "en"))
    store.load(agency_report("b", "fr", "2024-05-03"))
    assert sources_of(store) == {1}
    store.load(agency_report("c", "en", "2024-05-03"))  # by the French one it is joined to the first
    assert sources_of(store) == {1}
    store.load(agency_report("d", "fr", sign="AFP"))
    assert sources_of(store) == {2}


def test_what_reports_another_meeting_is_no_translation(store: Store) -> None:
    store.load(agency_report("a", "en"))
    store.load(agency_report("b", "fr", day="2024-04-20"))
    assert sources_of(store) == {1} and store.status().sources == 2


def test_a_verdict_that_parts_two_meetings_parts_the_sources(store: Store) -> None:
    from graph.model import Verdict

    store.load(agency_report("a", "en"))
    store.load(agency_report("b", "fr"))
    assert store.status().sources == 1
    before = store.graph()
    store.record(Verdict("distinct", ("a", "n0"), ("b", "n0"), "me", "2026-01-01T00:00:00Z"))
    assert store.status().sources == 2
    assert edge(store.graph(), "MENTIONS", "article:a", store.canonical("a")["n0"]).properties["sources"] == 1
    assert store.graph() == rebuilt(store)
    store.undo()
    assert store.graph() == before


def test_what_was_known_counts_the_sources_of_then(store: Store) -> None:
    from graph.model import PartialDate

    store.load(shortened("a2"))
    store.load(talks("a", "2024-06-02", title="minister"))
    then = store.graph(PartialDate.parse("2024-05"))
    assert {n.properties["source"] for n in then.nodes if n.label == "Article"} == {"a2"}
