"""One door to the comparisons of all kinds of node."""

from __future__ import annotations

from graph.identity.profiling import KINDS
from graph.identity.values import Profile, Score


def compare(a: Profile, b: Profile) -> Score:
    """How likely two profiles are the same thing, what follows, and why; symmetric in its arguments.

    It looks at what mentions of one signature have in common, never at the single mention.
    """
    if a.label != b.label:
        kinds = " and ".join(sorted((a.label, b.label)))
        return Score(0.0, "different", (f"of two kinds: {kinds}",))
    if a.signature.partition("@")[0] == b.signature.partition("@")[0]:
        return Score(1.0, "same", ("told alike in every respect",))
    if a.stem in b.rivals or b.stem in a.rivals:
        return Score(0.0, "different", ("an article that speaks of both tells them apart",))
    first, second = sorted((a, b), key=lambda p: p.stem)
    return KINDS[a.label].compare(first, second)
