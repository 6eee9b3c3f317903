"""Are two mentions one person?"""

from __future__ import annotations

from graph.identity.around import Around, body
from graph.identity.fold import exact, fold, slug
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Names with their diacritics, the bodies represented, their countries, the titles."""
    served = list(around.leaving(node, frozenset({"REPRESENTS"})))
    return {
        "names": tuple(sorted({exact(n) for n in (node.name, *node.aliases)})),
        "bodies": tuple(sorted({body(n) for _, n in served})),
        "countries": tuple(sorted({body(n)[:2] for _, n in served} - {"", "/?"})),
        "titles": tuple(sorted({fold(str(e.properties["title"])) for e, _ in served if e.properties.get("title")})),
    }


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """person:to-lam."""
    return f"person:{slug(name)}"


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The words of each full name, in any order."""
    full = (fold(n).split() for n in found["names"])
    return frozenset("name=" + " ".join(sorted(words)) for words in full if len(words) > 1)


def compare(a: Profile, b: Profile) -> Score:
    """Same folded name and no two different countries."""
    shared = {x for x in a.blocks & b.blocks if x.startswith("person:name=")}
    if not shared:
        return Score(0.0, "different", ("no name in common",))
    reason = f"same folded name {min(shared)[12:]!r}"
    if a.get("countries") and b.get("countries") and not set(a.get("countries")) & set(b.get("countries")):
        return Score(0.4, "unsure", (reason, "for different countries"))
    return Score(0.9, "same", (reason,))
