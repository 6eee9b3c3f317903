"""Copying a store into another kind and back loses nothing, and what differs is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import Verdict
from graph.stores import Store
from graph.stores.mirror import Difference, differences, sync
from graph.stores.sqlite import SqliteStore
from tests.graph.stores.conftest import NewStore
from tests.graph.stores.reports import talks

SAME = Verdict("same", ("a", "n4"), ("b", "n4"), "an analyst", "2026-01-01T00:00:00Z", "one woman")


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    """An embedded store with three articles, equal texts and a verdict among them."""
    with SqliteStore(tmp_path / "source.db") as store:
        store.load(talks("a", "2024-05-02"))
        store.load(talks("b", "2024-07", left="Zoe Zhang", right="Cy Cohen", date="2024-07-01"))
        store.load(talks("c", ""))
        store.record(SAME)
        yield store


def test_there_and_back_is_the_same(source: Store, new_store: NewStore, tmp_path: Path) -> None:
    between = new_store()
    done = sync(source, between)
    assert (done.added, done.verdicts) == (["a", "b", "c"], 1)
    assert list(differences(source, between)) == []
    with SqliteStore(tmp_path / "back.db") as back:
        sync(between, back)
        assert list(differences(source, back)) == []
    again = sync(source, between)
    assert (again.added, again.unchanged, again.verdicts) == ([], ["a", "b", "c"], 0)


def test_what_only_the_target_has_stays_unless_it_shall_be_exact(source: Store, new_store: NewStore) -> None:
    target = new_store()
    other = Verdict("distinct", ("a", "n5"), ("d", "n4"), "another", "2026-02-01T00:00:00Z")
    target.record(other)
    target.load(talks("d", "2024-08-02", date="2024-08-01"))
    assert sync(source, target).extra == ["d"]
    assert len(target.verdicts()) == 2
    found = list(differences(source, target))
    assert Difference("article", "d", "right") in found and {d.where for d in found} <= {"right", "differs"}
    assert sync(source, target, exact=True).forgotten == ["d"]
    assert list(differences(source, target)) == []


def test_a_changed_text_is_a_difference(source: Store, new_store: NewStore) -> None:
    target = new_store()
    sync(source, target)
    source.load(talks("c", "", right="Di Duval"))
    assert Difference("article", "c", "differs") in list(differences(source, target))
    assert sync(source, target).replaced == ["c"]
    assert list(differences(source, target)) == []
