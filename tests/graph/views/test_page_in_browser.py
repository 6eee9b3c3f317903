"""The page in a real browser: it shows the sentence behind a line, and does nothing else whatever the text says."""

from __future__ import annotations

import pytest

from graph.model import Edge, Evidence, Graph, Node
from graph.views.page import page
from tests.graph.samples import three_talks
from tests.graph.views.browser import opened
from tests.graph.views.hostile import TEXTS, hostile_graph


def test_a_click_on_a_line_shows_its_sentence_and_article() -> None:
    said = (Evidence("a", "Ana received Bo.", 0, 16, "rules/en", "1", 0.87),)
    facts = {"headline": "A talk", "url": "https://gazette.example/1", "publisher": "The Gazette"}
    article = Node("article:a", "Article", "A talk", (), {**facts, "published": "2024-05-02"})
    nodes = (article, Node("m", "Meeting", "Talks"), Node("p", "Person", "Ana"))
    with opened(page(Graph(nodes, (Edge("CHAIRED", "p", "m", {}, said),)))) as seen:
        panel = seen.click_line(0)
        for part in ("Ana → Talks", "chaired", "Ana received Bo.", "A talk", "The Gazette, 2024-05-02", "0.87"):
            assert part in panel
        assert seen.page.get_attribute("#panel a", "href") == "https://gazette.example/1"
        assert "noopener" in (seen.page.get_attribute("#panel a", "rel") or "")
        assert seen.trouble == []


def test_it_works_from_the_keyboard_alone() -> None:
    with opened(page(three_talks())) as seen:
        keys = seen.page.keyboard
        keys.press("/")
        keys.type("betan")
        keys.press("ArrowDown")
        keys.press("Enter")
        assert seen.page.inner_text("#panel h2") == "Betan Police"
        assert seen.page.evaluate("document.activeElement.id") == "panel"
        keys.press("Tab")
        keys.press("Tab")
        keys.press("Enter")
        assert "the police of Beta" in seen.page.inner_text(
            "#panel"
        ) or "chief of Beta's police" in seen.page.inner_text("#panel")
        keys.press("Escape")
        assert "Every line has its sentence" in seen.page.inner_text("#panel")
        assert seen.trouble == []


def test_a_kind_can_be_hidden_with_its_lines() -> None:
    with opened(page(three_talks())) as seen:
        seen.page.uncheck("#legend input[data-kind=Meeting]")
        hidden = "name => document.getElementById('drawing').network.body[name]"
        nodes = seen.page.evaluate(f"({hidden})('nodes')['m1'].options.hidden")
        lines = seen.page.evaluate(f"Object.values(({hidden})('edges')).filter(e => e.options.hidden).length")
        assert nodes is True and lines == 9
        assert seen.trouble == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_text_neither_runs_nor_loads_nor_breaks_the_page(scheme: str) -> None:
    with opened(page(hostile_graph(), title=TEXTS[7]), color_scheme=scheme) as seen:
        for number in range(0, 85, 6):
            assert "quote" in seen.click_line(number) or seen.page.inner_text("#panel")
        for text in TEXTS:
            seen.page.fill("#search", text.replace("\x00", "")[:60])
            seen.page.keyboard.press("Enter")
            seen.page.evaluate("document.querySelectorAll('#panel details').forEach(d => { d.open = true; })")
        hrefs = seen.page.eval_on_selector_all("a", "all => all.map(a => a.protocol)")
        assert set(hrefs) <= {"https:", "http:"}
        assert not seen.page.query_selector_all("#panel img, #panel script, #panel iframe, #panel svg")
        assert seen.page.title() == TEXTS[7]
        assert seen.trouble == []


def test_the_policy_stops_what_would_run_all_the_same() -> None:
    with opened(page(three_talks())) as seen:
        seen.page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            "document.body.append(s);"
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">'); }"
        )
        assert seen.page.evaluate("fetch('https://evil.example').then(() => 'sent', () => 'stopped')") == "stopped"
        assert seen.page.evaluate("window.ran") is None
        told = [line for line in seen.trouble if "Content Security Policy" in line]
        assert any("evil.example" in line for line in told) and any("inline script" in line for line in told)


def test_a_link_to_a_node_opens_it() -> None:
    with opened(page(three_talks())) as seen:
        seen.page.goto(f"{seen.page.url}#person:ana")
        assert seen.page.inner_text("#panel h2") == "Ana"
        seen.page.goto(f"{seen.page.url.split('#')[0]}#%E0%A4%A")
        assert seen.page.inner_text("#panel h2") == "Ana"
        assert seen.trouble == []
