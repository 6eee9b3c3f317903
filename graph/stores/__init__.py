"""Stores of articles, statements, verdicts and the graph derived from them."""

from graph.stores.base import Claim, Mention, Outcome, Rows, Status, Store
from graph.stores.opening import DEFAULT, open_store

__all__ = ["DEFAULT", "Claim", "Mention", "Outcome", "Rows", "Status", "Store", "open_store"]
