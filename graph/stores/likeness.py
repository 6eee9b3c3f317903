"""How like a text the names of a node are: the order of an answer to a search."""

from __future__ import annotations

from difflib import SequenceMatcher

from graph.identity.fold import fold
from graph.model import Node


def likeness(node: Node, text: str) -> float:
    """0 to 1, of the name or alias that is most like the text, without case or diacritics."""
    wanted = fold(text)
    return max(SequenceMatcher(None, wanted, fold(name)).ratio() for name in (node.name, *node.aliases))
