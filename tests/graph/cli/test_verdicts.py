"""The commands on identity, as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.cli import main
from graph.stores import open_store
from tests.graph.identity.scenes import INTERIOR, MPS, person

REPORTS = (
    person("one", "Trần Quốc Tỏ", MPS, "deputy minister", "2024-01-01"),
    person("two", "Tran Quoc To", MPS, "deputy minister", "2024-01-02"),
    person("three", "Trần Quốc Tổ", INTERIOR, "director", "2024-01-03"),
    person("four", "Trần Quốc Tố", MPS, "director", "2024-01-04"),
    person("five", "Anna Berg", {"country": "SE", "kind": "police"}, "inspector"),
    person("six", "Anna Berg", {"country": "NO", "kind": "ministry/justice"}, "director"),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "graph.db"
    with open_store(str(path), create=True) as target:
        for facts in REPORTS:
            target.load(facts)
    monkeypatch.setenv("COMMUNIQUE_STORE", str(path))
    return path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def graph(path: Path) -> object:
    with open_store(str(path)) as source:
        return source.graph()


def keys(path: Path) -> set[str]:
    with open_store(str(path)) as source:
        return {n.id for n in source.graph().nodes if n.label == "Person"}


def test_why_tells_the_score_and_its_reasons(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("why", "Tran Quoc To") == 0
    told = capsys.readouterr().out
    assert "one of them without its marks" in told and "the same office" in told and "in two" in told
    assert run("why", "Tran Quoc To", "Trần Quốc Tổ", "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] is False


def test_merge_and_undo(store: Path) -> None:
    before = graph(store)
    assert run("merge", "Trần Quốc Tỏ", "Trần Quốc Tổ", "--why", "a slip of the pen") == 0
    assert len(keys(store)) == 4
    assert run("undo") == 0
    assert graph(store) == before
    assert run("undo") == 2


def test_split_and_undo(store: Path) -> None:
    before = graph(store)
    assert len(keys(store)) == 5
    assert run("split", "Trần Quốc Tỏ", "two") == 0
    assert len(keys(store)) == 6
    assert run("undo") == 0
    assert graph(store) == before
    assert run("split", "Trần Quốc Tỏ", "no-such-article") == 2


def test_contradicting_verdicts_are_refused_with_both_shown(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("distinct", "Trần Quốc Tỏ", "Trần Quốc Tổ", "--why", "two brothers") == 0
    assert run("merge", "Trần Quốc Tỏ", "Trần Quốc Tổ") == 1
    told = capsys.readouterr().err
    assert "same" in told and "distinct" in told
    assert len(keys(store)) == 5


def test_unknown_nodes_and_other_kinds(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("merge", "Nobody", "Trần Quốc Tổ") == 2
    assert "'Nobody'" in capsys.readouterr().err
    assert run("merge", "Trần Quốc Tỏ", "agency:VN:ministry/public_security") == 2
    assert "of one kind" in capsys.readouterr().err


def test_review_in_a_terminal(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    before = graph(store)
    answers = iter(["y\n", "u\n", "s\n", "q\n"])
    monkeypatch.setattr("sys.stdin.readline", lambda: next(answers))
    assert run("review") == 0
    told = capsys.readouterr().out
    assert "1 of " in told and "“" in told and "taken back" in told
    assert graph(store) == before


def test_review_by_file(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubts, good = tmp_path / "doubts.jsonl", tmp_path / "good.jsonl"
    assert run("review", "--export", str(doubts)) == 0
    lines = doubts.read_text("utf-8").splitlines()
    assert lines and all(json.loads(line)["kind"] == "" for line in lines)
    answered = json.dumps(json.loads(lines[0]) | {"kind": "same"})
    unknown = json.dumps({"kind": "same", "left": ["one", "p"], "right": ["nowhere", "p"]})
    good.write_text("\n".join(["{broken", answered, unknown, lines[1] if len(lines) > 1 else "", '["no"]']), "utf-8")
    assert run("review", "--apply", str(good)) == 1
    told = capsys.readouterr()
    assert "1 verdicts recorded, 3 lines refused" in told.out
    assert "line 1: not JSON" in told.err and "line 5: not a verdict" in told.err and "nowhere#p" in told.err
    assert run("review", "--export", str(doubts), "--verdicts") == 0
    assert run("undo") == 0
    assert run("review", "--apply", str(doubts)) == 0
