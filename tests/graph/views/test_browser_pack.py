"""The pack for the Neo4j Browser: complete, and working in a real one."""

from __future__ import annotations

import threading
import urllib.request
import zipfile
from pathlib import Path

import yaml

from graph.schema import schema
from graph.stores.titled import titled_queries
from graph.views.browser import guide, pictures, write_pack
from graph.views.guide_server import guide_server
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import emptied
from tests.neo4j_browser import captions, colours, connected, favourites, import_pack, run
from tests.server.choice import Server

SEEDS = Path(__file__).parents[3] / "seeds" / "browser"


def test_the_favourites_hold_every_query(tmp_path: Path) -> None:
    favourites, style, page = write_pack(tmp_path)
    with zipfile.ZipFile(favourites) as pack:
        names = {Path(n).stem for n in pack.namelist()}
        assert names == {*titled_queries(), *pictures()}
        for name in pack.namelist():
            text = pack.read(name).decode()
            assert text.startswith("// ") and "$" not in text  # the Browser has no values for parameters
    assert style.read_text() == (SEEDS / "style.grass").read_text()
    assert page.read_text() == guide()


def test_the_guide_leads_past_every_question_once() -> None:
    slides = yaml.safe_load((SEEDS / "guide.yaml").read_text())["slides"]
    asked = [name for slide in slides for name in slide.get("questions", ())]
    assert sorted(asked) == sorted(titled_queries())
    assert sorted(n for slide in slides for n in slide.get("pictures", ())) == sorted(pictures())
    assert slides[0]["pictures"] == ["first-node"]


def test_the_style_knows_every_label() -> None:
    style = (SEEDS / "style.grass").read_text()
    assert all(f"node.{label} {{" in style for label in schema().nodes)


def test_the_guide_is_served_to_other_origins(tmp_path: Path) -> None:
    write_pack(tmp_path)
    with guide_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/guide.html") as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == "*"
            assert "slide" in answer.read().decode()
        server.shutdown()


def test_the_pack_in_a_real_browser(neo4j_server: Server, tmp_path: Path) -> None:
    with emptied(neo4j_server) as store:
        store.load(talks("a", "2024-05-02"))
    write_pack(tmp_path)
    queries = {**pictures(), **titled_queries()}
    with connected(neo4j_server.settings.http, neo4j_server.settings.password) as page:
        import_pack(page, tmp_path)
        assert sorted(favourites(page)) == sorted(q.title for q in queries.values())
        for query in queries.values():
            frame = run(page, query.title)
            if query.name == "meetings":
                assert {"#2c83c4", "#fff3d1", "#128a68"} <= colours(frame)
                assert "Ana Alvarez" in captions(frame) and "Vietnam" in captions(frame)
                frame.locator("svg g.relationship path.overlay").first.click(force=True)
                panel = frame.locator("[data-testid=vizInspector]").inner_text()
                assert "quotes" in panel and "confidences" in panel and "2024-05-02" in panel


def test_the_guide_in_a_real_browser(neo4j_server: Server, tmp_path: Path) -> None:
    write_pack(tmp_path)
    with guide_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with connected(neo4j_server.settings.http, neo4j_server.settings.password) as page:
            page.click("[data-testid=activeEditor]")
            page.keyboard.type(f":guide http://localhost:{server.server_port}/guide.html")
            page.keyboard.press("Escape")  # the proposals of the editor
            page.keyboard.press("Enter")
            page.wait_for_selector("text=One person, to begin with")
            for _ in range(2):
                page.click("[data-testid=guideNextSlide]")
            page.wait_for_selector("text=Everything around one person")
        server.shutdown()
