"""Found nodes against gold items: which is which, and the counts of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.scoring import matching
from graph.scoring.matching import Match, assign
from graph.scoring.tally import Tally
from graph.scoring.words import Item, is_membership_organ


@dataclass
class Sheet:
    """One article under comparison. ``ref`` tells for each found node its gold id, or "?" and its own."""

    gold: Item
    found: Item
    tally: Tally
    ref: dict[str, str] = field(default_factory=dict)

    def nodes(self, label: str) -> list[Item]:
        """The found nodes with a label."""
        return [n for n in self.found.get("nodes", ()) if n.get("label") == label]

    def edges(self) -> Sequence[Item]:
        """The found edges."""
        edges: Sequence[Item] = self.found.get("edges", ())
        return edges

    def note(self, what: str) -> None:
        """Remember what was missed or extra."""
        self.tally.notes.append(f"{self.gold['id']}: {what}")


def score_nodes(sheet: Sheet) -> None:
    """Match people, agencies, countries, agreements and meetings, in this order, and count them."""
    _link(sheet, "people", "Person", matching.person, 0.5)
    _link(sheet, "agencies", "Agency", matching.agency, 0.6)
    _countries(sheet)
    _agreements(sheet)
    _meetings(sheet)


def core_ids(gold: Item, kind: str) -> set[str]:
    """The ids that are asked for: of meetings only those that the article reports as news."""
    return {g["id"] for g in gold[kind] if kind != "meetings" or g.get("core", True)}


def _link(sheet: Sheet, kind: str, label: str, match: Match, threshold: float) -> dict[int, int]:
    items, nodes = sheet.gold[kind], sheet.nodes(label)
    got = assign(items, nodes, match, threshold)
    for i, node in enumerate(nodes):
        sheet.ref[node["id"]] = items[got[i]]["id"] if i in got else f"?{node['id']}"
    core, every = core_ids(sheet.gold, kind), {g["id"] for g in items}
    found = {sheet.ref[n["id"]] for n in nodes if not (kind == "agencies" and _is_idle(sheet, n))}
    sheet.tally.add(kind, core, found, every)
    for g in items:
        if g["id"] in core - found:
            sheet.note(f"missed {kind}: {g['name']}")
    for node in nodes:
        if sheet.ref[node["id"]] in found - every:
            sheet.note(f"extra {kind}: {node.get('name')}")
    return got


def _is_idle(sheet: Sheet, node: Item) -> bool:
    return is_membership_organ(node) and sheet.ref[node["id"]].startswith("?")


def _countries(sheet: Sheet) -> None:
    codes = {n["id"]: n.get("iso2") or n.get("name") for n in sheet.nodes("Country")}
    gold, found = set(sheet.gold["countries"]), set(codes.values())
    sheet.tally.add("countries", gold, found)
    for code in sorted(gold - found):
        sheet.note(f"missed countries: {code}")
    sheet.ref.update(codes)


def _agreements(sheet: Sheet) -> None:
    got = _link(sheet, "agreements", "Agreement", matching.agreement, 0.4)
    nodes = sheet.nodes("Agreement")
    for i, gi in got.items():
        g = sheet.gold["agreements"][gi]
        sheet.tally.add("agreement status", {(g["id"], g["status"])}, {(g["id"], nodes[i].get("status"))})


def _meetings(sheet: Sheet) -> None:
    people = {p["id"] for p in sheet.gold["people"]}
    attended: dict[Any, set[str]] = defaultdict(set)
    for e in sheet.edges():
        if e["type"] in ("ATTENDED", "CO_CHAIRED", "CHAIRED"):
            attended[e["target"]].add(sheet.ref.get(e["source"], f"?{e['source']}"))

    def match(gold: Item, found: Item) -> float:
        there = frozenset(attended[found["id"]] & people)
        return matching.meeting(gold, found, frozenset(gold.get("attended", ())), there)

    got = _link(sheet, "meetings", "Meeting", match, 0.4)
    nodes = sheet.nodes("Meeting")
    for i, gi in got.items():
        g = sheet.gold["meetings"][gi]
        for name in ("date", "country"):
            if g.get(name):
                sheet.tally.add(f"meeting {name}", {(g["id"], g[name])}, {(g["id"], nodes[i].get(name))})
