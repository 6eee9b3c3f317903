"""What the loader knows of files: seeds/reading.yaml, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.errors import DataError
from loaders.language.data import read_yaml
from loaders.language.pack import languages


@lru_cache(maxsize=1)
def reading() -> Mapping[str, Any]:
    """The data of seeds/reading.yaml."""
    data = read_yaml("reading.yaml")
    if not isinstance(data, Mapping):
        raise DataError("seeds/reading.yaml is not a mapping: see the comment at its head")
    return data


def words(slot: str) -> Sequence[str]:
    """The words of one list of seeds/reading.yaml, in lower case."""
    return [str(w).lower() for w in reading()[slot]]


@lru_cache(maxsize=1)
def language_files() -> Mapping[str, Mapping[str, Any]]:
    """The language files of seeds/languages by code."""
    return {code: read_yaml(f"languages/{code}.yaml") for code in languages()}
