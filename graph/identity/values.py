"""The values of identity: what is known of a mention (Profile) and how two compare (Score)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Mention = tuple[str, str]
Outcome = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article says of one node, reduced to what identity is judged by.

    ``mention`` is (article key, local id). ``blocks`` are the keys under which it is looked up: two profiles that
    share none are never compared. ``slug`` is the store key it would have alone; of a cluster's slugs that with the
    greatest ``weight`` is taken. ``stem`` is a digest of the features, ``rivals`` are the stems of similar nodes of
    the same article, which the article itself tells apart. ``signature`` is equal for mentions that identity cannot
    tell apart, in whatever article: they share a fate, so a store keeps and compares one of them. A mention that a
    verdict names has a signature of its own (see `touch`).
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
    weight: int = 0

    def get(self, feature: str) -> tuple[str, ...]:
        """The values of one feature, empty where nothing is known."""
        return self.features.get(feature, ())


@dataclass(frozen=True, slots=True)
class Score:
    """How two profiles compare: 0 to 1, what follows from it, and a sentence for every feature that spoke.

    ``apart`` keeps the two apart even where each is linked to a third; what is different always is.
    """

    value: float
    verdict: Outcome
    reasons: tuple[str, ...] = ()
    apart: bool = False


def profile_to_json(p: Profile) -> dict[str, Any]:
    """A profile as a JSON object, for a store's tables."""
    return {
        "mention": list(p.mention),
        "label": p.label,
        "name": p.name,
        "features": {k: list(v) for k, v in p.features.items()},
        "blocks": sorted(p.blocks),
        "slug": p.slug,
        "stem": p.stem,
        "signature": p.signature,
        "rivals": sorted(p.rivals),
        "weight": p.weight,
    }


def profile_from_json(data: Mapping[str, Any]) -> Profile:
    """The profile that `profile_to_json` wrote."""
    return Profile(
        mention=(data["mention"][0], data["mention"][1]),
        label=data["label"],
        name=data["name"],
        features={k: tuple(v) for k, v in data["features"].items()},
        blocks=frozenset(data["blocks"]),
        slug=data["slug"],
        stem=data["stem"],
        signature=data["signature"],
        rivals=frozenset(data["rivals"]),
        weight=data["weight"],
    )
