"""Frozen values that travel between rooms; this package imports nothing of ours but errors."""

from graph.model.dates import PartialDate
from graph.model.facts import Article, Edge, Evidence, Facts, Graph, Node, Scalar, Value
from graph.model.jsonform import evidence_to_json, facts_from_json, facts_to_json
from graph.model.verdicts import Verdict

__all__ = [
    "Article",
    "Edge",
    "Evidence",
    "Facts",
    "Graph",
    "Node",
    "PartialDate",
    "Scalar",
    "Value",
    "Verdict",
    "evidence_to_json",
    "facts_from_json",
    "facts_to_json",
]
