"""`communique report` and `communique page`, from a store to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.cli import main
from graph.stores import open_store
from tests.graph.stores.reports import talks


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store that knows two meetings, the second from a later article."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    target = open_store(url, create=True)
    target.load(talks("a", "2024-05-02"))
    target.load(talks("b", "2024-07-02", right="Cy Cohen", date="2024-07-01"))
    target.close()
    return url


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def test_report_writes_files_and_prints_their_paths(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("report", "--store", store, "--out", str(tmp_path / "r")) == 0
    printed = capsys.readouterr().out.split("\n")
    assert printed[0].endswith("report.html") and all(Path(line).is_file() for line in printed if line)
    text = (tmp_path / "r" / "report.md").read_text(encoding="utf-8")
    assert "Ana Alvarez co_chaired talks".replace("_", r"\_") in text and "Vietnam" in text


def test_report_keeps_to_dates(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("report", "--store", store, "--out", str(tmp_path), "--as-of", "2024-06", "--json") == 0
    assert all(Path(file).is_file() for file in json.loads(capsys.readouterr().out)["files"])
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "as known on 2024-06" in text and "Cy Cohen" not in text
    assert _run("report", "--store", store, "--out", str(tmp_path), "--since", "2024-06") == 0
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "from 2024-06 on" in text and "Cy Cohen" in text and "Bo Bergman" not in text


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (("--since", "May 2024"), "'May 2024' is not a date"),
        (("--since", "2024-02-31"), "no such day"),
        (("--since", "2025", "--until", "2024"), "2024 is before --since 2025"),
    ],
)
def test_wrong_dates_are_errors_of_usage(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...], why: str
) -> None:
    assert _run("report", "--store", store, "--out", str(tmp_path / "no"), *wrong) == 2
    assert why in " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert not (tmp_path / "no").exists()


def test_page_writes_a_file_and_says_what_it_leaves_out(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "sub" / "page.html"
    assert _run("page", "--store", store, "--out", str(out), "--title", "A & B") == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert "<title>A &amp; B</title>" in out.read_text(encoding="utf-8")
    assert _run("page", "--store", store, "--out", str(out), "--top", "3") == 0
    assert "Left out: " in capsys.readouterr().err
    assert _run("page", "--store", store, "--out", str(out), "--top", "3", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["nodes"] == 3 and sum(told["left_out"].values()) == 6


def test_a_store_that_is_not_there_and_a_place_that_cannot_be_written_are_named(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("page", "--store", str(tmp_path / "none.db"), "--out", str(tmp_path / "p.html")) == 1
    assert "none.db" in capsys.readouterr().err
    assert _run("page", "--store", store, "--out", str(tmp_path)) == 1
    assert f"{str(tmp_path)!r} cannot be written" in capsys.readouterr().err
