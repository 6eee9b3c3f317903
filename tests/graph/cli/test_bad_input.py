"""What identity and time are given that is wrong: refused or named, with the remedy, and the rest goes on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from graph.export import export
from graph.stores import open_store
from tests.graph.cli.conftest import report
from tests.graph.cli.running import Shell
from tests.graph.identity.scenes import INTERIOR, MPS, person

PEOPLE = (
    person("one", "Trần Quốc Tỏ", MPS, "deputy minister", "2024-01-01"),
    person("two", "Lê Văn Sơn", MPS, "director", "2024-01-02"),
    person("three", "Sar Kheng", INTERIOR, "minister", "2024-01-03"),
    person("four", "Trần Quốc Tỏ", MPS, "deputy minister", "2024-02-01"),
)
A, B, C = "person:tran-quoc-to", "person:le-van-son", "person:sar-kheng"


@pytest.fixture
def known(shell: Shell) -> Shell:
    with open_store("communique.db", create=True) as store:
        for facts in PEOPLE:
            store.load(facts)
    return shell


def exported(name: str = "whole.json") -> bytes:
    with open_store("communique.db") as store:
        return export(store, "json", Path(name))[0].read_bytes()


def test_a_verdict_about_an_unknown_node(known: Shell) -> None:
    before = exported()
    for command in (("merge", A, "person:nobody"), ("distinct", "person:nobody", A), ("split", A, "no-article")):
        done = known(*command)
        assert done.code == 2 and ("person:nobody" in done.err or "no-article" in done.err)
    assert exported() == before


def test_contradicting_verdicts_are_refused_with_both_shown(known: Shell) -> None:
    assert known("merge", A, B, "--by", "ann").code == 0
    merged = exported()
    done = known("review", "--apply", _file([("distinct", "four", "two")]))
    assert done.code == 1 and done.err.count("are distinct") == 1 and "ann" in done.err and "same" in done.err
    assert exported() == merged


def test_a_broken_line_is_named_and_the_rest_applied(known: Shell) -> None:
    path = _file([("same", "one", "two"), ("same", "two", "nobody-knows"), ("distinct", "three", "one")])
    lines = path.read_text("utf-8").splitlines()
    lines[1:1] = ["{broken", "[1, 2]", json.dumps({"kind": "maybe", "left": ["a", "b"], "right": ["c", "d"]})]
    path.write_text("\n".join(lines), "utf-8")
    done = known("review", "--apply", path)
    assert done.code == 1 and "2 verdicts recorded, 4 lines refused" in done.out
    for part in ("line 2", "line 3", "line 4", "nobody-knows"):
        assert part in done.err


def test_a_cycle_of_merges_and_splits_comes_back_to_the_same_bytes(known: Shell) -> None:
    states = [exported()]
    for command in (("merge", A, B), ("merge", A, C), ("split", A, "two"), ("split", A, "three")):
        done = known(*command)
        assert (done.code, done.err) == (0, "") or "contradicts" in done.err
        if done.code == 0:
            states.append(exported())
    assert len(states) == 3  # what was merged by a verdict is not split by another: undo it
    assert known("merge", A, C).code == 2  # one already
    assert known("distinct", A, C).code == 2
    for before in (states[1], states[0]):
        assert known("undo").code == 0
        assert exported() == before
    assert known("undo").code == 2


def test_a_split_is_taken_back_whole(known: Shell) -> None:
    before = exported()
    assert known("split", A, "four").code == 0
    assert exported() != before
    assert known("merge", A, B).code == 0
    for _ in range(2):
        assert known("undo").code == 0
    assert exported() == before


def test_verdicts_outlive_a_reload_and_travel(known: Shell, tmp_path: Path) -> None:
    assert known("distinct", A, B).code == 0 and known("merge", B, C).code == 0
    before = exported()
    with open_store("communique.db") as store:
        for facts in PEOPLE:
            store.forget(facts.article.key)
        for facts in reversed(PEOPLE):
            store.load(facts)
    assert exported() == before
    assert known("sync", "communique.db", "copy.db").code == 0
    with open_store("copy.db") as copy:
        assert export(copy, "json", tmp_path / "copy.json")[0].read_bytes() == before


@pytest.mark.parametrize("published", ["0025-03-01", "25-03-01", "2024-13-45", "12/03/2024"])
def test_a_date_that_cannot_be(shell: Shell, tmp_path: Path, published: str) -> None:
    (tmp_path / "a.txt").write_text(report("a").replace("2025-06-18", published), "utf-8")
    (tmp_path / "b.txt").write_text(report("b"), "utf-8")
    done = shell("load", tmp_path / "a.txt", tmp_path / "b.txt")
    assert done.code == 1 and published in done.err and ("expected" in done.err or "no such day" in done.err)
    assert "1 added" in done.out and "1 failed" in done.out


def test_an_article_from_the_future_is_loaded_and_named(shell: Shell, tmp_path: Path) -> None:
    ahead = f"{date.today().year + 3}-01-01"
    (tmp_path / "a.txt").write_text(report("a").replace("2025-06-18", ahead), "utf-8")
    done = shell("load", tmp_path / "a.txt")
    assert done.code == 0 and ahead in done.err and "lies ahead" in done.err and "1 added" in done.out
    assert shell("load", tmp_path / "a.txt").err == ""
    assert "overdue" not in shell("brief", "--since", "2020").out
    assert ahead not in shell("query", "MATCH (a:Article) RETURN a.published", "--as-of", str(date.today())).out


def _file(verdicts: list[tuple[str, str, str]]) -> Path:
    path = Path("verdicts.jsonl")
    lines = [json.dumps({"kind": k, "left": [a, "p"], "right": [b, "p"], "by": "bob"}) for k, a, b in verdicts]
    path.write_text("\n".join(lines), "utf-8")
    return path
