"""One extraction an article, as `communique extract` writes it, each node with the key of the node it became."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.model import Article, facts_to_json
from graph.stores import Store

_AWKWARD = re.compile(r"[^\w.-]+")
_LENGTH = 100


def write(store: Store, out: Path) -> list[Path]:
    """STEM.json for every article, where STEM is the name of the file that it was loaded from."""
    written = []
    articles = list(store.articles())
    for article, name in stems(articles):
        found = facts_to_json(store.facts(article.key), store.canonical(article.key))
        path = out / f"{name}.json"
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        written.append(path)
    return written


def stems(articles: Iterable[Article]) -> Iterator[tuple[Article, str]]:
    """Each article with a file name of its own; where two want one name, the later gets a number."""
    taken: set[str] = set()
    for article in articles:
        wanted = name = stem(article)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name.casefold())
        yield article, name


def stem(article: Article) -> str:
    """The name of the article's file without its ending; without a file, its key in letters that any disk takes."""
    source = article.extra.get("file") or article.key
    last = Path(source).stem if not source.startswith(("http://", "https://")) else source.partition("://")[2]
    return _AWKWARD.sub("-", last).strip(".-")[:_LENGTH] or "article"
