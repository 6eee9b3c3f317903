"""A folder of gold files against a folder of extractions of the same names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.scoring.edges import score_edges
from graph.scoring.nodes import Sheet, score_nodes
from graph.scoring.tally import KINDS, Row, Tally
from graph.scoring.words import Item

_EMPTY: Item = {"nodes": [], "edges": []}


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures by kind, the mean F1 of the core kinds, and what was missed or extra, article by article."""

    articles: int
    macro_f1: float
    rows: Mapping[str, Row]
    notes: tuple[str, ...]


def score_folders(gold: Path, extracted: Path, only: str = "") -> Scores:
    """Score every gold file (whose name starts with ``only``); one without an extraction counts as all missed."""
    files = [f for f in sorted(gold.glob("*.json")) if f.stem.startswith(only)]
    if not files:
        raise InputError(f"{gold} has no gold files: expected NAME.json of the form in seeds/gold/README.md")
    if not extracted.is_dir():
        raise InputError(f"{extracted} is no folder: expected extractions, as `communique extract --out` writes them")
    tally = Tally()
    for file in files:
        found = extracted / file.name
        score_article(_read(file), _read(found) if found.exists() else _EMPTY, tally)
    return Scores(len(files), tally.macro(), {k: tally.row(k) for k in KINDS}, tuple(tally.notes))


def score_article(gold: Item, found: Item, tally: Tally) -> dict[str, str]:
    """Add one article's counts; for each found node its gold id, or "?" and its own id where it is none."""
    sheet = Sheet(gold, found, tally)
    try:
        score_nodes(sheet)
        score_edges(sheet)
    except KeyError as exc:
        raise InputError(f"gold {gold.get('id')!r} or its extraction has no field {exc}") from exc
    return sheet.ref


def _read(path: Path) -> Item:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as exc:
        raise InputError(f"{path} is no JSON file ({exc}): expected gold facts or an extraction") from exc
    if not isinstance(data, dict):
        raise InputError(f"{path} holds no JSON object: expected gold facts or an extraction")
    return data
