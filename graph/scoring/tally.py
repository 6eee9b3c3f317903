"""Counts by kind, and the figures that follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

KINDS = (
    "people",
    "agencies",
    "countries",
    "agreements",
    "agreement status",
    "meetings",
    "meeting date",
    "meeting country",
    "REPRESENTS",
    "ATTENDED",
    "CO_CHAIRED",
    "SIGNED",
)
CORE = tuple(k for k in KINDS if k not in ("agreement status", "meeting date", "meeting country"))


@dataclass(frozen=True, slots=True)
class Row:
    """What gold has of a kind, what was found, what of it is right, and precision, recall and F1 to three places."""

    gold: int
    found: int
    hit: int
    precision: float
    recall: float
    f1: float


@dataclass
class Tally:
    """Counts of hits, finds and gold by kind, and notes of what was missed and what is extra."""

    hit: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    gold: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, gold: Set[Any], found: Set[Any], neutral: Set[Any] = frozenset()) -> None:
        """Count one article's items; what is neutral and not gold is not held against the finds."""
        self.hit[kind] += len(gold & found)
        self.gold[kind] += len(gold)
        self.found[kind] += len(found - (neutral - gold))

    def row(self, kind: str) -> Row:
        """The figures of one kind."""
        precision = self.hit[kind] / self.found[kind] if self.found[kind] else 0.0
        recall = self.hit[kind] / self.gold[kind] if self.gold[kind] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        figures = round(precision, 3), round(recall, 3), round(f1, 3)
        return Row(self.gold[kind], self.found[kind], self.hit[kind], *figures)

    def macro(self) -> float:
        """The mean F1 of the core kinds that gold has."""
        f1 = [self.row(k).f1 for k in CORE if self.row(k).gold]
        return round(sum(f1) / len(f1), 3) if f1 else 0.0
