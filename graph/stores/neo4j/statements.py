"""Loaded articles and their statements on the server: written, read back, and the statements about one element."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.identity import (
    Filed,
    Profile,
    Sketch,
    is_implied,
    profiles,
    sketch,
    sketch_from_json,
    sketch_to_json,
    with_implied,
)
from graph.model import Facts
from graph.stores.contribute import Contribution, Element, Origin, contributions
from graph.stores.neo4j.sending import Direct
from graph.stores.records import facts_from_record, header_to_json, pack, statements_to_json


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that can be known of an article's facts without looking at the store."""

    facts: Facts
    digest: str
    header: str
    nodes: list[str]
    edges: list[str]
    profiles: tuple[Profile, ...]
    sketch: Sketch


def prepare(facts: Facts) -> Prepared:
    """Pure, so that it can be done while the server works on what came before.

    The digest is of what is stored, so that it changes whenever anything of that does (but the name of the file).
    """
    facts = with_implied(facts)
    nodes, edges = statements_to_json(facts)
    article = facts.article
    nameless = {name: value for name, value in article.extra.items() if name != "file"}
    whole = "\x00".join([header_to_json(replace(article, extra=nameless)), article.text, *nodes, "", *edges])
    digest = hashlib.sha256(whole.encode()).hexdigest()
    return Prepared(facts, digest, header_to_json(article), nodes, edges, profiles(facts), sketch(article))


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it is in the store: its facts, for each local id its unit and its node, its sketch as filed."""

    facts: Facts
    units: dict[str, str]
    canonical: dict[str, str]
    filed: Filed


def about_of(element: Element) -> str:
    """How a statement names the element that it is about: the key of a node, or both ends and the type between them."""
    return element.key or f"{element.source} {element.type} {element.target}"


def abouts(facts: Facts, canonical: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What each node's and each edge's statement is about."""
    nodes = [canonical[n.id] for n in facts.nodes]
    edges = [f"{canonical[e.source]} {e.type} {canonical[e.target]}" for e in facts.edges]
    return nodes, edges


_ARTICLES = (
    "UNWIND $articles AS article MATCH (l:Loaded {article: article})"
    " RETURN article, l.header AS header, l.text AS text, l.sketch AS sketch, l.source AS source"
)
_STATEMENTS = (
    "UNWIND $articles AS article MATCH (s:Statement {article: article})"
    " RETURN article, s.kind AS kind, s.body AS body, s.local AS local, s.unit AS unit, s.about AS about"
    " ORDER BY article, kind, s.ordinal"
)


def read(tx: Direct, articles: Sequence[str]) -> dict[str, Stored]:
    """These articles as they are in the store; those that are not there are left out."""
    if not articles:
        return {}
    heads = {r["article"]: r for r in tx.read(_ARTICLES, articles=list(articles))}
    said: dict[str, list[Any]] = defaultdict(list)
    for record in tx.read(_STATEMENTS, articles=list(heads)):
        said[record["article"]].append(record)
    return {article: _stored(head, said[article]) for article, head in heads.items()}


def _stored(head: Any, said: list[Any]) -> Stored:
    nodes = [r for r in said if r["kind"] == "node"]
    facts = facts_from_record(
        head["header"], head["text"], (r["body"] for r in nodes), (r["body"] for r in said if r["kind"] == "edge")
    )
    filed = Filed(sketch_from_json(head["sketch"]), head["source"])
    return Stored(facts, {r["local"]: r["unit"] for r in nodes}, {r["local"]: r["about"] for r in nodes}, filed)


def write(
    tx: Direct,
    arriving: Iterable[Prepared],
    units: Mapping[tuple[str, str], str],
    canonical: Mapping[str, Mapping[str, str]],
    filed: Mapping[str, Filed],
) -> None:
    """The articles' markers and statements; ``units`` has each mention's unit, ``canonical`` each article's nodes."""
    rows: list[dict[str, Any]] = []
    loaded = []
    for one in arriving:
        article = one.facts.article.key
        loaded.append(loaded_row(one, filed[article]))
        mine = {n.id: units[article, n.id] for n in one.facts.nodes}
        rows += statement_rows(one, mine, canonical[article])
    tx.write("UNWIND $rows AS row MERGE (l:Loaded {article: row.article}) SET l = row", rows=loaded)
    tx.write("UNWIND $rows AS row CREATE (s:Statement) SET s = row", rows=rows)


