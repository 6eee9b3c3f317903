"""From the address of a store to the store: the one door for every kind."""

from __future__ import annotations

from graph.errors import StoreError
from graph.stores.base import Store

DEFAULT = "communique.db"
_SERVER = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")
_FILE = "sqlite:///"


def open_store(url: str = DEFAULT, create: bool = False) -> Store:
    """The store at ``sqlite:///path``, a plain path, or a Neo4j address; made there if ``create``.

    StoreError where it cannot be opened, is newer than this program, or the address is of no kind that is known.
    """
    if url.startswith(_SERVER):
        from graph.stores.neo4j import open_neo4j

        return open_neo4j(url, create)
    path = url.removeprefix(_FILE)
    if "://" in path or not path:
        kinds = ", ".join((_FILE + "PATH", *_SERVER))
        raise StoreError(f"{url!r} is no address of a store: expected a path or one of {kinds}")
    from graph.stores.sqlite import SqliteStore

    return SqliteStore(path, create)
