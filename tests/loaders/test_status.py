"""Held, planned, cancelled or postponed: at least 95 of 100 sentences are read as they say it, in every language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.model import Article, PartialDate
from loaders import extract

SENTENCES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("status.yaml").read_text(encoding="utf-8")
)
FLOOR = 0.95


def statuses(language: str, text: str) -> list[Any]:
    """The status of every event that the reader finds in a sentence."""
    article = Article("status", text, language=language, published=PartialDate(2024, 6, 5))
    return [n.properties["status"] for n in extract(article).nodes if n.label == "Meeting"]


@pytest.mark.parametrize("language", SENTENCES)
def test_status_is_what_the_sentence_says(language: str) -> None:
    told = [(want, text) for want, texts in SENTENCES[language].items() for text in texts]
    wrong = [f"{want}: {text} -> {found}" for want, text in told if (found := statuses(language, text))[:1] != [want]]
    assert len(wrong) <= len(told) * (1 - FLOOR), "\n".join(wrong)
