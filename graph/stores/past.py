"""The graph of a set of articles, derived in memory: what was known on a date, and what tests compare a store with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.identity import sketch, sources, with_implied
from graph.model import Article, Facts, Graph, PartialDate
from graph.stores.contribute import (
    Contribution,
    Element,
    Origin,
    article_node,
    contributions,
    meetings_of,
    origin_of,
)
from graph.stores.derive import derive_edge, derive_node, tally


def known_by(article: Article, day: PartialDate) -> bool:
    """Whether the article is dated and was out by the end of the day, month or year."""
    return article.published is not None and article.published.end <= day.end


def graph_of(said: Iterable[Facts], canonical: Mapping[str, Mapping[str, str]]) -> Graph:
    """What these articles say together; ``canonical`` gives for every article key the node of each local id."""
    found: dict[Element, list[tuple[Origin, Contribution]]] = defaultdict(list)
    nodes = []
    known = list(said)
    source = sources(sketch(f.article, meetings_of(f, canonical[f.article.key])) for f in known)
    for facts in known:
        origin = origin_of(facts.article, source[facts.article.key])
        nodes.append(article_node(facts.article, origin.source))
        for element, contribution in contributions(with_implied(facts), canonical[facts.article.key]).items():
            found[element].append((origin, contribution))
    nodes += [derive_node(element, tally(lines)) for element, lines in found.items() if element.key]
    edges = [derive_edge(element, tally(lines)) for element, lines in found.items() if not element.key]
    return Graph(
        tuple(sorted(nodes, key=lambda n: n.id)), tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target)))
    )
