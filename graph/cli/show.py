"""`communique show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.dates import AsOf, Known, moment_option
from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, cell
from graph.cli.query import snapshot

if TYPE_CHECKING:
    from graph.model import Edge, Node
    from graph.stores import Claim, Store
    from graph.stores.snapshot import Snapshot


def show(
    node: Annotated[str, typer.Argument(help="A node's key or name.")],
    store: StoreUrl = DEFAULT_STORE,
    as_of: AsOf = None,
    known: Known = None,
    json: AsJson = False,
) -> None:
    """Tell everything that is known of one node, with its evidence.

    A name is looked up without case and diacritics; where several nodes bear it, they are listed with their keys.

    Example: `communique show 'Lương Tam Quang'`
    """
    moment = moment_option(as_of, known)
    with opened(store) as whole:
        source = snapshot(whole, moment) if moment else whole
        found = find(source, node)
        edges, claims = source.edges(found.id), source.claims(found.id)
        ends = {key for e in edges for key in (e.source, e.target)} | {found.id}
        names = {key: source.node(key).name for key in ends}
    if json:
        asked = {"as_of": str(moment.day), "sense": moment.sense} if moment else {}
        as_json(asked | _as_json(found, edges, claims, names))
    else:
        if moment:
            typer.echo(f"{moment}:")
        typer.echo("\n".join(_lines(found, edges, claims, names)))


def find(store: Store | Snapshot, wanted: str) -> Node:
    """The node of a key, or the one that bears a name; UnknownError with near ones where that is not one node."""
    from difflib import SequenceMatcher

    from graph.errors import UnknownError
    from graph.identity.fold import exact, fold

    near = store.search(wanted)
    try:
        return store.node(wanted)
    except UnknownError:
        names = [(n, {n.name, *n.aliases}) for n in near if n.label != "Article"]
    for alike in (exact, fold):
        bearers = [n for n, own in names if alike(wanted) in {alike(name) for name in own}]
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            listed = ", ".join(f"{n.id} ({n.name})" for n in bearers)
            raise UnknownError(f"{wanted!r} is the name of several nodes: give the key of one of {listed}")
    alike_enough = [n for n in near if SequenceMatcher(None, fold(wanted), fold(n.name)).ratio() > 0.6]
    listed = ", ".join(f"{n.id} ({n.name})" for n in alike_enough[:5])
    raise UnknownError(f"there is no node {wanted!r} in {store.url}" + (f": did you mean {listed}?" if listed else ""))


def _lines(node: Node, edges: tuple[Edge, ...], claims: tuple[Claim, ...], names: dict[str, str]) -> list[str]:
    from graph.schema import LIVES

    lines = [f"{node.name}  ({node.label}, {node.id})"]
    if node.aliases:
        lines.append(f"  also: {'; '.join(node.aliases)}")
    apart = tuple(LIVES.values())
    lines += [f"  {name}: {cell(value)}" for name, value in node.properties.items() if not name.startswith(apart)]
    lines += _life_lines(node, claims)
    differing = node.properties.get("differing", ())
    for claim in claims:
        if isinstance(differing, tuple) and claim.property in differing:
            mark = " (shown)" if claim.shown else ""
            lines.append(f"    {claim.property} {cell(claim.value)}{mark}: {', '.join(claim.articles)}")
    for edge in edges:
        if edge.type != "MENTIONS":
            lines += _edge_lines(edge, names)
    mentioned = [names[e.source] for e in edges if e.type == "MENTIONS" and e.target == node.id]
    if mentioned:
        lines.append(f"  named in {len(mentioned)} article{'s' * (len(mentioned) != 1)}: {'; '.join(mentioned[:10])}")
    return [cell(line) for line in lines]


def _life_lines(node: Node, claims: tuple[Claim, ...]) -> list[str]:
    """Each status or stage with the date told with it, how many sources say so since when, and the articles."""
    from graph.schema import LIVES, life

    lines = []
    for name in LIVES:
        said = {str(c.value): c.articles for c in claims if c.property == name}
        for step in life(node.properties, name):
            when = f" {step.date}" if step.date else ""
            told = f"{step.sources} source{'s' * (step.sources != 1)}{_span(step.since, step.since)}"
            lines.append(f"    {name} {step.value}{when} ({told}): {', '.join(said.get(step.value, ()))}")
    return lines


def _edge_lines(edge: Edge, names: dict[str, str]) -> list[str]:
    told = [f"{n} {cell(edge.properties[n])}" for n in ("rank", "date") if edge.properties.get(n)]
    sources = edge.properties.get("sources", 0)
    seen = _span(edge.properties.get("first_seen"), edge.properties.get("last_seen"))
    told.append(f"{sources} source{'s' * (sources != 1)}{seen}")
    lines = [f"  {names[edge.source]} {edge.type} {names[edge.target]} ({', '.join(told)})"]
    columns = (edge.properties.get(name, ()) for name in ("titles", "titles_since", "titles_until"))
    offices = zip(*(c for c in columns if isinstance(c, tuple)), strict=False)
    lines += [f"    as {title}{_span(since, until)}" for title, since, until in offices]
    lines += [f"    “{' '.join(e.quote.split())}” {e.article} [{e.start}:{e.end}]" for e in edge.evidence]
    return lines


def _span(first: object, last: object) -> str:
    """The dates of the first and the last article that says so."""
    if not first:
        return ""
    return f", {first}" if first == last else f", {first} to {last}"


def _as_json(node: Node, edges: tuple[Edge, ...], claims: tuple[Claim, ...], names: dict[str, str]) -> dict[str, Any]:
    from graph.stores.rows import edge_row, node_row

    return {
        "label": node.label,
        **node_row(node),
        "claims": [
            {"property": c.property, "value": c.value, "articles": c.articles, "shown": c.shown} for c in claims
        ],
        "edges": [
            {"type": e.type, "source": e.source, "source_name": names[e.source], "target": e.target}
            | {"target_name": names[e.target]}
            | edge_row(e)
            for e in edges
        ],
    }
