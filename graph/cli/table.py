"""The commands: name, module, and the line that `communique --help` shows. A new command is one more line here.

A module has one function for each of its commands, named like it (`browser-pack` is `browser_pack`); its docstring is
the command's help and has an example. Modules import what is heavy inside their functions.
"""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """Where a command is and what it does, in a line."""

    module: str
    line: str


COMMANDS: dict[str, Entry] = {
    "load": Entry("graph.cli.load", "Read articles into a store."),
    "extract": Entry("graph.cli.extract", "Write what articles say as JSON, without a store."),
    "explain": Entry("graph.cli.explain", "Show what the reader saw in an article, and by which rule."),
    "query": Entry("graph.cli.query", "Ask the graph in Cypher, or by the title of a ready query."),
    "report": Entry("graph.cli.report", "Rank people and agencies, with what stands behind each rank."),
    "page": Entry("graph.cli.page", "Draw the network as one HTML file that opens offline."),
    "show": Entry("graph.cli.show", "Tell everything that is known of one node, with its evidence."),
    "why": Entry("graph.cli.why", "Tell why two nodes are two, or why one node is one."),
    "merge": Entry("graph.cli.verdicts", "Say that two nodes are the same thing."),
    "split": Entry("graph.cli.verdicts", "Say that some articles mean something else."),
    "distinct": Entry("graph.cli.verdicts", "Say that two nodes are two things."),
    "undo": Entry("graph.cli.verdicts", "Take back the last verdict."),
    "review": Entry("graph.cli.review", "Decide pairs of nodes that may be one."),
    "brief": Entry("graph.cli.brief", "Tell what is new since a day."),
    "status": Entry("graph.cli.status", "Count what a store holds."),
    "forget": Entry("graph.cli.forget", "Take back what only these articles said."),
    "export": Entry("graph.cli.export", "Write the graph for other programs."),
    "score": Entry("graph.cli.score", "Compare extractions with gold facts: precision, recall, F1."),
    "sync": Entry("graph.cli.sync", "Copy a store into another: articles, what they say, and verdicts."),
    "diff": Entry("graph.cli.sync", "Tell what two stores hold differently; the exit code is 1 if anything."),
    "browser-pack": Entry("graph.cli.browser_pack", "Write queries, style and guide for the Neo4j Browser."),
}
