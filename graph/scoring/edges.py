"""Found edges against what gold says of its items."""

from __future__ import annotations

from collections import defaultdict

from graph.scoring.nodes import Sheet, core_ids

Pair = tuple[str, str]


def score_edges(sheet: Sheet) -> None:
    """Count REPRESENTS, ATTENDED, CO_CHAIRED and SIGNED."""
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for e in sheet.edges():
        source, target = sheet.ref.get(e["source"]), sheet.ref.get(e["target"])
        if source and target:
            pairs[e["type"]].add((source, target))
    _represents(sheet, pairs["REPRESENTS"])
    people = {p["id"] for p in sheet.gold["people"]}
    there = pairs["ATTENDED"] | pairs["CO_CHAIRED"] | pairs["CHAIRED"]
    for kind, found in (("ATTENDED", there), ("CO_CHAIRED", pairs["CO_CHAIRED"])):
        _count(sheet, kind, _took_part(sheet, kind.lower()), {p for p in found if p[0] in people})
    _signed(sheet, pairs["SIGNED"])


def _count(sheet: Sheet, kind: str, want: set[Pair], found: set[Pair]) -> None:
    """What leads to a meeting that gold has as background is neutral."""
    neutral = {m["id"] for m in sheet.gold["meetings"]} - core_ids(sheet.gold, "meetings")
    have = {p for p in found if p[1] not in neutral}
    sheet.tally.add(kind, want, have)
    for source, target in sorted(want - have):
        sheet.note(f"missed {kind}: {source} -> {target}")
    for source, target in sorted(have - want):
        sheet.note(f"extra {kind}: {source} -> {target}")


def _took_part(sheet: Sheet, role: str) -> set[Pair]:
    core = core_ids(sheet.gold, "meetings")
    return {(p, m["id"]) for m in sheet.gold["meetings"] if m["id"] in core for p in m.get(role, ())}


def _represents(sheet: Sheet, found: set[Pair]) -> None:
    """A person's edge to a country is neutral where gold has an agency of it; an agency says its country too."""
    people = {p["id"] for p in sheet.gold["people"]}
    want = {(p["id"], a) for p in sheet.gold["people"] for a in p.get("represents", ())}
    country = {a["id"]: a.get("country") for a in sheet.gold["agencies"]}
    implied = {(p, country[a]) for p, a in want if country.get(a)}
    own = {sheet.ref[n["id"]]: n.get("country") for n in sheet.nodes("Agency")}
    have = {(p, str(own[a])) if (p, own.get(a)) in want else (p, a) for p, a in found}
    have = {p for p in have if p[0] in people or p[0].startswith("?")}
    _count(sheet, "REPRESENTS", want, have - (implied - want))


def _signed(sheet: Sheet, found: set[Pair]) -> None:
    """An agency and its country stand for each other; a party of a signed agreement said to have signed is neutral."""
    people = {p["id"] for p in sheet.gold["people"]}
    country = {a["id"]: a.get("country") for a in sheet.gold["agencies"]}

    def widened(end: str) -> str:
        return country.get(end) or end

    want: set[Pair] = set()
    parties: set[Pair] = set()
    for g in sheet.gold["agreements"]:
        signatories = g.get("signed_by", ())
        want |= {(s, g["id"]) for s in signatories if s in people}
        if g["status"] == "signed":
            want |= {(widened(s), g["id"]) for s in signatories if s not in people}
            parties |= {(widened(s), g["id"]) for s in g.get("parties", ())}
    bodies = {(widened(s), t) for s, t in found if s not in people}
    have = {p for p in found if p[0] in people} | (bodies - (parties - want))
    _count(sheet, "SIGNED", want, have)
