"""Countries are one by their ISO code."""

from __future__ import annotations

from graph.identity.around import Around, text
from graph.identity.fold import slug
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """The code alone."""
    return {"iso2": (text(node, "iso2") or slug(node.name),)}


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """country:VN."""
    return f"country:{found['iso2'][0]}"


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """One block a country."""
    return frozenset({f"iso2={found['iso2'][0]}"})


def compare(a: Profile, b: Profile) -> Score:
    """Same code, same country."""
    if a.get("iso2") == b.get("iso2"):
        return Score(1.0, "same", (f"same country code {a.get('iso2')[0]}",))
    return Score(0.0, "different", (f"country codes {a.get('iso2')[0]} and {b.get('iso2')[0]}",))
