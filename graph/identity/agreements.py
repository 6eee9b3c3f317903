"""Are two mentions one agreement?"""

from __future__ import annotations

from graph.identity.around import BOUND, Around, body, text
from graph.identity.fold import fold, slug
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Folded names, kind, date and the bodies bound by it."""
    parties = {body(n) for _, n in around.arriving(node, BOUND) if n.label != "Person"}
    found = {"names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)})), "parties": tuple(sorted(parties))}
    return found | {p: (text(node, p),) for p in ("kind", "date") if text(node, p)}


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """agreement:kh-vn:cooperation-plan-for-2020."""
    places = "-".join(sorted({p[:2].lower() for p in found["parties"] if p[:2].isalpha()}))
    return ":".join(["agreement", *([places] if places else []), slug(name)])


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The folded names."""
    return frozenset(f"name={n}" for n in found["names"])


def compare(a: Profile, b: Profile) -> Score:
    """Same name, and parties that do not exclude each other."""
    shared = set(a.get("names")) & set(b.get("names"))
    if not shared:
        return Score(0.0, "different", ("no name in common",))
    mine, theirs = ({p[:2] for p in x.get("parties")} for x in (a, b))
    if mine and theirs and mine != theirs:
        return Score(0.3, "different", (f"same name {min(shared)!r}", "other parties"))
    return Score(0.9, "same", (f"same name {min(shared)!r}",))
