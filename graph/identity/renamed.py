"""Bodies that changed their name or type: seeds/entities/renamed.yaml."""

from __future__ import annotations

from functools import lru_cache

from graph.errors import DataError
from graph.identity.lexicon import table
from graph.model import PartialDate


def renamed(country: str, sort: str, published: PartialDate | None) -> str:
    """The type under which a body is kept, if an article of this date can mean it by this one.

    A report that comes later than the last day of the old name means another body; an undated one is given the benefit.
    """
    for was, now, until in _changes().get(country, ()):
        if sort == was and (published is None or published.start <= until.start):
            return now
    return sort


@lru_cache(maxsize=1)
def _changes() -> dict[str, tuple[tuple[str, str, PartialDate], ...]]:
    found: dict[str, tuple[tuple[str, str, PartialDate], ...]] = {}
    for entry in table("renamed")["bodies"]:
        try:
            change = entry["was"], entry["now"], PartialDate.parse(str(entry["until"]))
            found_in = str(entry["source"]).strip()
        except KeyError as exc:
            raise DataError(
                f"seeds/entities/renamed.yaml: {entry} lacks {exc}: each has country, was, now, until, source"
            ) from exc
        if not found_in:
            raise DataError(f"seeds/entities/renamed.yaml: {entry} names no source: expected where the change is told")
        found[entry["country"]] = (*found.get(entry["country"], ()), change)
    return found
