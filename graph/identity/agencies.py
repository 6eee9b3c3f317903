"""Are two mentions one agency? By country and type across languages, else by name."""

from __future__ import annotations

from graph.identity.around import Around, text
from graph.identity.bodies import leftover, sorts
from graph.identity.fold import fold, slug
from graph.identity.lexicon import named_bodies
from graph.identity.renamed import renamed
from graph.identity.values import Profile, Score
from graph.model import Node

NATIONAL = ("ministry", "parliament", "police", "army", "general_staff", "supreme", "navy", "air_force")


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Folded names, country, types, and the words that tell it from others of its type."""
    place = text(node, "country")
    types = tuple(sorted({renamed(place, s, around.facts.article.published) for s in sorts(node)}))
    names = tuple(sorted({fold(n) for n in (node.name, *node.aliases)}))
    return {"names": names, "country": (place,) if place else (), "types": types, "rest": leftover(node)}


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """agency:VN:ministry/interior where the type is known, else agency:VN:the-name, else agency:the-name."""
    plain = any(t.startswith(NATIONAL) for t in found["types"])
    special = "" if plain else "-".join(found["rest"])[:60]
    what = found["types"][0] + (f":{special}" if special else "") if found["types"] else slug(name)
    return ":".join(["agency", *found["country"], what])


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Country and type, country and folded name."""
    place = "".join(found["country"])
    return frozenset(
        {f"type={place}:{t.partition('+')[0]}" for t in found["types"]} | {f"name={place}:{n}" for n in found["names"]}
    )


def compare(a: Profile, b: Profile) -> Score:
    """Country first, then type, then the words that are left, then names."""
    place, other = "".join(a.get("country")), "".join(b.get("country"))
    if place != other:
        return Score(0.0, "different", (f"of {place or 'no country'} and of {other or 'no country'}",))
    where = f"of {place}" if place else "multilateral"
    shared = set(a.get("names")) & set(b.get("names"))
    types, others = set(a.get("types")), set(b.get("types"))
    special, its = set(a.get("rest")), set(b.get("rest"))
    fitting = sorted(t for t in types if any(_fits(t, o) for o in others))
    if fitting:
        return _same_type(fitting[0], where, place, special, its, bool(shared))
    if types and others:
        return Score(0.1, "different", (f"both {where}", f"types {min(types)} and {min(others)}"))
    if shared:
        return Score(0.95, "same", (f"both {where}", f"same name {min(shared)!r}"))
    return Score(0.2, "different", (f"both {where}", "no name and no type in common"))


def _fits(a: str, b: str) -> bool:
    """The same type, or the same head with fewer fields: a report may name one of two."""
    (head, _, fields), (other, _, theirs) = a.partition("/"), b.partition("/")
    mine, its = set(fields.split("+")), set(theirs.split("+"))
    return a == b or (head == other and (mine < its or its < mine) and "" not in mine | its)


def _same_type(kind: str, where: str, place: str, special: set[str], its: set[str], named: bool) -> Score:
    reason = f"both {where} and of the type {kind}"
    if special - its and its - special and not named:
        told = f"told apart by {' '.join(sorted(special))!r} and {' '.join(sorted(its))!r}"
        return Score(0.3, "different", (reason, told))
    if not place and kind not in named_bodies().meaning.values():
        return Score(0.4, "unsure", (reason, "but no country is known"), apart=True)
    if bool(special) != bool(its) and not named and not kind.startswith(NATIONAL):
        return Score(0.6, "unsure", (reason, f"one is told by {' '.join(sorted(special | its))!r}"), apart=True)
    return Score(1.0 if not special ^ its else 0.95, "same", (reason,))
