"""Gold files as the facts of a perfect reader, and identity measured on them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.identity import Mention, cluster, profiles
from graph.identity.fold import fold
from graph.model import Article, Edge, Facts, Node, PartialDate

LABELS = {"people": "Person", "agencies": "Agency", "agreements": "Agreement", "meetings": "Meeting"}
TYPES = Path(__file__).parents[3] / "seeds" / "entities" / "agency_types.yaml"


def facts_from_gold(gold: Mapping[str, Any], kinds: bool) -> Facts:
    """What a reader without a mistake would make of the article; with ``kinds``, agencies have their types."""
    published = PartialDate.parse(gold["published"]) if gold.get("published") else None
    article = Article(gold["url"], "", gold["url"], published=published, language=gold["lang"])
    nodes = [Node(f"C{c}", "Country", c, (), {"iso2": c}) for c in _codes(gold)]
    for plural, label in LABELS.items():
        nodes += [_node(label, g, kinds) for g in gold[plural]]
    return Facts(article, tuple(nodes), tuple(_edges(gold)))


def _codes(gold: Mapping[str, Any]) -> list[str]:
    named = [x for p in gold["people"] for x in p["represents"]]
    named += [x for g in gold["agreements"] for x in (*g["parties"], *g["signed_by"])]
    return sorted({*gold["countries"], *(x for x in named if re.fullmatch("[A-Z]{2}", x))})


def _node(label: str, g: Mapping[str, Any], kinds: bool) -> Node:
    found = {p: g.get(p) for p in ("country", "date", "place", "status")}
    if label != "Agency":
        found["kind"] = g.get("type")
    elif kinds:
        found["kind"] = _kind(g)
    return Node(
        g["id"], label, g["name"], tuple(g["aliases"] if "aliases" in g else ()), {k: v for k, v in found.items() if v}
    )


def _edges(gold: Mapping[str, Any]) -> Iterable[Edge]:
    def end(x: str) -> str:
        return f"C{x}" if re.fullmatch("[A-Z]{2}", x) else x

    for p in gold["people"]:
        for a in p["represents"]:
            yield Edge("REPRESENTS", p["id"], end(a), {"title": p["role"]} if p.get("role") else {})
    for g in gold["agreements"]:
        yield from (Edge("SIGNED", end(x), g["id"]) for x in g["signed_by"])
        yield from (Edge("PARTY_TO", end(x), g["id"]) for x in g["parties"])
    for m in gold["meetings"]:
        for type_, who in (
            ("ATTENDED", "attended"),
            ("ATTENDED", "agencies"),
            ("CHAIRED", "chaired"),
            ("CO_CHAIRED", "co_chaired"),
        ):
            yield from (Edge(type_, x, m["id"]) for x in m[who])


def _kind(g: Mapping[str, Any]) -> str | None:
    data = yaml.safe_load(TYPES.read_text("utf-8"))
    names = [f" {fold(n)} " for n in (g["name"], *g["aliases"])]

    def best(section: str) -> str | None:
        hits = [
            (len(fold(w)), key)
            for key, langs in data[section].items()
            for ws in langs.values()
            for w in ws
            if any(f" {fold(w)} " in n for n in names)
        ]
        return max(hits)[1] if hits else None

    whole, head, field = best("types"), best("bodies"), best("fields")
    if whole:
        return whole
    return f"{head}/{field}" if head and field and g["country"] else None


def score(gold: list[Mapping[str, Any]], keys: Mapping[Mention, str]) -> dict[str, tuple[int, float, float, list[str]]]:
    """For each label: mentions, B-cubed precision and recall, and what went wrong."""
    out = {}
    for plural, label in LABELS.items():
        pairs = {
            (g["url"], x["id"]): (x["same"], keys[g["url"], x["id"]]) for g in gold for x in g[plural] if x.get("same")
        }
        by_gold, by_found = defaultdict(set), defaultdict(set)
        for mention, (want, got) in pairs.items():
            by_gold[want].add(mention)
            by_found[got].add(mention)
        n = max(len(pairs), 1)
        p = sum(len(by_gold[w] & by_found[f]) / len(by_found[f]) for w, f in pairs.values()) / n
        r = sum(len(by_gold[w] & by_found[f]) / len(by_gold[w]) for w, f in pairs.values()) / n
        wrong = [
            f"false merge {f}: {sorted({pairs[m][0] for m in ms})}"
            for f, ms in by_found.items()
            if len({pairs[m][0] for m in ms}) > 1
        ]
        wrong += [
            f"not merged {w}: {sorted({pairs[m][1] for m in ms})}"
            for w, ms in by_gold.items()
            if len({pairs[m][1] for m in ms}) > 1
        ]
        out[label] = (len(pairs), p, r, wrong)
    return out


def measure(folder: Path, kinds: bool = True) -> dict[str, tuple[int, float, float, list[str]]]:
    """Cluster the gold of a folder and score it."""
    gold = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
    return score(gold, cluster(p for g in gold for p in profiles(facts_from_gold(g, kinds))))
