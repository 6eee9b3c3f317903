"""One office that several hold: "the ministers of A, X, and of B, Y", "the Peruvian and Chilean ministers X and Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.language.values import replace
from loaders.mentions.agencies.places import nation, palace
from loaders.mentions.beyond import over_connector
from loaders.mentions.hosts import nations_at
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention


def with_ellipses(reading: Reading, titles: list[TitleMention]) -> list[TitleMention]:
    """The titles, and those that only name another country or field: "and of Ecuador", "et celui du Soudan"."""
    out: list[TitleMention] = []
    starts = {t.i for t in titles}
    joiners = reading.pack.words("and") | {","}
    for title in titles:
        out.append(title)
        if title.holds_for == "none" or title.several:
            continue
        last = min(reading.last_of(title.i), title.j + 40)
        k, reach = title.j + 2, 18
        if not reading.says(k, min(last, title.j + reach), joiners):
            continue
        while k < last and k - out[-1].j < reach and k not in starts:
            found = _ellipsis(reading, title, k, last) if reading.norm(k) in joiners else None
            if found:
                out.append(found)
                k = found.j + 1
            k += 1
    return out


def _ellipsis(reading: Reading, title: TitleMention, k: int, last: int) -> TitleMention | None:
    """An office left out behind the "and" or comma at k: another country of the same office, or another field."""
    pack = reading.pack
    n = k + 1
    while (
        n < last and n - k < 3 and (reading.norm(n) in pack.words("and") or reading.norm(n) in pack.words("ellipses"))
    ):
        n += 1
    said = any(reading.norm(m) in pack.words("ellipses") for m in range(k + 1, n))
    if not said and not title.plural:
        return None
    m = over_connector(reading, n, last)
    connected = m is not None and m > n
    m = n if m is None else m
    place = reading.hit(m, "country", "weak_country") or palace(reading.hit(m, "agency"))
    if place and (connected or reading.norm(place.j) == ",") and title.country not in (None, place.entry.key):
        agency = title.agency
        if agency is not None and not agency.multilateral:
            agency = replace(agency, i=n, j=place.j, country=place.entry.key, derived=reading.slice(n, place.j))
        return replace(title, i=n, j=place.j, agency=agency, country=place.entry.key, plural=False, above=None)
    return _other_field(reading, title, n, m) if connected else None


def _other_field(reading: Reading, title: TitleMention, n: int, m: int) -> TitleMention | None:
    """The same office over another field: "Commissioners for Justice X and for Home Affairs Y"."""
    word = reading.hit(m, "field")
    agency = title.agency
    if word is None or agency is None or not (reading.tokens[m].cap or title.plural):
        return None
    if agency.multilateral and agency.derived:
        return replace(title, i=n, j=word.j, agency=replace(agency, i=n, j=word.j), plural=False)
    if "/" not in agency.kind:
        return None
    body = agency.kind.partition("/")[0]
    head = reading.pack.bodies.get(body, body)
    head = head.capitalize() if reading.pack.get("prefixed") else head
    core = f"{head} {reading.slice(n, word.j)}"
    kind = f"{body}/{word.entry.key}"
    k = over_connector(reading, word.j, reading.last_of(n))
    place = nation(reading, k) if k is not None and k > word.j else None
    country, end = (place.entry.key, place.j) if place else (agency.country, word.j)
    said = reading.slice(n, word.j)
    own = replace(agency, i=n, j=word.j, kind=kind, core=core, derived=said, fields=(word.entry.key,), country=country)
    return replace(title, i=n, j=end, agency=own, country=country, plural=False, above=None)


def share(reading: Reading, names: list[NameMention], titles: list[TitleMention]) -> list[NameMention]:
    """Names in a row, each given its part of the office that stands once before or behind them."""
    out = _offices_behind(reading, list(names), {t.i: t for t in titles})
    for n, name in enumerate(names):
        before = next((t for t in name.before if t.several or t.plural), None)
        after = next((t for t in name.after if t.several or t.plural), None)
        if before:
            row = _row(reading, names, n, 1, before.counterpart)
            _deal(out, row, _respectively(reading, before, names[row[-1]], len(row)), "before", before)
        elif after:
            _deal(out, _row(reading, names, n, -1, after.counterpart)[::-1], after, "after", after)
    return out


def _offices_behind(
    reading: Reading, names: list[NameMention], starts: Mapping[int, TitleMention]
) -> list[NameMention]:
    """Names whose offices follow in the same order: "A and B, respectively minister of X and director of Y,"."""
    said, pack = reading.pack.words("respectively"), reading.pack
    for n, name in enumerate(names):
        k = name.j + (reading.norm(name.j) == ",")
        if reading.norm(k) not in said:
            continue
        found: list[TitleMention] = []
        k += 1
        while k < reading.last_of(name.i):
            while reading.norm(k) in pack.words("the") | pack.words("and") | {",", "'"} or reading.hit(k, "rank"):
                k += 1
            title = starts.get(k)
            if title is None or title.holds_for == "none":
                break
            found.append(title)
            k = title.j
        row = _row(reading, names, n, -1, False)[::-1]
        if len(row) == len(found) > 1:
            for number, title in zip(row, found, strict=True):
                rest = tuple(t for t in names[number].after if t not in found)
                names[number] = replace(names[number], vouched=3, before=(*names[number].before, title), after=rest)
    return names


def _respectively(reading: Reading, title: TitleMention, name: NameMention, size: int) -> TitleMention:
    """The office with the countries that follow the names: "homologues X et Y, respectivement du Mali …"."""
    if title.several or size < 2:
        return title
    k = name.j
    said = False
    while k < name.j + 3 and (reading.norm(k) == "," or reading.norm(k) in reading.pack.words("respectively")):
        said = said or reading.norm(k) != ","
        k += 1
    n = over_connector(reading, k, reading.last_of(name.i))
    countries, end = nations_at(reading, n, reading.last_of(name.i)) if n is not None and n > k else ((), k)
    said = said or any(reading.norm(m) in reading.pack.words("respectively") for m in range(end, end + 2))
    if not said or len(countries) != size:
        return title
    parts = tuple(
        replace(title, country=c, agency=replace(title.agency, country=c) if title.agency is not None else None)
        for c in countries
    )
    return replace(title, several=parts)


def _row(reading: Reading, names: Sequence[NameMention], n: int, step: int, counterpart: bool) -> list[int]:
    """The numbers of the names that stand in one list with the n-th, before it or behind it."""
    row = [n]
    while 0 <= row[-1] + step < len(names):
        here, there = names[row[-1]], names[row[-1] + step]
        left, right = (here, there) if step > 0 else (there, here)
        end = max([left.j, *(t.j for t in left.after)])
        own = there.before if step > 0 else there.after
        if (own and not counterpart) or not _listed(reading, end, right.start):
            break
        row.append(row[-1] + step)
    return row


def _listed(reading: Reading, i: int, j: int) -> bool:
    """Whether nothing but a comma, "and" or an article lies between tokens i and j."""
    pack = reading.pack
    words = pack.words("and") | pack.words("the") | {","}
    return (
        0 < j - i <= 3
        and reading.sentence_at[i - 1] == reading.sentence_at[j]
        and all(t.norm in words for t in reading.tokens[i:j])
    )


def _deal(out: list[NameMention], row: list[int], title: TitleMention, where: str, said: TitleMention) -> None:
    """Give each of a row its own of the several offices; where the numbers differ, nobody's country is told."""
    if len(row) == 1 and not title.several:
        return
    if not title.several:
        parts = tuple(_copy(title) for _ in row)
    elif len(title.several) == len(row):
        parts = title.several
    else:
        parts = tuple(_unplaced(title) for _ in row)
    for number, part in zip(row, parts, strict=True):
        name = out[number]
        kept = tuple(t for t in (name.before if where == "before" else name.after) if t is not said)
        held = (*kept, part)
        own = replace(name, vouched=3) if name.j - name.i > 1 else name
        out[number] = replace(own, before=held) if where == "before" else replace(own, after=held)


def _copy(title: TitleMention) -> TitleMention:
    """The same office for one more: its body may be another country's."""
    return replace(title, agency=replace(title.agency) if title.agency is not None else None)


def _unplaced(title: TitleMention) -> TitleMention:
    agency = title.agency
    own = replace(agency, country=None) if agency is not None and not agency.multilateral else agency
    return replace(title, country=None, agency=own, several=())
