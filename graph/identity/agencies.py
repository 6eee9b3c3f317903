"""Are two mentions one agency?"""

from __future__ import annotations

from graph.identity.around import Around, text
from graph.identity.fold import fold, slug
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Folded names, country and the type that is the same in every language."""
    found = {"names": tuple(sorted({fold(n) for n in (node.name, *node.aliases)}))}
    return found | {p: (text(node, p),) for p in ("country", "kind") if text(node, p)}


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """agency:VN:ministry/interior where the type is known, else agency:VN:the-name, else agency:the-name."""
    return ":".join(["agency", *found.get("country", ()), *(found.get("kind") or (slug(name),))])


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Country and type, else country and folded name."""
    place = "".join(found.get("country", ()))
    kind = {f"kind={place}:{k}" for k in found.get("kind", ())}
    return frozenset(kind | {f"name={place}:{n}" for n in found["names"]})


def compare(a: Profile, b: Profile) -> Score:
    """Same country and type, or same country and name."""
    if a.get("country") != b.get("country"):
        return Score(0.0, "different", ("different countries",))
    if a.get("kind") and b.get("kind"):
        if a.get("kind") == b.get("kind"):
            return Score(1.0, "same", (f"same country and type {a.get('kind')[0]}",))
        return Score(0.0, "different", (f"types {a.get('kind')[0]} and {b.get('kind')[0]}",))
    shared = set(a.get("names")) & set(b.get("names"))
    if shared:
        return Score(0.95, "same", (f"same name {min(shared)!r} and country",))
    return Score(0.1, "different", ("no name in common",))
