"""The ready queries, each asked of the seed articles' gold: a row that an analyst would look for is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from graph.errors import DataError, QueryError, UnknownError
from graph.stores import Rows, Store, open_store
from graph.stores.titled import parse, titled_queries, titled_query
from tests.graph.stores.golden import golden

QUANG, TO, CUONG = "Lương Tam Quang", "Trần Quốc Tỏ", "Phạm Thế Tùng"

EXPECTED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "agency-partners": ({}, {"one": "Cơ quan chống khủng bố quốc gia Indonesia", "meetings": 2, "last": "2025-06-18"}),
    "articles-about": ({"name": "INTERPOL"}, {"published": "2025-04-09", "says": "There is INTERPOL."}),
    "between-countries": ({"one": "VN", "other": "CN"}, {"person": "Tô Lâm", "with_other": 1}),
    "busiest": ({"limit": 3}, {"person": "Tô Lâm"}),
    "chain": ({"from": QUANG, "to": TO}, {"step": 1, "one": QUANG, "relation": "REPRESENTS"}),
    "co-chairs": ({}, {"one": "Andhika Chrisnayudhanto", "other": CUONG, "meetings": 1, "last": "2025-06-18"}),
    "country-agreements": ({"country": "UZ"}, {"kind": "mou", "status": "proposed"}),
    "country-pairs": ({"country": "ID"}, {"one": "ID", "other": "VN", "year": "2025", "meetings": 1}),
    "hosts": ({}, {"country": "UZ", "places": ["Tashkent"], "last": "2025-04-08"}),
    "last-contact": ({}, {"one": "UZ", "other": "VN", "last": "2025-04-08"}),
    "offices": ({"person": CUONG}, {"person": CUONG, "title": "Thứ trưởng", "first_seen": "2025-06-18"}),
    "person-meetings": ({"person": TO}, {"date": "2025-04-08", "kind": "talks"}),
    "promised": ({}, {"agreement": "Bản ghi nhớ hợp tác", "first_promised": "2025-04-09"}),
    "weakest": ({}, {"relation": "ATTENDED", "confidence": 0.9}),
    "who-met-whom": ({"person": TO}, {"met": "Juraev Jakhongir", "date": "2025-04-08"}),
    "who-signed-what": ({"agreement": "khủng bố"}, {"signatory": "Bộ Công an Việt Nam", "as_a": "Agency"}),
}
BEYOND_GOLD = {"differing", "follow-ups"}  # gold says nothing that answers them: see below


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(str(tmp_path_factory.mktemp("seeded") / "store.db"), create=True)
    for facts in golden():
        store.load(facts)
    yield store
    store.close()


def ask(store: Store, name: str, given: dict[str, Any]) -> Rows:
    query = titled_query(name)
    return store.query(query.cypher, query.values(given))


def test_at_least_twelve_and_each_is_tested() -> None:
    assert len(titled_queries()) >= 12
    assert set(titled_queries()) == EXPECTED.keys() | BEYOND_GOLD


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_row_an_analyst_looks_for_is_there(seeded: Store, name: str) -> None:
    given, wanted = EXPECTED[name]
    answer = ask(seeded, name, given)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert any(wanted.items() <= row.items() for row in rows), rows


@pytest.mark.parametrize("name", sorted(titled_queries()))
def test_every_query_runs_with_its_defaults_alone(seeded: Store, name: str) -> None:
    assert ask(seeded, name, {}).columns


def test_a_chain_leads_from_the_one_to_the_other_and_quotes_each_step(seeded: Store) -> None:
    answer = ask(seeded, "chain", {"from": QUANG, "to": TO})
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert rows[0]["one"] == QUANG and rows[-1]["other"] == TO
    assert all(a["other"] == b["one"] for a, b in pairwise(rows))
    assert all(row["says"] and row["article"] for row in rows)


def test_a_parameter_that_a_query_does_not_have_is_refused() -> None:
    with pytest.raises(QueryError, match="no parameter 'who': expected from, to"):
        titled_query("chain").values({"who": "x"})


def test_an_unknown_name_brings_near_ones() -> None:
    with pytest.raises(UnknownError, match="did you mean chain"):
        titled_query("chains")


@pytest.mark.parametrize(
    "text", ["RETURN 1", "// Title\nRETURN 1", "// Title\n// What\n", "// T\n// W\n// $x = ?: no JSON\nRETURN 1"]
)
def test_a_query_file_without_its_header_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"seeds/queries/bad\.cypher"):
        parse("bad", text)
