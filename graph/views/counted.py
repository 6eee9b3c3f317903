"""How many sources say something, in words."""

from __future__ import annotations


def independent_sources(count: int) -> str:
    """1 independent source, 2 independent sources."""
    return f"{count} independent source{'' if count == 1 else 's'}"
