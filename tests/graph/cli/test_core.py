"""The core commands, as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import resource
import subprocess
import sys
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

from graph.cli.table import COMMANDS
from tests.graph.cli.running import Shell

TUNG, ANDHIKA = "Phạm Thế Tùng", "Andhika Chrisnayudhanto"


def test_loading_says_what_became_of_each_article(shell: Shell, articles: Path) -> None:
    assert shell("load", articles).out == "sqlite:///communique.db: 2 added, 0 replaced, 0 unchanged, 0 failed\n"
    assert "0 added, 0 replaced, 2 unchanged" in shell("load", articles, "--jobs", 2).out
    first = articles / "first.txt"
    first.write_text(first.read_text("utf-8").replace("Jakarta", "Surabaya"), "utf-8")
    ran = shell("load", articles, "--json")
    assert json.loads(ran.out)["replaced"] == ["https://news.example/first"]


def test_the_rest_of_a_batch_goes_on(shell: Shell, articles: Path) -> None:
    (articles / "empty.txt").write_text("", "utf-8")
    (articles / "broken.txt").write_text("---\npublished: [\n---\nText.", "utf-8")
    ran = shell("load", articles)
    assert ran.code == 1 and "2 added" in ran.out and "2 failed" in ran.out
    assert "empty.txt" in ran.err and "broken.txt" in ran.err


def test_two_files_that_claim_one_address_are_no_correction_of_each_other(shell: Shell, articles: Path) -> None:
    (articles / "third.txt").write_text((articles / "first.txt").read_text("utf-8") + "More.\n", "utf-8")
    ran = shell("load", articles)
    assert ran.code == 1 and "says otherwise; the first was kept" in ran.err
    assert json.loads(shell("status", "--json").out)["articles"] == 2


def test_a_folder_without_articles_and_a_path_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = shell("load", tmp_path / "empty", tmp_path / "nowhere")
    assert ran.code == 1 and "no articles" in ran.err and "does not exist" in ran.err


def test_extracting_needs_no_store(shell: Shell, articles: Path) -> None:
    ran = shell("extract", articles / "first.txt")
    found = json.loads(ran.out)
    assert found["article"]["key"] == "https://news.example/first"
    text = (articles / "first.txt").read_text("utf-8").split("---\n")[2]
    assert all(e["evidence"] for e in found["edges"])
    assert any(q["quote"] in text for e in found["edges"] for q in e["evidence"])
    assert shell("extract", articles, "--out", "out", "--jobs", 2).code == 0
    assert sorted(p.name for p in Path("out").iterdir()) == ["first.json", "second.json"]
    assert not Path("communique.db").exists()


def test_a_question_in_cypher_as_table_json_and_csv(loaded: Shell) -> None:
    question = "MATCH (p:Person)-[r:CO_CHAIRED]->(m:Meeting) RETURN p.name AS name, r.articles AS articles"
    assert TUNG in loaded("query", question).out
    rows = json.loads(loaded("query", question, "--json").out)
    assert {TUNG, ANDHIKA} == {row["name"] for row in rows}
    lines = list(csv.DictReader(io.StringIO(loaded("query", question, "--csv").out)))
    assert json.loads(lines[0]["articles"]) and len(lines) == len(rows)


def test_ready_queries_by_name(loaded: Shell) -> None:
    assert "who-met-whom" in loaded("query", "--list").out
    assert len(json.loads(loaded("query", "--list", "--json").out)) >= 12
    ran = loaded("query", "who-met-whom", "--param", f"person={TUNG}", "--json")
    assert {row["met"] for row in json.loads(ran.out)} == {ANDHIKA}


def test_a_year_is_a_text_where_the_query_compares_texts(loaded: Shell) -> None:
    assert json.loads(loaded("query", "who-met-whom", "--param", "since=2025", "--json").out)
    assert json.loads(loaded("query", "who-met-whom", "--param", "since=2026", "--json").out) == []
    assert json.loads(loaded("query", "RETURN $n + 1 AS n", "--param", "n=1", "--json").out) == [{"n": 2}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "MATCH (n RETURN n"), "syntax error"),
        (("query", "MATCH (n) DETACH DELETE n"), "queries only read"),
        (("query", "who-met-who"), "did you mean who-met-whom"),
        (("query", "chain", "--param", "who=x"), "no parameter 'who'"),
        (("query", "chain", "--param", "x"), "expected NAME=VALUE"),
        (("query",), "give a query in Cypher"),
        (("show", "Pham The Tun"), "person:pham-the-tung"),
        (("show", "Nobody At All"), "there is no node 'Nobody At All'"),
        (("export", "--format", "xls", "--out", "x"), "expected one of extraction"),
        (("lod",), "No such command"),
    ],
)
def test_what_is_wrong_is_said_and_the_code_is_2(loaded: Shell, arguments: tuple[str, ...], message: str) -> None:
    ran = loaded(*arguments)
    assert ran.code == 2
    assert message in " ".join(ran.err.replace("│", " ").split())
    assert "Traceback" not in ran.err


def test_showing_a_node_with_its_evidence(loaded: Shell) -> None:
    ran = loaded("show", "pham the tung")
    assert "person:pham-the-tung" in ran.out and "CO_CHAIRED" in ran.out and "https://news.example/first [" in ran.out
    found = json.loads(loaded("show", "person:pham-the-tung", "--json").out)
    assert found["name"] == TUNG
    assert any(e["type"] == "REPRESENTS" and e["quotes"] for e in found["edges"])


def test_forgetting(loaded: Shell) -> None:
    ran = loaded("forget", "https://news.example/first", "https://news.example/never")
    assert ran.code == 1
    assert "forgotten: https://news.example/first" in ran.out and "no article 'https://news.example/never'" in ran.err
    assert json.loads(loaded("status", "--json").out)["articles"] == 1


def test_a_store_that_is_not_there_is_not_made_by_looking(shell: Shell) -> None:
    for command in (("status",), ("show", "x"), ("query", "RETURN 1"), ("forget", "x")):
        ran = shell(*command)
        assert ran.code == 1 and "communique load" in ran.err
    assert not Path("communique.db").exists()


def test_the_store_may_come_from_the_environment(shell: Shell, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_STORE", "sqlite:///other.db")
    assert shell("load", articles).code == 0
    assert Path("other.db").exists() and not Path("communique.db").exists()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(shell: Shell, name: str) -> None:
    function = getattr(import_module(COMMANDS[name].module), name.replace("-", "_"))
    doc = getdoc(function) or ""
    assert COMMANDS[name].line.endswith(".")
    assert "Example: `communique " + name in doc
    ran = shell(name, "--help")
    assert ran.code == 0 and "Example" in ran.out


def test_help_starts_at_once(shell: Shell) -> None:
    assert all(name in shell("--help").out for name in COMMANDS)

    def start() -> float:
        """Seconds of work, so that a busy machine does not count."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "graph.cli", "--help"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(start() for _ in range(3)) < 0.4


def test_nothing_heavy_is_imported_for_help() -> None:
    code = "import sys, graph.cli.lazy, graph.cli.program; print(sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    for heavy in ("kglite", "networkx", "numpy", "pyvis", "yaml", "neo4j", "loaders"):
        assert f"'{heavy}'" not in modules
