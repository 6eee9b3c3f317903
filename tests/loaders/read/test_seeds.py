"""The articles that come with the project, as they are read."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from graph.model import Article
from loaders.read import read_articles

SEEDS = Path(str(files("seeds")))


def test_every_seed_article_is_read_with_what_its_text_states() -> None:
    found = [a for a in read_articles(SEEDS / "articles") if isinstance(a, Article)]
    stated = {a.key[:3]: (a.language, a.publisher, str(a.published) if a.published else None) for a in found}
    assert stated == {
        "000": ("vi", "PLO", "2025-06-18"),
        "001": ("vi", "cand.com.vn", "2024-11-22"),
        "002": ("vi", "PLO", "2025-04-09"),
        "003": ("vi", None, None),
        "004": ("fr", "VNA/CVN", None),
    }
    assert all(a.title and a.text.startswith(a.title) for a in found)


def test_every_seed_article_has_its_gold_and_the_same_date() -> None:
    gold = {p.stem: json.loads(p.read_text("utf-8")) for p in (SEEDS / "gold").glob("*.json")}
    for article in read_articles(SEEDS / "articles"):
        assert isinstance(article, Article)
        facts = gold.pop(Path(article.key).stem)
        assert (str(article.published) if article.published else None) == facts["published"]
        assert article.language == facts["lang"]
    assert not gold
