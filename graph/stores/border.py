"""The border of a store: facts that break the schema, or quote what the text does not say, are refused here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from graph.errors import InputError
from graph.identity import contradiction
from graph.model import Article, Edge, Evidence, Facts, Node, PartialDate, Value, Verdict
from graph.schema import Property, schema

_COUNTRY = re.compile(r"[A-Z]{2}")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SHOWN = 5
EARLIEST = 1600
"""Year before which there were no newspapers: 0025 is a slip for 2025."""


def refuse_broken(facts: Facts) -> None:
    """Raise InputError with the first few problems, each naming the value and what was expected."""
    problems = []
    for problem in _problems(facts):
        problems.append(problem)
        if len(problems) > _SHOWN:
            problems[-1] = "and more"
            break
    if problems:
        raise InputError(
            f"the facts of article {facts.article.key!r} are refused, nothing was stored: {'; '.join(problems)} "
            "(graph/docs/schema.md lists what is allowed)"
        )


def refuse_contradiction(standing: Iterable[Verdict], new: Verdict) -> None:
    """Raise InputError if a verdict cannot hold together with those that stand; the message shows which."""
    against = contradiction(standing, new)
    if against:
        chain = "; ".join(_told(v) for v in against)
        raise InputError(f"the verdict {_told(new)} contradicts {chain}: undo one of them first")


def _told(verdict: Verdict) -> str:
    left, right = (f"{local} of {article}" for article, local in (verdict.left, verdict.right))
    return f"{left} and {right} are {verdict.kind} (by {verdict.by}, {verdict.at})"


def _problems(facts: Facts) -> Iterator[str]:
    yield from _of_article(facts.article)
    labels: dict[str, str] = {}
    for node in facts.nodes:
        if node.id in labels:
            yield f"two nodes have the id {node.id!r}"
        labels[node.id] = node.label
        yield from _of_node(node, facts.article)
    for edge in facts.edges:
        yield from _of_edge(edge, labels, facts.article)


def _of_article(article: Article) -> Iterator[str]:
    if article.published and article.published.year < EARLIEST:
        yield f"the article claims to be of {article.published}; expected a date from {EARLIEST} on, or none"
    if not article.key.strip():
        yield "the article has no key; expected its address or its path"
    if not unicodedata.is_normalized("NFC", article.text):
        yield "the article's text is not in Unicode form NFC, so offsets would not hold"
    if _HALF_PAIR.search(article.text):
        yield "the article's text holds half a surrogate pair; expected Unicode text"


def _of_node(node: Node, article: Article) -> Iterator[str]:
    known = schema().nodes.get(node.label)
    if known is None or known.derived:
        labels = ", ".join(n.label for n in schema().nodes.values() if not n.derived)
        yield f"node {node.id!r} has the label {node.label!r}; expected one of {labels}"
        return
    if not node.name.strip():
        yield f"{node.label} {node.id!r} has no name"
    what = f"{node.label} {node.name!r}"
    yield from _of_properties(what, node.properties, known.properties)
    for name in (p.name for p in known.properties.values() if p.required and p.name not in node.properties):
        yield f"{what} has no {name}, which is required"
    for evidence in node.evidence:
        yield from _of_evidence(what, evidence, article)


def _of_edge(edge: Edge, labels: Mapping[str, str], article: Article) -> Iterator[str]:
    known = schema().edges.get(edge.type)
    what = f"{edge.type} {edge.source!r} to {edge.target!r}"
    if known is None or known.derived:
        types = ", ".join(e.type for e in schema().edges.values() if not e.derived)
        yield f"edge {what}: expected a type of {types}"
        return
    missing = [end for end in (edge.source, edge.target) if end not in labels]
    if missing:
        yield f"edge {what} ends at {missing[0]!r}, which is no node of the article"
    elif (labels[edge.source], labels[edge.target]) not in known.ends:
        joined = f"{labels[edge.source]} to {labels[edge.target]}"
        allowed = ", ".join(f"{a} to {b}" for a, b in known.ends)
        yield f"edge {what} joins {joined}; expected {allowed}"
    if not edge.evidence:
        yield f"edge {what} has no evidence"
    yield from _of_properties(f"edge {what}", edge.properties, known.properties)
    for evidence in edge.evidence:
        yield from _of_evidence(f"edge {what}", evidence, article)


def _of_properties(what: str, given: Mapping[str, Value], known: Mapping[str, Property]) -> Iterator[str]:
    for name, value in given.items():
        expected = known.get(name)
        if expected is None or expected.derived:
            names = ", ".join(p.name for p in known.values() if not p.derived) or "none"
            yield f"{what} has a property {name!r}; expected {names}"
        elif not _fits(value, expected):
            yield f"{what}: {name} is {value!r}; expected {', '.join(expected.values) or expected.type}"


def _fits(value: Value, expected: Property) -> bool:
    if expected.type == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if expected.type == "strings":
        return isinstance(value, tuple) and all(isinstance(v, str) for v in value)
    if not isinstance(value, str) or not value.strip():
        return False
    if expected.type == "country":
        return bool(_COUNTRY.fullmatch(value))
    if expected.type == "date":
        return _is_date(value)
    return not expected.values or value in expected.values


def _is_date(value: str) -> bool:
    try:
        found = PartialDate.parse(value)
        return str(found) == value and found.year >= EARLIEST
    except InputError:
        return False


def _of_evidence(what: str, evidence: Evidence, article: Article) -> Iterator[str]:
    if evidence.article != article.key:
        yield f"{what} quotes article {evidence.article!r}; expected {article.key!r}"
    elif not evidence.quote.strip() or article.text[evidence.start : evidence.end] != evidence.quote:
        place = f"[{evidence.start}:{evidence.end}]"
        yield f"{what} quotes {evidence.quote[:60]!r}, which is not what the text says at {place}"
    elif evidence.start < 0:
        yield f"{what} quotes at {evidence.start}; expected an offset of 0 or more"
    elif not 0.0 <= evidence.confidence <= 1.0:
        yield f"{what} has confidence {evidence.confidence}; expected 0 to 1"
