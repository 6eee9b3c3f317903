"""What each article says of one node, value by value: nothing is hidden by what is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.model import Value
from graph.schema import schema
from graph.stores.base import Claim
from graph.stores.choose import ranked
from graph.stores.contribute import AT, Contribution, Origin
from graph.stores.derive import tally


def claims_of(label: str, said: Iterable[tuple[str, Value, Origin]]) -> tuple[Claim, ...]:
    """Claims by property, the shown one first; ``said`` are (property, value, who says so) of one node."""
    origins: dict[tuple[str, Value], set[Origin]] = defaultdict(set)
    for name, value, origin in said:
        if name.endswith(AT):
            continue
        origins[name, value].add(origin)
    lines = [(origin, Contribution({claim}, set())) for claim, found in origins.items() for origin in found]
    known = schema().nodes[label].properties
    out = []
    for name, counts in sorted(tally(lines).counts.items()):
        rule, values = (known[name].shown, known[name].values) if name in known else ("most", ())
        for place, value in enumerate(ranked(counts, rule, values)):
            articles = tuple(sorted(o.article for o in origins[name, value]))
            out.append(Claim(name, value, articles, place == 0 or name == "aliases"))
    return tuple(out)
