"""Facts that break the schema, or quote what is not there, are refused with the value and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import Edge, Evidence, Facts, Node
from graph.stores.border import refuse_broken
from tests.graph.stores.reports import talks

FACTS = talks("a", "2024-05-02")
Change = Callable[[Facts], Facts]


def node(place: int, **changes: Any) -> Change:
    """Change one node."""

    def change(facts: Facts) -> Facts:
        nodes = list(facts.nodes)
        nodes[place] = replace(nodes[place], **changes)
        return replace(facts, nodes=tuple(nodes))

    return change


def edge(place: int, **changes: Any) -> Change:
    """Change one edge."""

    def change(facts: Facts) -> Facts:
        edges = list(facts.edges)
        edges[place] = replace(edges[place], **changes)
        return replace(facts, edges=tuple(edges))

    return change


def quote(**changes: Any) -> Change:
    """Change the first edge's evidence."""
    return edge(0, evidence=(replace(FACTS.edges[0].evidence[0], **changes),))


def article(**changes: Any) -> Change:
    """Change the article."""
    return lambda facts: replace(facts, article=replace(facts.article, **changes))


def test_what_keeps_the_schema_passes() -> None:
    refuse_broken(FACTS)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (node(0, label="Planet"), r"'Planet'; expected one of Person, Agency, Country, Agreement, Meeting"),
        (node(0, label="Article"), "'Article'; expected one of Person"),
        (node(0, name=" "), "has no name"),
        (node(0, id="n1"), "two nodes have the id 'n1'"),
        (node(0, properties={}), "has no iso2"),
        (node(0, properties={"iso2": "Vietnam"}), "iso2 is 'Vietnam'; expected country"),
        (node(6, properties={"date": "22/11/2024"}), "date is '22/11/2024'; expected date"),
        (node(6, properties={"date": "2024-02-30"}), "date is '2024-02-30'"),
        (node(6, properties={"kind": "party"}), "kind is 'party'; expected talks, reception"),
        (node(6, properties={"ordinal": True}), "ordinal is True; expected integer"),
        (node(6, properties={"sources": 3}), "has a property 'sources'; expected kind, status"),
        (edge(0, type="LIKES"), "LIKES.*expected a type of REPRESENTS"),
        (edge(0, type="MENTIONS"), "expected a type of REPRESENTS"),
        (edge(0, type="SIGNED"), "joins Agency to Country; expected Person to Agreement"),
        (edge(0, target="nowhere"), "ends at 'nowhere', which is no node"),
        (edge(0, evidence=()), "has no evidence"),
        (edge(2, properties={"titles": ("x",)}), "has a property 'titles'; expected title, rank"),
        (quote(article="b"), "quotes article 'b'; expected 'a'"),
        (quote(start=0), "which is not what the text says at \\[0:"),
        (quote(quote=""), "which is not what the text says"),
        (quote(confidence=1.5), "confidence 1.5; expected 0 to 1"),
        (article(key=" "), "has no key"),
        (article(text=FACTS.article.text + "e\u0301"), "not in Unicode form NFC"),
        (article(text=FACTS.article.text + "\ud800"), "surrogate"),
    ],
)
def test_what_breaks_it_is_refused(change: Change, message: str) -> None:
    with pytest.raises(InputError, match=message):
        refuse_broken(change(FACTS))


def test_only_the_first_problems_are_told() -> None:
    nodes = tuple(Node(str(i), "Planet", "x") for i in range(50))
    with pytest.raises(InputError, match="and more") as caught:
        refuse_broken(replace(FACTS, nodes=nodes, edges=()))
    assert len(str(caught.value)) < 1500


def test_a_negative_offset_is_no_way_to_count_from_the_end() -> None:
    text = FACTS.article.text
    evidence = Evidence("a", text[-5:-1], -5, -1, "rules/en", "1", 0.9)
    with pytest.raises(InputError, match="expected an offset of 0 or more"):
        refuse_broken(replace(FACTS, edges=(Edge("OF", "n2", "n0", {}, (evidence,)),)))
