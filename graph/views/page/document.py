"""One HTML file: the network as pyvis holds it, vis-network from pyvis's own files, no request to anywhere."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
import pyvis
from markupsafe import Markup
from pyvis.network import Network

from graph.errors import DataError, InputError
from graph.model import Edge, Graph
from graph.views.page.appearance import CROWD, LINES, kinds, line_of, scales
from graph.views.page.details import details
from graph.views.page.labels import FONT_SIZE, label, room
from graph.views.page.layout import laid_out
from graph.views.page.selection import Selection, left_out_words, selection

_HERE = resources.files("graph.views.page")
_SCRIPTS = ("panel.js", "search.js", "drawing.js")
_VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


def page(graph: Graph, title: str = "Who met whom", top: int | None = None) -> str:
    """The page as HTML; ``top`` limits it to the nodes with most relations, and the page says what is left out."""
    return _rendered(selection(graph, top), title)


def save(graph: Graph, out: Path, title: str = "Who met whom", top: int | None = None) -> Selection:
    """Write the page to the file ``out``, its folder made if need be; what is drawn and what is left out."""
    chosen = selection(graph, top)
    html = _rendered(chosen, title)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(html, encoding="utf-8")
    except OSError as exc:
        why = exc.strerror or exc
        raise InputError(f"{str(out)!r} cannot be written: {why}; expected a file that you may write") from exc
    return chosen


def _rendered(chosen: Selection, title: str) -> str:
    net = _network(chosen)
    script = (
        "(function () {\n'use strict';\n" + "\n".join(_HERE.joinpath(n).read_text("utf-8") for n in _SCRIPTS) + "})();"
    )
    vis, style = _vis(), _HERE.joinpath("page.css").read_text("utf-8")
    net.templateEnv = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _HERE.joinpath(name).read_text("utf-8")), autoescape=True
    )
    net.templateEnv.globals.update(
        title=title,
        policy=_policy((vis, script), style),
        vis=Markup(vis),
        script=Markup(script),
        style=Markup(style),
        details=details(chosen),
        kinds=kinds(len(chosen.nodes)),
        lines=LINES,
        looks={
            "kinds": [asdict(k) for k in kinds(len(chosen.nodes))],
            "lines": [asdict(line) for line in LINES],
            "font": FONT_SIZE,
        },
        counts=Counter(node.label for node in chosen.nodes),
        relations=len(chosen.edges),
        left_out=left_out_words(chosen.left_out),
    )
    net.path = "page.html"
    html: str = net.generate_html()
    return html


def _network(chosen: Selection) -> Network:
    """pyvis's network, filled directly: its add_edge looks at all edges for each, its from_nx changes the graph."""
    net = Network(directed=False, cdn_resources="in_line")
    net.options = _options(len(chosen.nodes))
    looks = {kind.label: kind for kind in kinds(len(chosen.nodes))}
    labels = [label(node, looks[node.label]) for node in chosen.nodes]
    relations = Counter(key for edge in chosen.edges for key in (edge.source, edge.target))
    sizes = scales([relations[node.id] for node in chosen.nodes])
    rooms = [room(text, looks[node.label]) for text, node in zip(labels, chosen.nodes, strict=True)]
    position = {node.id: i for i, node in enumerate(chosen.nodes)}
    lines = _lines(chosen.edges)
    places = laid_out(len(position), [(position[a], position[b]) for a, b in lines], rooms)
    for node, text, size, (x, y) in zip(chosen.nodes, labels, sizes, places.tolist(), strict=True):
        net.nodes.append({"id": node.id, "label": text, "group": node.label, "scale": size, "x": x, "y": y})
        net.node_ids.append(node.id)
    for number, ((source, target), joined) in enumerate(lines.items()):
        look = line_of({chosen.edges[i].type for i in joined})
        net.edges.append({"id": f"line{number}", "from": source, "to": target, "relations": joined,
                          "look": LINES.index(look)})  # fmt: skip
    return net


def _options(size: int) -> dict[str, Any]:
    """vis-network's options: still, and in large networks without lines while it is dragged."""
    return {
        "physics": {"enabled": False},
        # A hub's name is large so that it is read when all is shown; close by it is no larger than others.
        "nodes": {"scaling": {"label": {"enabled": True, "maxVisible": 18, "drawThreshold": 8 if size > CROWD else 4}}},
        "interaction": {"hover": size <= 400, "hideEdgesOnDrag": size > 400, "hideEdgesOnZoom": size > 400,
                        "dragNodes": True, "multiselect": False, "selectConnectedEdges": False},
        "layout": {"improvedLayout": False},
    }  # fmt: skip


def _lines(edges: tuple[Edge, ...]) -> dict[tuple[str, str], list[int]]:
    """One line for each joined pair of nodes, with the positions of the relations it stands for."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, edge in enumerate(edges):
        found[min(edge.source, edge.target), max(edge.source, edge.target)].append(i)
    return found


def _vis() -> str:
    """vis-network as pyvis brings it, without the line that makes a browser's tools ask for its map."""
    text = _VIS.read_text("utf-8")
    if "</script" in text or "<!--" in text:
        raise DataError(f"{_VIS} cannot stand in a page as it is: expected vis-network 9.1.2 as pyvis 0.3.2 brings it")
    return text.split("//# sourceMappingURL=")[0]


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """A content security policy under which these very scripts and styles run, and nothing is asked of any host."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
