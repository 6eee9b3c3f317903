"""From files to a store: read, extract in any number of processes, load one transaction an article."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import CommuniqueError, InputError
from graph.model import Article, Facts, PartialDate
from graph.stores import Outcome, Store

_AHEAD = 8


@dataclass
class Loaded:
    """What became of a batch: the keys of articles by outcome, and an error for each input that failed."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)

    def note(self, outcome: Outcome, key: str) -> None:
        """Count one article."""
        {"added": self.added, "replaced": self.replaced, "unchanged": self.unchanged}[outcome].append(key)


def read_articles(paths: Iterable[Path]) -> Iterator[Article | InputError]:
    """The articles of files and folders, in order; an InputError in place of each that cannot be read.

    Each article's ``extra`` has the name of its file under "file".
    """
    from loaders.read import read_articles as read_file
    from loaders.read.files import find_files

    for path in paths:
        base = path if path.is_dir() else path.parent
        for file in find_files(path):
            if isinstance(file, InputError):
                yield file
                continue
            for article in read_file(file, base):
                yield article if isinstance(article, InputError) else _named(article, file)


def _named(article: Article, file: Path) -> Article:
    return replace(article, extra={**article.extra, "file": file.name})


def extract_all(articles: Iterable[Article | InputError], jobs: int = 1) -> Iterator[Facts | InputError]:
    """Facts of each article in their order, in ``jobs`` processes; an InputError in place of each that fails."""
    if jobs <= 1:
        for article in articles:
            yield article if isinstance(article, InputError) else _extract(article)
        return
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[Facts | InputError] | InputError] = deque()
        for article in articles:
            waiting.append(article if isinstance(article, InputError) else pool.submit(_extract, article))
            if len(waiting) > jobs * _AHEAD:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def gold_articles(gold: Path, texts: Path, only: str = "") -> Iterator[Article | InputError]:
    """The texts that gold files speak of (ID.txt or ID.* in a folder), in the gold's language and of its date.

    The key of each is the gold's id, so that its extraction bears the gold file's name.
    """
    from loaders.read import read_articles as read_path

    for file in sorted(gold.glob(f"{only}*.json")):
        found = next(iter(sorted(texts.glob(f"{file.stem}.*"))), None)
        if found is None:
            yield InputError(f"{texts} has no text for {file.name}: expected {file.stem}.txt")
            continue
        facts = json.loads(file.read_text("utf-8"))
        date = facts.get("published")
        for article in read_path(found):
            if isinstance(article, Article):
                published = PartialDate.parse(date) if date else article.published
                language = facts.get("lang") or article.language
                article = replace(article, key=file.stem, language=language, published=published)
            yield article


def load(
    store: Store,
    found: Iterable[Facts | InputError],
    told: Callable[[Facts | InputError], None] = lambda _: None,
) -> Loaded:
    """Load facts one transaction each; what fails is noted and the rest goes on. ``told`` hears of each in turn.

    Two inputs that claim one key with different texts are no correction of each other: the first stays.
    """
    loaded = Loaded()
    seen: set[str] = set()
    for facts in found:
        told(facts)
        try:
            if isinstance(facts, InputError):
                raise facts
            key = facts.article.key
            if key in seen and store.facts(key) != facts:
                raise InputError(
                    f"{key}: a second input of this load has the same key and says otherwise; the first was kept: "
                    "give one of them another url in its front matter"
                )
            loaded.note(store.load(facts), key)
            seen.add(key)
        except InputError as exc:
            loaded.failed.append(exc)
    return loaded


def _extract(article: Article) -> Facts | InputError:
    """Facts, or why there are none: one article never stops the others."""
    from loaders import extract

    try:
        return extract(article)
    except InputError as exc:
        return exc
    except CommuniqueError:
        raise
    except Exception as exc:
        return InputError(f"{article.key}: the reader failed ({type(exc).__name__}: {exc}): please report this article")


def _result(waiting: Future[Facts | InputError] | InputError) -> Facts | InputError:
    return waiting if isinstance(waiting, InputError) else waiting.result()
