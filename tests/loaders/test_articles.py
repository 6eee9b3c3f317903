"""Whole articles read and scored: those of tests/loaders/articles (facts invented, style true) and the seed corpus.

The floors are what the reader reached when they were set; a run below one fails, so that quality cannot fall unseen.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.model import Article, Facts, facts_to_json
from graph.scoring import Scores, score_folders
from loaders import extract
from loaders.read import read_articles

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLOORS = {
    "people": 0.95,
    "agencies": 0.9,
    "countries": 0.95,
    "agreements": 0.9,
    "meetings": 0.85,
    "REPRESENTS": 0.85,
    "ATTENDED": 0.85,
    "CO_CHAIRED": 1.0,
    "SIGNED": 0.85,
}


def _extract_all(folder: Path) -> list[Facts]:
    out = []
    for article in read_articles(folder):
        if isinstance(article, Article):
            out.append(extract(article))
    assert out, f"no articles in {folder}"
    return out


def _score(gold: Path, texts: Path, out: Path) -> Scores:
    for facts in _extract_all(texts):
        (out / f"{Path(facts.article.key).stem}.json").write_text(json.dumps(facts_to_json(facts)), "utf-8")
    return score_folders(gold, out)


@pytest.mark.parametrize(
    ("gold", "texts", "floor"),
    [(HERE / "articles", HERE / "articles", 0.93), (SEEDS / "gold", SEEDS / "articles", 0.97)],
    ids=["invented", "seeds"],
)
def test_reader_keeps_its_quality(gold: Path, texts: Path, floor: float, tmp_path: Path) -> None:
    if gold == texts:  # read_articles takes JSON files for articles: give it the texts alone
        texts = tmp_path / "texts"
        texts.mkdir()
        for file in gold.glob("*.txt"):
            (texts / file.name).write_bytes(file.read_bytes())
    out = tmp_path / "out"
    out.mkdir()
    scores = _score(gold, texts, out)
    told = "\n".join(scores.notes)
    assert scores.macro_f1 >= floor, told
    low = {k: scores.rows[k].f1 for k, f in FLOORS.items() if scores.rows[k].gold and scores.rows[k].f1 < f}
    assert not low, f"{low}\n{told}"


@pytest.mark.parametrize("folder", [HERE / "articles", SEEDS / "articles"], ids=["invented", "seeds"])
def test_every_quote_stands_in_the_text(folder: Path) -> None:
    for facts in _extract_all_texts(folder):
        text = facts.article.text
        for item in (*facts.nodes, *facts.edges):
            assert item.evidence, item
            for e in item.evidence:
                assert text[e.start : e.end] == e.quote
                assert e.article == facts.article.key
                assert 0 < e.confidence <= 1


def _extract_all_texts(folder: Path) -> list[Facts]:
    found = [a for file in sorted(folder.glob("*.txt")) for a in read_articles(file)]
    return [extract(a) for a in found if isinstance(a, Article)]


def test_reading_is_a_pure_function() -> None:
    for file in sorted((SEEDS / "articles").glob("*.txt")):
        (article,) = read_articles(file)
        assert isinstance(article, Article)
        assert facts_to_json(extract(article)) == facts_to_json(extract(article))
