"""The Neo4j Browser, driven in a real headless Chromium: connect, import the pack, run favourites, look.

`python -m tests.neo4j_browser OUT.png PASSWORD http://127.0.0.1:7474/browser/` makes the picture of graph/docs/neo4j.md
from a running server.
"""

from __future__ import annotations

import base64
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from graph.views.browser import FAVOURITES, STYLE, write_pack
from tests.graph.views.browser import chromium

_ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1|localhost)")
"""What the Browser asks of its makers' servers (statistics, news); a test asks nobody."""

_DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), c => c.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name));
  for (const kind of ['dragenter', 'dragover', 'drop'])
    document.querySelector('.filedrop').dispatchEvent(
      new DragEvent(kind, {dataTransfer: dropped, bubbles: true, cancelable: true}));
}"""


@contextmanager
def connected(http: str, password: str) -> Iterator[Page]:
    """The Browser, connected to its server."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(60_000)
        page.route(_ELSEWHERE, lambda route: route.abort())
        page.goto(http)
        page.fill("[data-testid=username]", "neo4j")
        page.fill("[data-testid=password]", password)
        page.click("[data-testid=connect]")
        page.wait_for_selector("text=Connected to Neo4j")
        yield page
        browser.close()


def import_pack(page: Page, folder: Path) -> None:
    """Drop the style and the favourites on the window, as a user does, and open the drawer with both folders."""
    for name in (STYLE, FAVOURITES):
        page.evaluate(_DROP, [name, base64.b64encode((folder / name).read_bytes()).decode()])
        page.wait_for_timeout(500)
    page.click("[data-testid=navigationFavorites]")
    for name in ("pictures", "questions"):
        page.click(f'[data-testid="expandFolder-Communique {name}"]')
    page.wait_for_selector("text=Who met whom, and when")


def favourites(page: Page) -> list[str]:
    """The titles in the two folders of the pack."""
    return [t.strip() for t in page.locator("[data-testid=savedScriptListItem]").all_inner_texts()]


def run(page: Page, title: str) -> Locator:
    """Run a favourite by its button; the frame with its answer. RuntimeError with the message where it fails."""
    before = page.locator("[data-testid=frame]").count()
    item = page.locator("[data-testid=savedScriptListItem]").filter(has_text=title).first
    item.hover()
    item.locator("[data-testid=savedScriptsButton-Run]").click()
    page.wait_for_function(
        "n => document.querySelectorAll('[data-testid=frame]').length > n || n >= 15", arg=before, timeout=30_000
    )
    frame = page.locator("[data-testid=frame]").first
    done = "[data-testid=frameStatusbar], svg g.node, [data-testid=cypherFrameErrorMessage]"
    frame.locator(done).first.wait_for(timeout=30_000, state="attached")
    failed = frame.locator("[data-testid=cypherFrameErrorMessage]").all_inner_texts()
    if failed:
        raise RuntimeError(f"{title}: {failed[0]}")
    return frame


def colours(frame: Locator) -> set[str]:
    """The fills of the nodes that the frame draws."""
    circles = frame.locator("svg g.node circle.b-outline")
    circles.first.wait_for(state="attached")
    return set(circles.evaluate_all("e => e.map(x => x.getAttribute('fill'))"))


def captions(frame: Locator) -> str:
    """The words on the nodes that the frame draws."""
    words = frame.locator("svg g.node text").evaluate_all("e => e.map(x => x.textContent)")
    return " ".join(" ".join(words).split())


def picture(page: Page, out: Path) -> None:
    """Meetings over the whole window, one relation clicked."""
    frame = run(page, "Meetings and who took part")
    page.click("[data-testid=navigationFavorites]")
    frame.locator("[title=Fullscreen]").first.click()
    page.wait_for_timeout(5000)
    for _ in range(2):
        frame.locator("[aria-label='zoom-in']").first.click()
        page.wait_for_timeout(600)
    frame.locator("svg g.relationship path.overlay").first.click(force=True)
    page.wait_for_timeout(800)
    page.screenshot(path=out)


def main() -> None:
    """Make the picture."""
    out, password, http = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder, connected(http, password) as page:
        write_pack(Path(folder))
        import_pack(page, Path(folder))
        picture(page, Path(out))


if __name__ == "__main__":
    main()
