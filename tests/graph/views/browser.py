"""A real headless Chromium that notes every request, dialog and error of a page; absent, tests say so."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_SELECTED_LINE = """index => {
    const net = document.getElementById('drawing').network;
    const edge = JSON.parse(document.getElementById('edges').textContent)[index];
    const at = net.getPositions([edge.from, edge.to]), a = at[edge.from], b = at[edge.to];
    const spot = net.canvasToDOM({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});
    const frame = document.getElementById('drawing').getBoundingClientRect();
    return [spot.x + frame.left, spot.y + frame.top];
}"""


@dataclass
class Watched:
    """An open page and all that it did beyond showing itself: ``trouble`` must stay empty."""

    page: Any
    trouble: list[str] = field(default_factory=list)

    def click_line(self, index: int) -> str:
        """Click in the middle of a drawn line; what the panel then says."""
        self.page.mouse.click(*self.page.evaluate(_SELECTED_LINE, index))
        return str(self.page.inner_text("#panel"))


def chromium() -> str:
    """Where Chromium is; without it the test is left out and says so, under CI it fails."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found:
        return found
    why = "no Chromium found: install it (Debian: apt-get install chromium) to test pages in a real browser"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def opened(html: str, **context: Any) -> Iterator[Watched]:
    """Open a page from a file, offline, and watch it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        session = play.chromium.launch_persistent_context(
            f"{folder}/profile", executable_path=chromium(), args=_FLAGS, offline=True, **context
        )
        try:
            page = session.new_page()
            watched = Watched(page)
            page.on("request", lambda r: r.url == file.as_uri() or watched.trouble.append(f"request {r.url[:200]}"))
            page.on("console", lambda m: m.type == "error" and watched.trouble.append(f"console {m.text}"))
            page.on("pageerror", lambda e: watched.trouble.append(f"error {e}"))
            page.on("dialog", lambda d: (watched.trouble.append(f"dialog {d.message}"), d.dismiss()))
            page.goto(file.as_uri())
            yield watched
        finally:
            session.close()
