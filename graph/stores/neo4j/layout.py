"""How a store lies in Neo4j (graph/docs/neo4j.md): what the schema shows, and hidden nodes that it is derived from.

Labels and relationship types come from seeds/schema.yaml and from the list below, never from data; they are the only
thing that is put into a query's text. Everything else is a parameter.
"""

from __future__ import annotations

from graph.schema import schema

HIDDEN = ("Communique", "Loaded", "Statement", "Verdict", "Unit", "Block", "Handle", "Tally")
"""Labels of the store's own: what writers lock; a loaded article (the marker of its facts); a statement; a verdict;
identity's units and the blocks they meet in; the handles by which copies of a text meet; the counts of elements that
many articles speak of."""

MARK = "communique_schema_"
"""A constraint of this name and a number says that the database is a store, of this schema version. It is no node, so
that an empty store is empty to every query."""

NAMES = "communique_names"

FILLING = "filling"
"""The `lock` of the one Communique node that stands while a store takes over another one whole."""

UNFINISHED = (
    "`communique sync` is copying another store into it, or was cut short: wait for it, or run the same sync once more"
)


def dated() -> dict[str, str]:
    """Lists of dates, empty where none is known, and the list that each runs parallel to."""
    known = [t.properties for t in schema().nodes.values()] + [t.properties for t in schema().edges.values()]
    names = {name for properties in known for name in properties if name.endswith(("_since", "_until", "_dates"))}
    return {"dates": "quotes"} | {name: name.rpartition("_")[0] for name in sorted(names)}


def shown() -> tuple[str, ...]:
    """The labels of the graph, as in the schema."""
    return tuple(schema().nodes)


def constraints() -> list[str]:
    """What is set up before the first load: unique keys and the indexes that keep every change cheap."""
    unique = [(label, "key") for label in shown()]
    unique += [("Loaded", "article"), ("Verdict", "number"), ("Tally", "about")]
    indexed = [("Loaded", "source"), ("Statement", "article"), ("Statement", "about"), ("Statement", "unit")]
    indexed += [("Unit", "number"), ("Unit", "key"), ("Block", "block"), ("Handle", "handle")]
    made = [
        f"CREATE CONSTRAINT communique_{label}_{name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"
        for label, name in unique
    ]
    made += [
        f"CREATE INDEX communique_{label}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})" for label, name in indexed
    ]
    made += [
        f"CREATE INDEX communique_{label}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, node in schema().nodes.items()
        for name in node.properties
        if node.properties[name].type in ("date", "country")
    ]
    return [*made, _names()]


def mark() -> str:
    """Makes the database a store."""
    name = f"{MARK}{schema().version}"
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:Communique) REQUIRE n.lock IS UNIQUE"


def _names() -> str:
    """Search by name, without case or diacritics; brought up to date beside the load, not within it."""
    return (
        f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (n:{'|'.join(shown())}) ON EACH [n.name, n.aliases] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: true}}"
    )
