"""The graph as it was true on a day, told with all that is known now; `Store.graph(known_on)` is the other sense.

What the texts leave open stays: an undated meeting is kept, and an office, once seen, is held until nothing says more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.identity.times import read
from graph.model import Edge, Graph, Node, PartialDate, Value
from graph.schema import Step, life

DONE = frozenset({"held", "signed"})
"""Of these the date that is told is the day they came to be so; a planned or cancelled meeting was that before."""
_LASTING = frozenset({"Country", "Meeting", "Agreement", "Article"})


def true_on(graph: Graph, day: PartialDate) -> Graph:
    """The graph without what came after the day: later meetings, signatures and offices; stages as they stood.

    A meeting that lay ahead stays where it was announced by then, as planned; an agreement likewise, as promised or
    negotiated. A person of whom nothing is told but what came after the day is gone. Articles stay, whenever they were
    published.
    """
    nodes = [stood for n in graph.nodes if (stood := _node(n, day)) is not None]
    kept = {n.id for n in nodes}
    inside = (e for e in graph.edges if e.source in kept and e.target in kept)
    edges = [then for e in inside if (then := _edge(e, day)) is not None]
    later = _linked(graph.edges) - _linked(edges)
    left = tuple(n for n in nodes if n.id not in later or n.label in _LASTING)
    there = {n.id for n in left}
    return Graph(left, tuple(e for e in edges if e.target in there))


def _linked(edges: Iterable[Edge]) -> set[str]:
    """Those of whom more is told than that an article names them."""
    return {key for e in edges if e.type != "MENTIONS" for key in (e.source, e.target)}


def after(value: Value | None, day: PartialDate) -> bool:
    """Whether a date begins after the day; what is no date does not."""
    date = read(value) if isinstance(value, str) else None
    return date is not None and date.start >= day.end


def _node(node: Node, day: PartialDate) -> Node | None:
    if node.label not in ("Meeting", "Agreement"):
        return node
    one = "status" if node.label == "Meeting" else "stage"
    stood = _stood(life(node.properties, one), day)
    ahead = after(node.properties.get("date"), day)
    if ahead:
        stood = [s for s in stood if s in ("planned", "postponed", "promised", "negotiated")]
    if ahead and not stood:
        return None
    if not stood or stood[-1] == node.properties.get(one):
        return node
    changed: dict[str, Value] = dict(node.properties) | {one: stood[-1]}
    if one == "stage" and stood[-1] in ("promised", "negotiated"):
        changed["status"] = "proposed"
    return replace(node, properties=changed)


def _stood(steps: Iterable[Step], day: PartialDate) -> list[str]:
    """What it was by the day, the last at the end: done on the date that is told with it, else when it was told."""
    known = [(s.date if s.value in DONE and s.date else s.since, s.value) for s in steps]
    return [value for when, value in sorted(known, key=lambda k: k[0] or "~") if not after(when, day)]


def _edge(edge: Edge, day: PartialDate) -> Edge | None:
    if after(edge.properties.get("date"), day):
        return None
    if edge.type != "REPRESENTS":
        return edge
    if after(edge.properties.get("first_seen"), day):
        return None
    titles, since, until = (edge.properties.get(f"titles{part}", ()) for part in ("", "_since", "_until"))
    if not (isinstance(titles, tuple) and isinstance(since, tuple) and isinstance(until, tuple)):
        return edge
    held = [row for row in zip(titles, since, until, strict=True) if not after(row[1], day)]
    if len(held) == len(titles) or not held:
        return edge
    parts = {f"titles{part}": tuple(row[i] for row in held) for i, part in enumerate(("", "_since", "_until"))}
    return replace(edge, properties=dict(edge.properties) | parts | {"title": held[-1][0]})
