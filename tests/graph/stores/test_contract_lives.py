"""Agreements and meetings have a life: what is told later changes what is shown, and the earlier stays readable."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.identity.moment import true_on
from graph.model import Facts, PartialDate, Value
from graph.stores import Store
from tests.graph.stores.reports import Report
from tests.graph.stores.test_contract import rebuilt

LIFE = [
    ("a", "2023-05-02", "promised", "proposed", ""),
    ("b", "2024-02-02", "negotiated", "proposed", ""),
    ("c", "2025-03-02", "signed", "signed", "2025-03-01"),
    ("d", "2025-06-02", "in_force", "signed", "2025-03-01"),
    ("e", "2025-07-02", "amended", "signed", "2025-03-01"),
    ("f", "2025-09-02", "invoked", "mentioned", ""),
]


def told(key: str, published: str, stage: str, status: str, date: str) -> Facts:
    """A report of a memorandum at one point of its life."""
    report = Report(key, published)
    known = {"kind": "mou", "stage": stage, "status": status} | ({"date": date} if date else {})
    text = report.node("Agreement", "Memorandum on extradition", id="g", **known)
    for land in ("VN", "KH"):
        body = report.node("Agency", f"Ministry of {land}", country=land, kind="ministry/interior")
        report.edge("PARTY_TO", body, text)
    return report.facts()


def edition(key: str, published: str, status: str, date: str) -> Facts:
    """A report of one edition of a dialogue: that it is planned, put off, held."""
    report = Report(key, published)
    known: dict[str, Value] = {"kind": "dialogue", "status": status, "ordinal": 9, "date": date}
    report.node("Meeting", "9th Vietnam–Laos security dialogue", id="m", **known)
    return report.facts()


@pytest.mark.parametrize("order", [LIFE, LIFE[::-1]])
def test_the_life_of_an_agreement(store: Store, order: list[tuple[str, str, str, str, str]]) -> None:
    for line in order:
        store.load(told(*line))
    (node,) = [n for n in store.graph().nodes if n.label == "Agreement"]
    assert node.properties["stages"] == tuple(line[2] for line in LIFE)
    assert node.properties["stages_since"] == tuple(line[1] for line in LIFE)
    assert node.properties["stages_articles"] == tuple(line[0] for line in LIFE)
    assert node.properties["stages_dates"] == ("", "", "2025-03-01", "2025-03-01", "2025-03-01", "")
    assert node.properties["stages_sources"] == (1, 1, 1, 1, 1, 1)
    assert (node.properties["stage"], node.properties["status"]) == ("amended", "signed")
    assert node.properties["date"] == "2025-03-01"
    assert store.graph() == rebuilt(store)


@pytest.mark.parametrize(
    ("day", "stage"),
    [("2023", "promised"), ("2024-06", "negotiated"), ("2025-03-01", "signed"), ("2025-06-30", "in_force")],
)
def test_the_stage_on_a_day(store: Store, day: str, stage: str) -> None:
    for line in LIFE:
        store.load(told(*line))
    (node,) = [n for n in true_on(store.graph(), PartialDate.parse(day)).nodes if n.label == "Agreement"]
    assert node.properties["stage"] == stage
    known = [n for n in store.graph(PartialDate.parse(day)).nodes if n.label == "Agreement"]
    assert known[0].properties["stage"] == ("negotiated" if day == "2025-03-01" else stage)  # told a day later


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_meeting_that_is_put_off_and_then_held(store: Store, order: tuple[int, ...]) -> None:
    reports = [
        edition("a", "2025-05-01", "planned", "2025-05-10"),
        edition("b", "2025-05-08", "postponed", "2025-05-10"),
        edition("c", "2025-06-21", "held", "2025-06-20"),
    ]
    for i in order:
        store.load(reports[i])
    (node,) = [n for n in store.graph().nodes if n.label == "Meeting" and n.properties["kind"] == "dialogue"]
    assert (node.properties["status"], node.properties["date"]) == ("held", "2025-06-20")
    assert node.properties["statuses"] == ("planned", "postponed", "held")
    assert node.properties["statuses_dates"] == ("2025-05-10", "2025-05-10", "2025-06-20")
    assert node.properties["statuses_articles"] == ("a", "b", "c")
    assert store.graph() == rebuilt(store)
    assert {c.value: c.articles for c in store.claims(node.id) if c.property == "status"} == {
        "planned": ("a",), "postponed": ("b",), "held": ("c",)
    }  # fmt: skip
    store.forget("c")
    node = store.node(store.canonical("a")["m"])
    assert (node.properties["status"], node.properties["date"]) == ("postponed", "2025-05-10")


def test_who_said_so_first_goes_with_its_article(store: Store) -> None:
    store.load(told("x", "", "promised", "proposed", ""))
    store.load(told("y", "", "promised", "proposed", ""))
    assert store.node(store.canonical("y")["g"]).properties["stages_articles"] == ("x",)
    assert store.node(store.canonical("y")["g"]).properties["stages_sources"] == (2,)
    store.forget("x")
    assert store.node(store.canonical("y")["g"]).properties["stages_articles"] == ("y",)
    store.load(told("z", "2024-01-01", "promised", "proposed", ""))
    assert store.node(store.canonical("y")["g"]).properties["stages_articles"] == ("z",)
    assert store.graph() == rebuilt(store)
