"""What every store must do with people's verdicts: keep them, follow them, and take them back without a trace."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from graph.model import Verdict
from graph.stores import Store
from tests.graph.identity import scenes
from tests.graph.stores.reports import talks
from tests.graph.stores.test_contract import rebuilt

WHEN = "2026-01-01T00:00:00Z"


def same(left: tuple[str, str], right: tuple[str, str]) -> Verdict:
    return Verdict("same", left, right, "an analyst", WHEN, "one woman")


def distinct(left: tuple[str, str], right: tuple[str, str]) -> Verdict:
    return Verdict("distinct", left, right, "an analyst", WHEN, "two people")


def two_reports(store: Store, right: str = "Ana Alvarez") -> None:
    store.load(talks("a", "2024-05-02"))
    store.load(talks("b", "2024-07-02", left=right, right="Cy Cohen", date="2024-07-01"))


def test_a_verdict_joins_and_undoing_it_parts_again(store: Store) -> None:
    two_reports(store, "Zoe Zhang")
    before = store.graph()
    verdict = same(("a", "n4"), ("b", "n4"))
    store.record(verdict)
    assert store.canonical("a")["n4"] == store.canonical("b")["n4"]
    assert store.verdicts() == (verdict,)
    assert store.graph() == rebuilt(store) != before
    joined = store.node(store.canonical("a")["n4"])
    assert {joined.name, *joined.aliases} == {"Ana Alvarez", "Zoe Zhang"}
    assert store.undo() == verdict
    assert store.graph() == before
    assert store.verdicts() == () and store.undo() is None


def test_a_verdict_parts_and_undoing_it_joins_again(store: Store) -> None:
    two_reports(store)
    assert store.canonical("a")["n4"] == store.canonical("b")["n4"]
    before = store.graph()
    store.record(distinct(("a", "n4"), ("b", "n4")))
    assert store.canonical("a")["n4"] != store.canonical("b")["n4"]
    assert store.graph() == rebuilt(store)
    store.undo()
    assert store.graph() == before


def test_verdicts_outlive_reloads(store: Store) -> None:
    two_reports(store, "Zoe Zhang")
    store.record(same(("a", "n4"), ("b", "n4")))
    joined = store.graph()
    store.forget("b")
    assert len(store.verdicts()) == 1
    store.load(talks("b", "2024-07-02", left="Zoe Zhang", right="Cy Cohen", date="2024-07-01"))
    assert store.graph() == joined


def test_a_verdict_may_come_before_the_article(store: Store) -> None:
    store.record(same(("a", "n4"), ("b", "n4")))
    two_reports(store, "Zoe Zhang")
    assert store.canonical("a")["n4"] == store.canonical("b")["n4"]


def test_verdicts_on_countless_mentions_are_undone_in_turn(store: Store) -> None:
    two_reports(store, "Zoe Zhang")
    states = [store.graph()]
    for verdict in (
        same(("a", "n4"), ("b", "n4")),
        distinct(("a", "n5"), ("b", "n5")),
        same(("b", "n4"), ("b", "n5")),
    ):
        store.record(verdict)
        states.append(store.graph())
    while states:
        assert store.graph() == states.pop() == rebuilt(store)
        store.undo()


def test_a_verdict_that_contradicts_others_is_refused_and_both_are_shown(store: Store) -> None:
    two_reports(store, "Zoe Zhang")
    store.record(same(("a", "n4"), ("b", "n4")))
    before = store.graph()
    with pytest.raises(InputError, match=r"distinct.*contradicts.*same"):
        store.record(distinct(("b", "n4"), ("a", "n4")))
    assert store.graph() == before and len(store.verdicts()) == 1


def test_pairs_in_doubt_come_by_what_they_would_change(store: Store) -> None:
    for key, name in (("a", "Trần Quốc Tỏ"), ("b", "Trần Quốc Tỏ"), ("c", "Trần Quốc Tổ"), ("d", "Trần Quốc Tổ")):
        store.load(scenes.person(key, name, scenes.MPS, "deputy minister" if key < "c" else "director"))
    store.load(scenes.person("e", "Anna Berg", {"country": "SE", "kind": "police"}))
    store.load(scenes.person("f", "Anna Berg", {"country": "NO", "kind": "ministry/justice"}))
    found = store.doubts()
    assert [p.weight for p in found] == sorted((p.weight for p in found), reverse=True)
    assert {p.left.name for p in found[:1]} | {p.right.name for p in found[:1]} == {"Trần Quốc Tỏ", "Trần Quốc Tổ"}
    assert found[0].weight == 2 and found[0].score.verdict == "unsure" and len(found) == 2
    assert store.doubts(1) == found[:1]
    for pair in found:
        for article, local in (pair.left.mention, pair.right.mention):
            assert local in store.canonical(article)
    store.record(Verdict("distinct", found[0].left.mention, found[0].right.mention, "me", "2026-01-01T00:00:00Z"))
    assert [p.left.name for p in store.doubts()] == ["Anna Berg"]
