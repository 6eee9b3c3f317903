"""Which of several values is shown: the rules that seeds/schema.yaml names, each a pure function of counted values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.errors import InputError
from graph.model import PartialDate, Value
from graph.schema import Property, Shown


@dataclass(frozen=True, slots=True)
class Count:
    """How many independent sources give a value, the dates of the first and the last article that does, and the first.

    ``article`` is the key of that first article; a store may leave it empty but for graph.schema.LIVES.
    """

    sources: int
    first: str = ""
    last: str = ""
    article: str = ""


Counts = Mapping[Value, Count]


def choose(counts: Counts, rule: Shown = "most", values: tuple[str, ...] = ()) -> Value:
    """The value to show; the same for the same counts, whatever their order. ``values`` rank for "furthest"."""
    return ranked(counts, rule, values)[0]


def ranked(counts: Counts, rule: Shown = "most", values: tuple[str, ...] = ()) -> list[Value]:
    """All values, the one to show first; ties go to the latest article, then to the lesser value."""
    if len(counts) == 1:
        return list(counts)
    support = {value: _support(value, counts) if rule == "finest" else count.sources for value, count in counts.items()}
    ordered = sorted(counts, key=repr)
    ordered.sort(key=lambda v: (support[v], _fineness(v, rule), counts[v].sources, counts[v].last), reverse=True)
    if rule == "latest":
        ordered.sort(key=lambda v: counts[v].last, reverse=True)
    if rule == "furthest":
        ordered.sort(key=lambda v: values.index(v) if isinstance(v, str) and v in values else -1, reverse=True)
    return ordered


def differs(shown: Value, counts: Counts, rule: Shown) -> bool:
    """Whether articles contradict each other: a life that moved on (latest, furthest) is no contradiction."""
    if len(counts) == 1:
        return False
    if rule == "finest":
        return any(not _agree(shown, value) for value in counts)
    return rule == "most" and len(counts) > 1


def shown_properties(
    counted: Mapping[str, Counts], known: Mapping[str, Property]
) -> tuple[dict[str, Value], list[str]]:
    """One value for each property by its rule, in the schema's order; the names of those articles differ on."""
    shown: dict[str, Value] = {}
    differing = []
    for name in _in_order(counted, known):
        rule, values = (known[name].shown, known[name].values) if name in known else ("most", ())
        shown[name] = choose(counted[name], rule, values)
        if differs(shown[name], counted[name], rule):
            differing.append(name)
    return shown, differing


def _in_order(names: Iterable[str], known: Mapping[str, Property]) -> list[str]:
    order = list(known)
    return sorted(names, key=lambda n: (order.index(n) if n in known else len(order), n))


def _support(value: Value, counts: Counts) -> int:
    return sum(count.sources for other, count in counts.items() if _contains(other, value))


def _contains(coarse: Value, fine: Value) -> bool:
    """Whether one date's words hold the other: 2024-11 holds 2024-11-22."""
    return coarse == fine or (isinstance(coarse, str) and isinstance(fine, str) and fine.startswith(coarse + "-"))


def _fineness(value: Value, rule: Shown) -> int:
    return len(value) if rule == "finest" and isinstance(value, str) else 0


def _agree(left: Value, right: Value) -> bool:
    try:
        return PartialDate.parse(str(left)).agrees(PartialDate.parse(str(right)))
    except InputError:
        return left == right
