"""Which server and which of its databases a command takes."""

from __future__ import annotations

import pytest

from graph.cli.table import COMMANDS
from tests.graph.cli.running import Shell


def test_a_file_has_no_databases(loaded: Shell) -> None:
    ran = loaded("status", "--database", "talks")
    assert ran.code == 2 and "is a file; only a server has" in ran.err


def test_an_address_that_names_another_database(shell: Shell) -> None:
    ran = shell("status", "--store", "bolt://127.0.0.1:1/other", "--database", "talks")
    assert ran.code == 2 and "names another one" in ran.err


def test_the_option_and_the_variables_complete_the_address(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert "the store bolt://127.0.0.1:1/talks: no Neo4j server answers" in shell("status", "--database", "talks").err
    monkeypatch.setenv("NEO4J_DATABASE", "news")
    assert "the store bolt://127.0.0.1:1/news:" in shell("status").err
    monkeypatch.setenv("COMMUNIQUE_STORE", "missing.db")
    assert "missing.db" in shell("status").err


@pytest.mark.parametrize("name", [n for n in COMMANDS if n in ("load", "query", "show", "why", "merge", "page")])
def test_every_command_with_a_store_has_it(shell: Shell, name: str) -> None:
    assert "--database" in shell(name, "--help").out
