"""--as-of on query, report, page and show: as known then, or as true then; each says which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.model import Facts
from graph.stores import open_store
from tests.graph.cli.running import Shell
from tests.graph.stores.reports import Report, talks


def announced(key: str, published: str, status: str, date: str) -> Facts:
    """A report of a dialogue that lies ahead, or took place."""
    report = Report(key, published, title=f"Dialogue {status}")
    event = report.node("Meeting", "dialogue on borders", kind="dialogue", date=date, country="FR", status=status)
    report.edge("ATTENDED", report.node("Person", "Ana Alvarez"), event)
    report.edge("ATTENDED", report.node("Person", "Di Dorval"), event)
    return report.facts()


@pytest.fixture
def told(shell: Shell, tmp_path: Path) -> Shell:
    """Talks told at once, talks told three months late, and a dialogue that was announced and then held."""
    with open_store("communique.db", create=True) as store:
        store.load(talks("a", "2024-05-02"))
        store.load(talks("late", "2024-07-02", right="Cy Cohen", date="2024-04-10", title="deputy minister"))
        store.load(announced("plan", "2024-05-03", "planned", "2024-09-01"))
        store.load(announced("held", "2024-09-02", "held", "2024-09-01"))
    return shell


PEOPLE = "MATCH (p:Person)-[:ATTENDED]->(m:Meeting) RETURN DISTINCT p.name AS name ORDER BY name"
STATUS = "MATCH (m:Meeting {kind: 'dialogue'}) RETURN m.status AS status"


def column(shell: Shell, query: str, *asked: str) -> list[str]:
    done = shell("query", query, "--json", *asked)
    assert done.code == 0, done.err
    return [next(iter(row.values())) for row in json.loads(done.out)]


def test_query(told: Shell) -> None:
    assert column(told, PEOPLE) == ["Ana Alvarez", "Bo Bergman", "Cy Cohen", "Di Dorval"]
    assert column(told, PEOPLE, "--as-of", "2024-06") == ["Ana Alvarez", "Bo Bergman", "Di Dorval"]
    assert column(told, PEOPLE, "--as-of", "2024-06", "--known") == ["Ana Alvarez", "Bo Bergman", "Di Dorval"]
    assert column(told, PEOPLE, "--as-of", "2024-04-30", "--true") == ["Ana Alvarez", "Cy Cohen"]
    assert column(told, PEOPLE, "--as-of", "2024-04-30") == []
    assert column(told, STATUS) == ["held"]
    for sense in ("--known", "--true"):
        assert column(told, STATUS, "--as-of", "2024-06", sense) == ["planned"]
    assert told("query", "CREATE (n)", "--as-of", "2024").code == 2


def test_show(told: Shell) -> None:
    assert "Cy Cohen" in told("show", "Ana Alvarez").out
    then = told("show", "Ana Alvarez", "--as-of", "2024-06-30").out
    assert then.startswith("as known on 2024-06-30:\n") and "Bo Bergman" in then and "late" not in then
    assert "deputy minister" not in then
    before = told("show", "Ana Alvarez", "--as-of", "2024-04-30", "--true")
    assert before.out.startswith("as true on 2024-04-30:\n") and "2024-05-01" not in before.out
    asked = json.loads(told("show", "Ana Alvarez", "--as-of", "2024-06", "--json").out)
    assert (asked["as_of"], asked["sense"]) == ("2024-06", "known")
    assert {a for c in asked["claims"] for a in c["articles"]} == {"a", "plan"}
    unknown = told("show", "Cy Cohen", "--as-of", "2024-06")
    assert unknown.code == 2 and "as known on 2024-06" in unknown.err


def test_report_and_page(told: Shell, tmp_path: Path) -> None:
    for sense, there, away in (("known", "Bo Bergman", "Cy Cohen"), ("true", "Cy Cohen", "Bo Bergman")):
        day = "2024-06" if sense == "known" else "2024-04-30"
        asked = ("--as-of", day, f"--{sense}", "--out")
        assert told("report", *asked, tmp_path / sense).code == 0
        assert told("page", *asked, tmp_path / f"{sense}.html").code == 0
        text = (tmp_path / sense / "report.md").read_text("utf-8")
        page = (tmp_path / f"{sense}.html").read_text("utf-8")
        assert f"as {sense} on {day}" in text and there in text and away not in text
        assert f"Who met whom, as {sense} on {day}" in page
        assert f'"label": "{there}"' in page and f'"label": "{away}"' not in page


@pytest.mark.parametrize("command", [("query", PEOPLE), ("show", "Ana Alvarez"), ("report",), ("page",)])
def test_a_sense_needs_a_day_and_a_day_must_be_one(told: Shell, command: tuple[str, ...]) -> None:
    for sense in ("--known", "--true"):
        done = told(*command, sense)
        assert done.code == 2 and "--as-of" in done.err
    done = told(*command, "--as-of", "yesterday")
    assert done.code == 2 and "yesterday" in done.err
