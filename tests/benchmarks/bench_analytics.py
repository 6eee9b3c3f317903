"""How long the report's measures take beside plain NetworkX, in one run on one crowd.

python -m tests.benchmarks.bench_analytics [PEOPLE ...]     (default 500 1000 2000; 10000 is measured without NetworkX)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from graph.analytics import links, project
from graph.analytics.centrality import betweenness, closeness, degree, eigenvector, pagerank
from graph.views.page import page
from graph.views.report import report
from tests.graph.samples import crowd

MEASURES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "degree": (degree, nx.degree_centrality),
    "betweenness": (betweenness, nx.betweenness_centrality),
    "closeness": (closeness, nx.closeness_centrality),
    "eigenvector": (eigenvector, lambda net: nx.eigenvector_centrality(net, max_iter=2000, weight="weight")),
    "pagerank": (pagerank, nx.pagerank),
}


def seconds(do: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def compare(people: int) -> None:
    """Every measure, ours and NetworkX's, on the same projection."""
    projection = project(crowd(people, people * 9 // 10))
    net = links(projection)
    print(f"\n{len(projection.members):,} people, {net.number_of_edges():,} links")
    for name, (ours, theirs) in MEASURES.items():
        mine, oracle = seconds(lambda ours=ours: ours(projection.weights)), seconds(lambda theirs=theirs: theirs(net))
        print(f"  {name:12} {mine:8.3f} s   NetworkX {oracle:8.3f} s   ratio {oracle / mine:8.1f}")


def whole(people: int) -> None:
    """The report of a large crowd, and the page of its 2,000 best linked nodes."""
    graph = crowd(people, people * 9 // 10)
    with tempfile.TemporaryDirectory() as folder:
        print(f"\n{people:,} people: report {seconds(lambda: report(graph, Path(folder))):.1f} s", end=", ")
    print(f"page of 2,000 nodes {seconds(lambda: page(graph, top=2000)):.1f} s")


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ("500", "1000", "2000")):
        compare(size)
    whole(10_000)
