"""How like a text the names of a node are: the order of an answer to a search."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from graph.identity.fold import fold
from graph.model import Node


def most_like(text: str, found: Iterable[Node], limit: int) -> list[Node]:
    """At most ``limit`` nodes, first those with the name or alias most like the text; articles after all others."""
    wanted = fold(text)
    return sorted(found, key=lambda n: (-_likeness(wanted, n), n.label == "Article", n.id))[:limit]


def _likeness(wanted: str, node: Node) -> float:
    """0 to 1, of the name or alias that is most like it, without case or diacritics."""
    return max(SequenceMatcher(None, wanted, fold(name)).ratio() for name in (node.name, *node.aliases))
