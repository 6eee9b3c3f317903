"""The report: ranks with what stands behind them, stated in words; safe in a browser, in Markdown, in a spreadsheet."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from graph.analytics.centrality import arrays
from graph.errors import InputError
from graph.model import Graph, PartialDate
from graph.views.report import report
from graph.views.report.text import markdown, markdown_link
from tests.graph.samples import crowd, three_talks
from tests.graph.views.browser import opened
from tests.graph.views.hostile import TEXTS, hostile_graph


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_writes_html_markdown_and_tables(tmp_path: Path) -> None:
    files = report(three_talks(), tmp_path / "new" / "out")
    assert [f.name for f in files] == [
        "report.html", "report.md", "people.csv", "people-links.csv", "people-circles.csv", "people-evidence.csv",
        "agencies.csv", "agencies-links.csv", "agencies-circles.csv", "agencies-evidence.csv", "countries.csv",
        "timeline.csv",
    ]  # fmt: skip
    assert all(f.stat().st_size for f in files)


@pytest.mark.parametrize("name", ["report.html", "report.md"])
def test_it_says_who_is_linked_and_quotes_what_stands_behind(tmp_path: Path, name: str) -> None:
    report(three_talks(), tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8")
    for part in (
        "Two people are linked if they attended the same held meeting or signed the same agreement, at any date",
        "1 meeting that was planned, postponed or cancelled",
        "Ana and Bo met in July.",
        "Headline 2",
        "https://gazette.example/2",
        "2024-09-10",
        "Alpha – " if name == "report.md" else "<bdi>Alpha</bdi> – <bdi>Beta</bdi>",
        "an article says so of the agency itself",
        "1 planned, postponed or cancelled ones are not counted",
    ):
        assert part in text


def test_tables_hold_ranks_links_and_sentences(tmp_path: Path) -> None:
    report(three_talks(), tmp_path)
    first = _rows(tmp_path / "people.csv")[0]
    assert (first["name"], first["degree"], first["degree_rank"], first["linked_with"], first["events"]) == (
        "Ana", "1", "1", "2", "4",
    )  # fmt: skip
    assert {(r["left_name"], r["right_name"], r["weight"]) for r in _rows(tmp_path / "agencies-links.csv")} == {
        ("Alphan Ministry", "Betan Police", "3"),
        ("Alphan Ministry", "Gamman Police", "1"),
    }
    said = [r for r in _rows(tmp_path / "agencies-evidence.csv") if r["event"] == "m3" and "Gamman" in r["name"]]
    assert [(r["through"], r["quote"], r["url"]) for r in said] == [("Cy", "Ana met Cy.", "https://gazette.example/3")]
    assert [r["weight"] for r in _rows(tmp_path / "countries.csv")] == ["3", "1"]
    months = [(r["month"], r["meetings"]) for r in _rows(tmp_path / "timeline.csv") if r["meetings"] != "0"]
    assert months == [("2023-05", "1"), ("2024-07", "1"), ("2024-09", "1")]


def test_a_period_is_kept_to_and_said(tmp_path: Path) -> None:
    report(three_talks(), tmp_path, since=PartialDate(2024, 8), moment="as known on 2025")
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "from 2024-08 on, as known on 2025" in text and "Ana met Cy." in text and "in July" not in text


def test_an_empty_graph_has_a_report(tmp_path: Path) -> None:
    report(Graph(), tmp_path)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert text.count("Nobody took part in any event that counts.") == 2 and "No two countries met." in text


def test_long_lists_are_cut_and_say_so_and_a_sample_is_stated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "EXACT_WORK", 1000)
    report(crowd(400, 300), tmp_path)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    total = len(_rows(tmp_path / "people.csv"))
    assert f"The first 40 of {total}; all are in people.csv." in text
    assert "are estimates, from the shortest chains of 256 of them" in text


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match=r"file.*cannot be written.*expected a folder"):
        report(three_talks(), tmp_path / "file")


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    one, two = report(crowd(60, 50), tmp_path / "1"), report(crowd(60, 50), tmp_path / "2")
    assert [f.read_bytes() for f in one] == [f.read_bytes() for f in two]


def test_hostile_text_stays_text_in_a_browser(tmp_path: Path) -> None:
    html = report(hostile_graph(), tmp_path)[0].read_text(encoding="utf-8")
    with opened(html) as seen:
        seen.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert TEXTS[0] in seen.page.inner_text("main")
        assert not seen.page.query_selector_all("script, img, iframe, link, figure svg")
        assert set(seen.page.eval_on_selector_all("figure a", "all => all.map(a => a.protocol)")) <= {"https:", "http:"}
        assert seen.trouble == []


def test_hostile_text_stays_text_in_markdown(tmp_path: Path) -> None:
    text = report(hostile_graph(), tmp_path)[1].read_text(encoding="utf-8")
    assert not re.search(r"<(?!https?://)", text)
    assert not re.search(r"(?<!\\)\](?:\(javascript|\(http)|(?<!\\)!\[", text)
    assert markdown("a\n\n# b | <i>*c*") == r"a \# b \| &lt;i&gt;\*c\*"
    assert (
        markdown_link("x](javascript:1)", "https://a.example/?<>")
        == r"[x\](javascript:1)](<https://a.example/?%3C%3E>)"
    )


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    for file in report(hostile_graph(), tmp_path)[2:]:
        for row in csv.reader(file.open(encoding="utf-8-sig", newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@"))]
