"""Stores of articles, statements, verdicts and the graph derived from them."""

from graph.stores.base import Claim, Mention, Outcome, Rows, Status, Store

__all__ = ["Claim", "Mention", "Outcome", "Rows", "Status", "Store"]
