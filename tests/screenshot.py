"""A picture of a page or a report, as a reader sees it.

python -m tests.screenshot PAGE.html OUT.png [--line N | --node KEY] [--dark] [--size 1440x900]

``--line`` clicks the N-th line (0 is the first), ``--node`` opens a node by its key, so that the panel shows sentences.
Needs Chromium (Debian: apt-get install chromium).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest

from tests.graph.views.browser import opened


def screenshot(source: Path, out: Path, line: int | None, node: str, dark: bool, size: tuple[int, int]) -> list[str]:
    """Take the picture; what the page did that it should not have done."""
    width, height = size
    look = {"viewport": {"width": width, "height": height}, "color_scheme": "dark" if dark else "light"}
    with opened(source.read_text(encoding="utf-8"), **look) as seen:
        if node:
            seen.page.goto(f"{seen.page.url}#{node}")
            if seen.page.query_selector("#panel details"):
                seen.page.click("#panel summary")
        if line is not None:
            seen.click_line(line)
        seen.page.wait_for_timeout(300)
        seen.page.screenshot(path=str(out))
        return seen.trouble


def main() -> int:
    """Read the arguments, take the picture, name any trouble."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--line", type=int)
    parser.add_argument("--node", default="")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1440x900")
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    try:
        trouble = screenshot(given.source, given.out, given.line, given.node, given.dark, (width, height))
    except (pytest.skip.Exception, pytest.fail.Exception) as exc:
        print(exc, file=sys.stderr)
        return 1
    print("\n".join([str(given.out), *trouble]))
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
