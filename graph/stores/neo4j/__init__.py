"""The shared store: a database of a Neo4j server."""

from graph.stores.neo4j.address import Address, address_of
from graph.stores.neo4j.store import Neo4jStore

__all__ = ["Address", "Neo4jStore", "address_of", "open_neo4j"]


def open_neo4j(url: str, create: bool = False) -> Neo4jStore:
    """The store at an address such as neo4j://host:7687/database; set up there if ``create``."""
    return Neo4jStore(address_of(url), create)
