"""Each format written and read again by another program's eyes."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from graph.errors import InputError
from graph.export import FORMATS, export
from graph.export.extraction import stem, stems
from graph.model import Article, facts_from_json
from graph.stores import Store, open_store
from tests.graph.stores.reports import Report, talks

HOSTILE = '=HYPERLINK("x")</edge>&\x0b\ufffe <script>'


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(str(tmp_path / "store.db"), create=True)
    made.load(talks("a", "2024-05-02"))
    report = Report("https://news.example/b?x=1")
    report.node("Person", HOSTILE)
    made.load(report.facts())
    return made


def test_an_extraction_is_what_was_loaded_with_the_key_of_each_node(store: Store, tmp_path: Path) -> None:
    files = export(store, "extraction", tmp_path / "out")
    assert [f.name for f in files] == ["a.json", "news.example-b-x-1.json"]
    data = json.loads(files[0].read_text("utf-8"))
    assert {n["id"]: n["canonical"] for n in data["nodes"]}.items() <= store.canonical("a").items()
    loaded = store.facts("a")
    assert facts_from_json(data, loaded.article.text) == replace(loaded, article=replace(loaded.article, extra={}))


def test_an_extraction_is_named_for_the_file_it_came_from() -> None:
    named = Article("https://news.example/x", "", extra={"file": "c01-en-1.txt"})
    assert stem(named) == "c01-en-1"
    assert stem(Article("folder/talks.txt", "")) == "talks"
    assert [name for _, name in stems([named, named])] == ["c01-en-1", "c01-en-1-2"]
    assert stem(Article("x", "", extra={"file": "../../etc/passwd"})) == "passwd"
    assert stem(Article("///", "")) == "article"


def test_json_holds_everything_and_is_the_same_twice(store: Store, tmp_path: Path) -> None:
    (first,) = export(store, "json", tmp_path / "one.json")
    (second,) = export(store, "json", tmp_path / "two.json")
    assert first.read_bytes() == second.read_bytes()
    data = json.loads(first.read_text("utf-8"))
    graph = store.graph()
    assert [n["key"] for n in data["nodes"]] == [n.id for n in graph.nodes]
    assert [e["quotes"] for e in data["edges"]] == [[v.quote for v in e.evidence] for e in graph.edges]


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_graph_formats_are_read_by_networkx(store: Store, tmp_path: Path, name: str, read: object) -> None:
    (path,) = export(store, name, tmp_path / f"graph.{name}")
    found = read(path)  # type: ignore[operator]
    graph = store.graph()
    assert set(found.nodes) == {n.id for n in graph.nodes}
    assert found.number_of_edges() == len(graph.edges)
    quotes = {json.loads(data["quotes"])[0] for _, _, data in found.edges(data=True)}
    assert "There is Vietnam." in quotes


def test_tables_open_in_spreadsheets_and_run_nothing(store: Store, tmp_path: Path) -> None:
    nodes, edges = export(store, "csv", tmp_path / "out")
    with nodes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(store.graph().nodes)
    assert not any(value.startswith("=") for row in rows for value in row.values())
    assert edges.stat().st_size > 0


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        export(store, name, tmp_path / "file" / "out")


def test_an_unknown_format(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'xls' is no format: expected one of extraction"):
        export(store, "xls", tmp_path)
