"""The gold of the seed articles, told as a reader without a mistake would, every fact with a sentence of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import seeds
from graph.model import Facts
from tests.graph.stores.reports import Report

GOLD = Path(seeds.__file__).parent / "gold"
_CODE = re.compile("[A-Z]{2}")


def golden() -> list[Facts]:
    """The facts of each seed article."""
    return [retold(json.loads(path.read_text("utf-8"))) for path in sorted(GOLD.glob("*.json"))]


def retold(gold: Mapping[str, Any]) -> Facts:
    """One gold file as facts."""
    report = Report(gold["id"], gold.get("published") or "")
    for code in sorted({*gold["countries"], *_codes(gold)}):
        report.node("Country", code, id=code, iso2=code)
    for person in gold["people"]:
        report.node("Person", person["name"], person["id"], tuple(person["aliases"]))
    for a in gold["agencies"]:
        report.node("Agency", a["name"], a["id"], tuple(a["aliases"]), **_given(a, country="country"))
    for g in gold["agreements"]:
        given = _given(g, kind="type", status="status", date="date")
        report.node("Agreement", g["name"], g["id"], tuple(g["aliases"]), **given)
    for m in gold["meetings"]:
        given = _given(m, kind="type", date="date", place="place", country="country")
        report.node("Meeting", m["name"], m["id"], **given)
    for type_, source, target, given in _edges(gold):
        report.edge(type_, source, target, **given)
    return report.facts()


def _given(item: Mapping[str, Any], **names: str) -> dict[str, Any]:
    return {ours: item[theirs] for ours, theirs in names.items() if item.get(theirs)}


def _codes(gold: Mapping[str, Any]) -> Iterator[str]:
    ends = [e for p in gold["people"] for e in p["represents"]]
    ends += [e for g in gold["agreements"] for e in (*g["signed_by"], *g["parties"])]
    yield from (e for e in ends if _CODE.fullmatch(e))
    yield from (a["country"] for a in gold["agencies"] if a.get("country"))
    yield from (m["country"] for m in gold["meetings"] if m.get("country"))


def _edges(gold: Mapping[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for p in gold["people"]:
        for end in p["represents"]:
            yield "REPRESENTS", p["id"], end, _given(p, title="role")
    for a in gold["agencies"]:
        if a.get("country"):
            yield "OF", a["id"], a["country"], {}
    for g in gold["agreements"]:
        for end in g["signed_by"]:
            yield "SIGNED", end, g["id"], {}
        for end in g["parties"]:
            yield "PARTY_TO", end, g["id"], {}
    for m in gold["meetings"]:
        for type_, role in (("ATTENDED", "attended"), ("CHAIRED", "chaired"), ("CO_CHAIRED", "co_chaired")):
            for end in m[role]:
                yield type_, end, m["id"], {}
        for end in m["agencies"]:
            yield "ATTENDED", end, m["id"], {}
        if m.get("country"):
            yield "HELD_IN", m["id"], m["country"], {}
