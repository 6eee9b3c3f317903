"""Names as labels: wrapped, cut where they are long, and how much room they take."""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass

from graph.model import Node
from graph.views.page.appearance import Kind

FONT_SIZE = 15
_LINE_HEIGHT = FONT_SIZE * 1.22
_PADDING = 8


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle around a node and its label: half its width, and how far it reaches above and below the centre."""

    half_width: float
    above: float
    below: float


def label(node: Node, kind: Kind) -> str:
    """What stands at a node: its name, below the date if it is a meeting."""
    date = node.properties.get("date") if kind.label == "Meeting" else None
    return f"{plain(str(date))}\n{wrapped(node.name, kind)}" if date else wrapped(node.name, kind)


def wrapped(name: str, kind: Kind) -> str:
    """The name in lines of about ``kind.width`` letters, at most ``kind.rows`` of them, cut with an ellipsis."""
    lines = textwrap.wrap(plain(name), kind.width) or ["?"]
    if len(lines) > kind.rows:
        last = lines[kind.rows - 1]
        lines = [*lines[: kind.rows - 1], last[: kind.width - 1].rstrip(" ,;:–-") + "…"]
    return "\n".join(lines)


def plain(name: str) -> str:
    """Without control characters and the marks that turn the direction of what follows; spaces made single."""
    shown = (c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else " " for c in name[:2000])
    return " ".join("".join(shown).split())


def room(text: str, kind: Kind) -> Room:
    """The space that a node needs with its label: inside a box, below any other shape."""
    lines = text.split("\n")
    half_text = max(map(_breadth, lines)) * FONT_SIZE * 0.56 / 2
    height = len(lines) * _LINE_HEIGHT
    if kind.shape == "box":
        return Room(half_text + _PADDING, height / 2 + _PADDING, height / 2 + _PADDING)
    return Room(max(half_text, kind.size), kind.size + 2, kind.size + height + 6)


def _breadth(text: str) -> float:
    """Width in letters of medium width."""
    return sum(
        0 if unicodedata.combining(c) else 1.9 if unicodedata.east_asian_width(c) in "WF" else 1.2 if c.isupper() else 1
        for c in text
    )
