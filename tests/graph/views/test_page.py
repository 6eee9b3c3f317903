"""The network page: what it holds, what it leaves out, that no name lies on another, and that no text breaks out."""

from __future__ import annotations

import json
import re
from itertools import combinations

import numpy as np
import pytest

from graph.errors import InputError
from graph.model import Graph, Node
from graph.views.links import web_address
from graph.views.page import page
from graph.views.page.appearance import KINDS, LINES
from graph.views.page.labels import plain, room, wrapped
from graph.views.page.layout import laid_out
from tests.graph.samples import crowd, three_talks
from tests.graph.views.hostile import hostile_graph


def _data(html: str, name: str) -> object:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found.group(1))


def test_it_holds_every_relation_with_its_quote_and_article() -> None:
    known = _data(page(three_talks()), "details")
    assert len(known["relations"]) == len(three_talks().edges)
    signed = next(r for r in known["relations"] if r["type"] == "SIGNED")
    assert signed["quotes"][0]["text"] == "Ana and Bo signed the pact."
    assert known["articles"]["a2"] == {
        "headline": "Headline 2",
        "publisher": "The Gazette",
        "published": "2024-02-01",
        "url": "https://gazette.example/2",
    }


def test_relations_of_one_pair_are_one_line() -> None:
    html = page(three_talks())
    lines = [e for e in _data(html, "edges") if {e["from"], e["to"]} == {"person:ana", "m1"}]
    types = [_data(html, "details")["relations"][i]["type"] for i in lines[0]["relations"]]
    assert len(lines) == 1 and sorted(types) == ["ATTENDED", "CHAIRED"]
    assert LINES[lines[0]["look"]].name == "chaired"


def test_articles_are_not_drawn_and_it_is_the_same_every_time() -> None:
    html = page(three_talks())
    assert not [n for n in _data(html, "nodes") if n["group"] == "Article"]
    assert html == page(three_talks())


def test_top_keeps_those_with_most_relations_and_says_what_is_left_out() -> None:
    html = page(crowd(200, 150), top=50)
    assert len(_data(html, "nodes")) == 50
    assert re.search(r"Left out: \d+ meetings, \d+ people, \d+ agencies and \d+ countries</strong>", html)
    assert "Left out" not in page(three_talks(), top=50)
    with pytest.raises(InputError, match="top=0"):
        page(three_talks(), top=0)


def test_in_a_crowd_meetings_are_signs_and_hubs_bear_larger_names() -> None:
    few, many = page(three_talks()), page(crowd(200, 150))
    assert _data(few, "looks")["kinds"][0]["shape"] == "box" and {n["scale"] for n in _data(few, "nodes")} == {1.0}
    assert _data(many, "looks")["kinds"][0]["shape"] == "triangle" and max(n["scale"] for n in _data(many, "nodes")) > 3


def test_an_empty_graph_makes_a_page() -> None:
    assert "0 nodes, 0 relations" in page(Graph())


def test_nothing_is_asked_of_any_host() -> None:
    html = page(three_talks())
    assert not re.search(r"<(?:link|img|iframe|script[^>]+src)", html.split('id="nodes"')[0])
    assert "sourceMappingURL" not in html
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy and "default-src &#39;none&#39;" in policy.group(1) and "unsafe" not in policy.group(1)


def test_hostile_text_is_data_only() -> None:
    html = page(hostile_graph(), title="</title><script>alert(8)</script>")
    for name in ("nodes", "edges", "details"):
        raw = re.search(rf'id="{name}">(.*?)</script>', html, re.S)
        assert raw and not re.search("[<>&\u2028\u2029]", raw.group(1))
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(8)" in html
    assert html.count("<script") == page(three_talks()).count("<script")
    assert html.count("</style") == 1


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.example/b?c=d#e", True),
        ("HTTP://A.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" https://a.example", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(address: object, kept: bool) -> None:
    assert web_address(address) == (address if kept else "")


def test_no_name_lies_on_another() -> None:
    chance = np.random.default_rng(5)
    kinds = [KINDS[i] for i in chance.integers(0, len(KINDS), 120)]
    rooms = [room(wrapped("word " * int(chance.integers(1, 9)), kind), kind) for kind in kinds]
    places = laid_out(120, [(i, int(chance.integers(0, i))) for i in range(1, 100)], rooms)
    for (a, (ax, ay)), (b, (bx, by)) in combinations(list(zip(rooms, places.tolist(), strict=True)), 2):
        beside = abs(ax - bx) >= a.half_width + b.half_width
        assert beside or ay + a.below <= by - b.above or by + b.below <= ay - a.above


def test_long_names_are_cut_and_marks_of_direction_dropped() -> None:
    lines = wrapped("protocole d'accord de coopération dans la prévention et la lutte contre la criminalité", KINDS[1])
    assert len(lines.split("\n")) == 3 and lines.endswith("…")
    assert plain("a\u202eb\u0000c\n d") == "a b c d"
    assert wrapped("\u200b", KINDS[1]) == "?"


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.label)
def test_kinds_stand_out_on_light_and_dark_and_differ_in_shape(kind: object) -> None:
    assert max(_contrast(kind.fill, "#ffffff"), _contrast(kind.line, "#ffffff")) >= 3
    assert max(_contrast(kind.fill, "#14181f"), _contrast(kind.line, "#14181f")) >= 3
    assert len({k.shape for k in KINDS}) == len(KINDS)


def test_a_country_and_an_agency_of_one_name_are_two_nodes() -> None:
    graph = Graph((Node("a", "Agency", "X"), Node("c", "Country", "X")))
    assert [n["id"] for n in _data(page(graph), "nodes")] == ["a", "c"]
