"""A shell, articles on disk, and a store that holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from tests.graph.cli.running import Shell

SEED = next((Path(seeds.__file__).parent / "articles").glob("000_*.txt"))


def report(name: str, instead: str = "Jakarta") -> str:
    """A seed article under an address of its own."""
    body = SEED.read_text("utf-8").split("---\n", 2)[2].replace("Jakarta", instead)
    return f"---\nurl: https://news.example/{name}\npublished: 2025-06-18\nlanguage: vi\n---\n{body}"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    monkeypatch.chdir(tmp_path)
    for name in ("COMMUNIQUE_STORE", "NEO4J_URI", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capsys)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text(report("first"), "utf-8")
    (folder / "second.txt").write_text(report("second", "Bandung"), "utf-8")
    return folder


@pytest.fixture
def loaded(shell: Shell, articles: Path) -> Shell:
    assert shell("load", articles).code == 0
    return shell
