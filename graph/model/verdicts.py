"""A person's word on identity; a store keeps every one of them and derives what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["same", "distinct"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """That two mentions are the same thing, or are not.

    A mention is ``(article key, id in that article's Facts)``: it outlives reloads and never depends on how nodes
    were merged. ``at`` is an ISO 8601 time, ``by`` and ``why`` the person's own words.
    """

    kind: Kind
    left: tuple[str, str]
    right: tuple[str, str]
    by: str
    at: str
    why: str = ""
