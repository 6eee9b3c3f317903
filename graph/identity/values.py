"""The values of identity: what is known of a mention (Profile) and how two compare (Score)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Mention = tuple[str, str]
Outcome = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article says of one node, reduced to what identity is judged by.

    ``mention`` is (article key, local id). ``blocks`` are the keys under which it is looked up: two profiles that
    share none are never compared. ``slug`` is the store key it would have alone. ``signature`` is equal for mentions
    that identity cannot tell apart, in whatever article: they always share a fate (unless a verdict names one), so a
    store needs to compare one of them only. ``rivals`` are the signatures' stems of similar nodes of the same
    article, which the article itself tells apart.
    """

    mention: Mention
    label: str
    name: str
    features: Mapping[str, tuple[str, ...]]
    blocks: frozenset[str]
    slug: str
    stem: str
    signature: str
    rivals: frozenset[str] = field(default_factory=frozenset)

    def get(self, feature: str) -> tuple[str, ...]:
        """The values of one feature, empty where nothing is known."""
        return self.features.get(feature, ())


@dataclass(frozen=True, slots=True)
class Score:
    """How two profiles compare: 0 to 1, what follows from it, and a sentence for every feature that spoke."""

    value: float
    verdict: Outcome
    reasons: tuple[str, ...] = ()
