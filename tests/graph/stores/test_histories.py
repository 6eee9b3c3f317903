"""Whatever happened before, a store shows what the articles and verdicts that are there now say, and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Facts, Verdict
from graph.stores import Store, open_store
from tests.graph.stores.reports import Report
from tests.graph.stores.test_contract import rebuilt

KEYS = ("a", "b", "c", "d")
NAMES = ("Ana Alvarez", "Ana Álvarez", "Bo Bergman", "Bergman Bo", "Trần Quốc Tỏ", "Trần Quốc Tổ")
DATES = ("", "2023", "2024-05-01", "2024-05-02", "2024-06")


@st.composite
def reports(draw: st.DrawFn) -> Facts:
    """A small article that shares names, dates and places with others."""
    report = Report(draw(st.sampled_from(KEYS)), draw(st.sampled_from(DATES)), voice=draw(st.sampled_from("xyz")))
    report.language = draw(st.sampled_from(("en", "fr")))
    report.text = draw(st.sampled_from(("", "By our correspondent. ", "Hanoi (VNA) – ")))
    agency = report.node("Agency", "Ministry of the Interior", country="FR", kind="ministry/interior")
    date = draw(st.sampled_from(DATES))
    given: dict[str, Any] = {"date": date} if date else {}
    meeting = report.node("Meeting", "talks", kind="talks", **given)
    for i, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))):
        person = report.node("Person", name, id=f"p{i}")
        report.edge("REPRESENTS", person, agency, title=draw(st.sampled_from(("minister", "deputy minister"))))
        report.edge("ATTENDED", person, meeting)
    return report.facts()


mentions = st.tuples(st.sampled_from(KEYS), st.sampled_from(("p0", "p1")))
verdicts = st.builds(
    Verdict, st.sampled_from(("same", "distinct")), mentions, mentions, st.just("x"), st.just("2026-01-01T00:00:00Z")
)
steps = st.one_of(
    st.tuples(st.just("load"), reports()),
    st.tuples(st.just("load"), reports()),
    st.tuples(st.just("forget"), st.sampled_from(KEYS)),
    st.tuples(st.just("record"), verdicts),
    st.tuples(st.just("undo"), st.none()),
)


def take(store: Store, step: tuple[str, object]) -> None:
    name, what = step
    if name == "undo":
        store.undo()
        return
    try:
        getattr(store, name)(what)
    except InputError:
        assert name == "record"  # a contradiction


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, max_size=12), st.sampled_from((1, 2, 100)))
def test_a_history_leaves_what_stands_and_nothing_else(history: list[tuple[str, object]], crowd: int) -> None:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.identity.origins.CROWD", crowd)
        store = open_store(str(Path(place) / "long.db"), create=True)
        for step in history:
            take(store, step)
        fresh = open_store(str(Path(place) / "short.db"), create=True)
        for verdict in store.verdicts():
            fresh.record(verdict)
        for article in sorted(store.articles(), key=lambda a: a.key, reverse=True):
            fresh.load(store.facts(article.key))
        assert store.graph() == fresh.graph() == rebuilt(store)
        store.close()
        fresh.close()
