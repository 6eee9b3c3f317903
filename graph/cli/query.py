"""`communique query`."""

from __future__ import annotations

import json as jsonlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.dates import AsOf, Known, moment_option
from graph.cli.options import DEFAULT_STORE, AsJson, StoreUrl, opened
from graph.cli.printing import as_json, complain, rows_as_csv, table

if TYPE_CHECKING:
    from graph.stores import Rows, Store
    from graph.stores.snapshot import Moment, Snapshot


def query(
    question: Annotated[str, typer.Argument(help="A query in Cypher, or the name of a ready one.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="Show the ready queries.")] = False,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; JSON, else text.")
    ] = None,
    store: StoreUrl = DEFAULT_STORE,
    json: AsJson = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV with a heading.")] = False,
    timeout: Annotated[float, typer.Option("--timeout", min=0.001, help="Seconds after which to give up.")] = 30.0,
    as_of: AsOf = None,
    known: Known = None,
) -> None:
    """Ask the graph in Cypher, or by the title of a ready query.

    Queries only read. graph/docs/queries.md describes what runs everywhere, graph/docs/schema.md what there is.

    Example: `communique query 'MATCH (p:Person)-[:CO_CHAIRED]->(m:Meeting) RETURN p.name, m.name, m.date'`

    Example: `communique query chain --param from='Lương Tam Quang' --param to='Trần Quốc Tỏ'`
    """
    if list_:
        show_list(json)
        return
    if not question:
        raise typer.BadParameter("give a query in Cypher, the name of a ready one, or --list")
    cypher, values = understood(question, dict(map(_pair, param or [])))
    moment = moment_option(as_of, known)
    with opened(store) as source:
        rows = (snapshot(source, moment) if moment else source).query(cypher, values, timeout)
    for note in rows.notes:
        complain(note)
    show_rows(rows, json, csv)


def snapshot(store: Store, moment: Moment) -> Snapshot:
    """The store at a moment."""
    from graph.stores.snapshot import Snapshot

    return Snapshot(store, moment)


def understood(question: str, given: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """The Cypher and the parameters: a single word (with hyphens) is the name of a ready query.

    A ready query knows which of its parameters are texts: there 2025 is the text "2025".
    """
    from graph.stores.titled import titled_query

    if not question.replace("-", "").replace("_", "").isalnum():
        return question, {name: _value(text) for name, text in given.items()}
    ready = titled_query(question)
    texts = {p.name for p in ready.parameters if p.default is None or isinstance(p.default, str)}
    return ready.cypher, ready.values({n: t if n in texts else _value(t) for n, t in given.items()})


def show_rows(rows: Rows, json: bool, csv: bool) -> None:
    """Print an answer in the form that is asked for."""
    if json:
        as_json([dict(zip(rows.columns, row, strict=True)) for row in rows.rows])
    elif csv:
        rows_as_csv(rows)
    else:
        table(rows.columns, rows.rows)
        typer.echo(f"{len(rows.rows)} row{'s' * (len(rows.rows) != 1)}")


def show_list(json: bool) -> None:
    """Print the ready queries with their parameters."""
    from graph.stores.titled import titled_queries

    pack = titled_queries().values()
    if json:
        as_json([{"name": q.name, "title": q.title, "what": q.what, "parameters": q.values({})} for q in pack])
        return
    said = [", ".join(f"{p.name}={jsonlib.dumps(p.default, ensure_ascii=False)}" for p in q.parameters) for q in pack]
    table(("name", "answers", "parameters"), [(q.name, q.what, s) for q, s in zip(pack, said, strict=True)])


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise typer.BadParameter(f"{text!r}: expected NAME=VALUE", param_hint="--param")
    return name, value


def _value(text: str) -> Any:
    """JSON, else the text itself."""
    try:
        return jsonlib.loads(text)
    except jsonlib.JSONDecodeError:
        return text
