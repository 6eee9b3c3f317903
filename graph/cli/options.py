"""Options that several commands have, and the store that --store names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.stores import Store

StoreUrl = Annotated[
    str,
    typer.Option(
        "--store",
        envvar=["COMMUNIQUE_STORE", "NEO4J_URI"],
        metavar="URL",
        help="A file, as path or sqlite:///path, or a server as neo4j://host (also bolt://, +s, +ssc).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=256, help="How many processes read articles.")]

DEFAULT_STORE = "communique.db"


@contextmanager
def opened(url: str, create: bool = False) -> Iterator[Store]:
    """The store at this address, closed at the end."""
    from graph.stores import open_store

    with open_store(url, create) as store:
        yield store
