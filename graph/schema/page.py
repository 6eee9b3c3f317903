"""The reference page of the schema, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.schema.reading import EdgeType, NodeType, Property, Schema

_SHOWN = {
    "most": "",
    "finest": "the finest of the dates that agree",
    "furthest": "the furthest of the values, in their order",
    "latest": "what the latest article says",
}


def page(schema: Schema) -> str:
    """Everything the schema allows, for people who write queries or readers."""
    return "\n".join(_lines(schema)) + "\n"


def _lines(schema: Schema) -> Iterator[str]:
    yield "# The graph's schema"
    yield ""
    yield f"Version {schema.version}, made from `seeds/schema.yaml` by `python -m graph.schema`: change it there."
    yield "Where articles give a property different values, one is shown: what most sources say, unless the table says"
    yield "otherwise; all of them stay (`communique show`). Properties marked * are added by the store."
    yield ""
    yield "## Nodes"
    for node in schema.nodes.values():
        yield from _node(node)
    yield from ("", "### Every node", "")
    yield from _table(schema.every_node)
    yield from ("", "## Edges")
    for edge in schema.edges.values():
        yield from _edge(edge)
    yield from ("", "### Every edge", "")
    yield from _table(schema.every_edge)


def _node(node: NodeType) -> Iterator[str]:
    yield from ("", f"### {node.label}{'*' if node.derived else ''}", "")
    yield f"{node.what} Key: `{node.key}`."
    if node.properties:
        yield ""
        yield from _table(node.properties)


def _edge(edge: EdgeType) -> Iterator[str]:
    yield from ("", f"### {edge.type}{'*' if edge.derived else ''}", "")
    yield edge.what
    yield ""
    yield ", ".join(f"`({a})-[:{edge.type}]->({b})`" for a, b in edge.ends)
    if edge.properties:
        yield ""
        yield from _table(edge.properties)


def _table(properties: Mapping[str, Property]) -> Iterator[str]:
    yield "| property | holds | what it means | shown where articles differ |"
    yield "|---|---|---|---|"
    for p in properties.values():
        holds = ", ".join(f"`{v}`" for v in p.values) or p.type
        marks = ("*" if p.derived else "") + (" (required)" if p.required else "")
        yield f"| `{p.name}`{marks} | {holds} | {p.what} | {_SHOWN[p.shown]} |"
