"""What an agency is, whatever language its name is in: its country and its type, else its own name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.around import text
from graph.identity.fold import fold, tokens
from graph.identity.lexicon import agency_words, alike_sorts, named_bodies, named_types, without_country
from graph.model import Node

SOLE_BODIES = frozenset({"police", "army", "armies", "navy", "parliament", "embassy", "guard", "gendarmerie"})
"""Bodies of which a name may consist without a field ("Vietnamese police")."""


@dataclass(frozen=True, slots=True)
class Body:
    """A type that is the same in all languages (empty where none was understood) and the words that are left over."""

    sort: str
    rest: tuple[str, ...]


@lru_cache(maxsize=65536)
def understood(name: str, country: str) -> Body:
    """What the words of an agency's name say, the words of its country left aside."""
    words = [w for w in without_country(tokens(name), country) if len(w) > 1]
    whole = named_bodies().meaning.get(tuple(tokens(name)))
    if whole and not country:
        return Body(whole, ())
    if own := named_types().get((country, tokens(name))):
        return Body(own, ())
    found, rest = agency_words().split(words)
    whole_types = [f[5:] for f in found if f.startswith("type:")]
    left = tuple(sorted(set(rest)))
    heads = [f[5:] for f in found if f.startswith("body:") and " " not in f]
    if whole_types:
        within = f"{heads[0]}/{whole_types[0]}" if heads else ""
        return Body(within if within in alike_sorts() else whole_types[0], left)
    both = [f.partition(" ")[0][5:] for f in found if " " in f]
    fields = [f.rpartition("field:")[2] for f in found if "field:" in f]
    if heads and fields:
        return Body(f"{heads[0]}/{'+'.join(sorted(set(fields)))}", left)
    head = next(iter(heads or both), "")
    return Body(head if head in SOLE_BODIES and not left else "", left)


def sorts(node: Node) -> tuple[str, ...]:
    """The types of an agency: what the reader found, else what its names say."""
    own = {named_bodies().meaning.get(tokens(n), "") for n in (node.name, *node.aliases)} - {""}
    if own and not text(node, "country"):
        return tuple(sorted(own))
    told = text(node, "kind")
    found = {told} if told else {understood(n, text(node, "country")).sort for n in (node.name, *node.aliases)}
    return tuple(sorted({alike_sorts().get(sort, sort) for sort in found - {""}}))


def leftover(node: Node) -> tuple[str, ...]:
    """The words that no name of the agency can do without: a province, a department's subject."""
    several = [set(understood(n, text(node, "country")).rest) for n in (node.name, *node.aliases)]
    return tuple(sorted(set.intersection(*several)))


def body(node: Node) -> str:
    """An agency or country in one word: "VN" or "VN/ministry/public_security", "/interpol", "VN/=some name"."""
    if node.label == "Country":
        return text(node, "iso2")
    found = sorts(node)
    return f"{text(node, 'country')}/{found[0] if found else '=' + fold(node.name)}"


def country(body: str) -> str:
    """The country of a body, empty for a multilateral one."""
    return body.partition("/")[0]


def countries(bodies: Iterable[str]) -> tuple[str, ...]:
    """The countries of bodies, sorted."""
    return tuple(sorted({country(b) for b in bodies} - {""}))