def loaded_row(one: Prepared, filed: Filed) -> dict[str, Any]:
    """The properties of an article's marker."""
    article = one.facts.article
    said = {"published": str(article.published or ""), "text": article.text}
    as_filed = {"source": filed.source, "sketch": sketch_to_json(filed.sketch)}
    return {"article": article.key, "digest": one.digest, "header": one.header} | said | as_filed


def statement_rows(one: Prepared, units: Mapping[str, str], canonical: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The properties of an article's Statement nodes, given the unit and the node of each local id."""
    article = one.facts.article.key
    nodes, edges = abouts(one.facts, canonical)
    for i, (node, body, about) in enumerate(zip(one.facts.nodes, one.nodes, nodes, strict=True)):
        implied = {"implied": "yes"} if is_implied(node.id) else {}
        yield _row(article, "node", i, body, about) | {"local": node.id, "unit": units[node.id]} | implied
    for i, (edge, body, about) in enumerate(zip(one.facts.edges, one.edges, edges, strict=True)):
        implied = {"implied": "yes"} if is_implied(edge.target) else {}
        yield _row(article, "edge", i, body, about) | implied


def _row(article: str, kind: str, ordinal: int, body: str, about: str) -> dict[str, Any]:
    return {"article": article, "kind": kind, "ordinal": ordinal, "body": body, "about": about}


def remove(tx: Direct, articles: Sequence[str]) -> None:
    """Take these articles' statements away."""
    if articles:
        tx.write("UNWIND $articles AS a MATCH (s:Statement {article: a}) DELETE s", articles=list(articles))


def forget(tx: Direct, articles: Sequence[str]) -> None:
    """Take these articles' markers away."""
    tx.write("UNWIND $articles AS a MATCH (l:Loaded {article: a}) DELETE l", articles=list(articles))


def redirect(tx: Direct, article: str, facts: Facts, canonical: Mapping[str, str], units: Mapping[str, str]) -> None:
    """Statements of an article whose mentions became other nodes, or joined other units, are about these now."""
    nodes, edges = abouts(facts, canonical)
    rows = [
        {"kind": "node", "ordinal": i, "set": {"about": about, "unit": units[node.id]}}
        for i, (node, about) in enumerate(zip(facts.nodes, nodes, strict=True))
    ]
    rows += [{"kind": "edge", "ordinal": i, "set": {"about": about}} for i, about in enumerate(edges)]
    tx.write(
        "UNWIND $rows AS row MATCH (s:Statement {article: $article})"
        " WHERE s.kind = row.kind AND s.ordinal = row.ordinal SET s += row.set",
        article=article,
        rows=rows,
    )


_ABOUT = (
    "UNWIND $wanted AS want MATCH (s:Statement {about: want.about})"
    " WHERE want.articles IS NULL OR s.article IN want.articles MATCH (l:Loaded {article: s.article})"
    " RETURN want.about AS about, s.article AS article, s.kind AS kind, s.body AS body,"
    " l.source AS source, l.published AS published"
)

Said = dict[str, tuple[Origin, Contribution]]


def said_about(
    tx: Direct, elements: Iterable[Element], articles: Mapping[Element, list[str]] | None = None
) -> dict[Element, Said]:
    """What each article says of each of these elements; with ``articles``, only what the ones named there say."""
    by_about: dict[str, list[Element]] = defaultdict(list)
    for element in elements:
        by_about[about_of(element)].append(element)
    if not by_about:
        return {}
    wanted = [{"about": a, "articles": articles[es[0]] if articles else None} for a, es in by_about.items()]
    groups: dict[tuple[str, Origin], dict[str, list[str]]] = {}
    for r in tx.read(_ABOUT, wanted=wanted):
        origin = Origin(r["article"], r["source"], r["published"])
        groups.setdefault((r["about"], origin), {"node": [], "edge": []})[r["kind"]].append(r["body"])
    found: dict[Element, Said] = {e: {} for es in by_about.values() for e in es}
    for (about, origin), bodies in groups.items():
        for element in by_about[about]:
            contribution = _contribution(element, origin.article, bodies)
            if contribution:
                found[element][origin.article] = origin, contribution
    return found


def _contribution(element: Element, article: str, bodies: Mapping[str, list[str]]) -> Contribution | None:
    facts = facts_from_record(pack({"key": article}), "", bodies["node"], bodies["edge"])
    canonical = {n.id: element.key for n in facts.nodes}
    for edge in facts.edges:
        canonical |= {edge.source: element.source, edge.target: element.target}
    return contributions(facts, canonical).get(element)
