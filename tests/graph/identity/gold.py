"""Gold files as the facts of a perfect reader, and identity measured on them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graph.identity import Mention, cluster, profiles
from graph.model import Article, Edge, Facts, Node, PartialDate

LABELS = {"people": "Person", "agencies": "Agency", "agreements": "Agreement", "meetings": "Meeting"}
ROLES = {"attended": "ATTENDED", "agencies": "ATTENDED", "chaired": "CHAIRED", "co_chaired": "CO_CHAIRED"}


class Measured(NamedTuple):
    """Mentions, B-cubed precision and recall, and what went wrong."""

    mentions: int
    precision: float
    recall: float
    wrong: list[str]


def facts_from_gold(gold: Mapping[str, Any], kinds: bool = False) -> Facts:
    """What a reader without a mistake would make of the article; agencies have no types, their names have to do."""
    published = PartialDate.parse(gold["published"]) if gold.get("published") else None
    article = Article(gold["url"], "", gold["url"], published=published, language=gold["lang"])
    nodes = [Node(f"C{c}", "Country", c, (), {"iso2": c}) for c in _codes(gold)]
    nodes += [_node(label, g) for plural, label in LABELS.items() for g in gold[plural]]
    return Facts(article, tuple(nodes), tuple(_edges(gold)))


def _is_code(end: str) -> bool:
    return re.fullmatch("[A-Z]{2}", end) is not None


def _codes(gold: Mapping[str, Any]) -> list[str]:
    named = [x for p in gold["people"] for x in p["represents"]]
    named += [x for g in gold["agreements"] for x in (*g["parties"], *g["signed_by"])]
    return sorted({*gold["countries"], *filter(_is_code, named)})


def _node(label: str, g: Mapping[str, Any]) -> Node:
    found = {p: g.get(p) for p in ("country", "date", "place", "status")} | {"kind": g.get("type")}
    known = {k: v for k, v in found.items() if v}
    return Node(g["id"], label, g["name"], tuple(g.get("aliases") or ()), known)


def _edges(gold: Mapping[str, Any]) -> Iterator[Edge]:
    def end(x: str) -> str:
        return f"C{x}" if _is_code(x) else x

    for p in gold["people"]:
        for a in p["represents"]:
            yield Edge("REPRESENTS", p["id"], end(a), {"title": p["role"]} if p.get("role") else {})
    for g in gold["agreements"]:
        yield from (Edge("SIGNED", end(x), g["id"]) for x in g["signed_by"])
        yield from (Edge("PARTY_TO", end(x), g["id"]) for x in g["parties"])
    for m in gold["meetings"]:
        for field, role in ROLES.items():
            yield from (Edge(role, x, m["id"]) for x in m[field])


def measure(folder: Path) -> dict[str, Measured]:
    """Cluster the gold of a folder and score it by label."""
    gold = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
    keys = cluster(p for g in gold for p in profiles(facts_from_gold(g)))
    return {label: _score(gold, plural, keys) for plural, label in LABELS.items()}


def _score(gold: Iterable[Mapping[str, Any]], plural: str, keys: Mapping[Mention, str]) -> Measured:
    pairs = {(g["url"], x["id"]): x["same"] for g in gold for x in g[plural] if x.get("same")}
    by_gold: dict[str, set[Mention]] = defaultdict(set)
    by_found: dict[str, set[Mention]] = defaultdict(set)
    for mention, want in pairs.items():
        by_gold[want].add(mention)
        by_found[keys[mention]].add(mention)
    shared = [(by_gold[w] & by_found[keys[m]], by_gold[w], by_found[keys[m]]) for m, w in pairs.items()]
    n = max(len(pairs), 1)
    precision = sum(len(both) / len(found) for both, _, found in shared) / n
    recall = sum(len(both) / len(want) for both, want, _ in shared) / n
    merged = {f: {pairs[m] for m in ms} for f, ms in by_found.items()}
    parted = {w: {keys[m] for m in ms} for w, ms in by_gold.items()}
    wrong = [f"false merge {f}: {sorted(ws)}" for f, ws in merged.items() if len(ws) > 1]
    wrong += [f"not merged {w}: {sorted(fs)}" for w, fs in parted.items() if len(fs) > 1]
    return Measured(len(pairs), precision, recall, wrong)
