"""Names as sets of folded words, the way the scorer compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from graph.errors import DataError

Item = Mapping[str, Any]
_SECTIONS = ("honorifics", "small_words", "membership_organs")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9Ѐ-ӿ一-鿿]+")


@cache
def word_list(section: str) -> frozenset[str]:
    """One list of seeds/scoring.yaml."""
    data = yaml.safe_load(resources.files("seeds").joinpath("scoring.yaml").read_text("utf-8"))
    if not isinstance(data, dict) or not all(isinstance(w, str) for s in _SECTIONS for w in data.get(s) or [None]):
        raise DataError(f"seeds/scoring.yaml: expected lists of words under {', '.join(_SECTIONS)}")
    return frozenset(data[section])


def fold(text: str) -> str:
    """Lower case without diacritics, words apart by single spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    return _BETWEEN_WORDS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip()


def words(name: str, without: str) -> frozenset[str]:
    """A name's words but those of the list."""
    return frozenset(fold(name).split()) - word_list(without)


def names(item: Item) -> list[str]:
    """The name and the aliases that are there."""
    return [n for n in (item.get("name"), *(item.get("aliases") or ())) if n]


def is_membership_organ(item: Item) -> bool:
    """Whether this is a party organ that texts name for a membership."""
    return any(fold(n) in word_list("membership_organs") for n in names(item))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over all words (Jaccard)."""
    return len(a & b) / len(a | b) if a | b else 0.0
