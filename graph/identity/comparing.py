"""One door to the comparisons of all kinds of node."""

from __future__ import annotations

from graph.identity.profiling import KINDS
from graph.identity.values import Profile, Score


def compare(a: Profile, b: Profile) -> Score:
    """How likely two profiles are the same thing, what follows, and why; symmetric in its arguments."""
    if a.label != b.label:
        return Score(0.0, "different", (f"a {a.label.lower()} and a {b.label.lower()}",))
    first, second = sorted((a, b), key=lambda p: (p.signature, p.mention))
    if first.mention[0] == second.mention[0] and first.mention != second.mention:
        return Score(0.0, "different", (f"the article {first.mention[0]} tells them apart",))
    return KINDS[a.label].compare(first, second)
