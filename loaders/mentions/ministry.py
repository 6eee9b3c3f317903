"""What a minister is in charge of behind the office: fields or a portfolio, and the country it is held for."""

from __future__ import annotations

from loaders.language.values import replace
from loaders.mentions.agencies.places import nation
from loaders.mentions.beyond import Right, over_connector
from loaders.mentions.hosts import adjectives, nations_at
from loaders.mentions.portfolio import portfolio_end
from loaders.mentions.reading import Hit, Reading


def fields_of(reading: Reading, word: Hit, nations: tuple[str, ...], last: int, plural: bool) -> Right:
    """The fields of a ministry after its minister: the Interior and Public Security, la Justice et des Droits …"""
    pack = reading.pack
    keys, spans = [word.entry.key], [(word.i, word.j)]
    j = word.j
    while j < last:
        extra = reading.hit(j, "modifier")
        if extra and not pack.get("prefixed") and not (pack.get("direct") and nation(reading, j)):
            j = extra.j
            continue
        more = _more(reading, j, last)
        if more is None:
            break
        keys.append(more.entry.key)
        spans.append((more.i, more.j))
        j = more.j
    j = _over_ends(reading, j, last)
    spans[-1] = (spans[-1][0], j)
    return _with_nations(reading, Right(j, None, nations, tuple(keys), tuple(spans)), last, plural)


def portfolio_of(reading: Reading, n: int, last: int, nations: tuple[str, ...], plural: bool) -> Right | None:
    """A ministry in words that no list of fields holds: Minister of Citizen Protection."""
    end = portfolio_end(reading, n, last) if not reading.pack.get("direct") and not plural else None
    if end is None:
        return None
    keys = tuple(h.entry.key for h in reading.phrases(n, end, "field"))
    return _with_nations(reading, Right(end, None, nations, keys, ((n, end),)), last, plural)


def _with_nations(reading: Reading, right: Right, last: int, plural: bool) -> Right:
    """The country behind a ministry's fields: of Cuba, vietnamien, Lào."""
    pack, j = reading.pack, right.j
    if right.countries:
        return right
    found, end = adjectives(reading, j, last, plural)
    if not found and (reading.norm(j) in pack.words("genitive") | pack.words("office_for")):
        k = over_connector(reading, j, last)
        found, end = nations_at(reading, k, last, plural) if k else ((), j)
    return replace(right, j=end if found else j, countries=found)


def _more(reading: Reading, j: int, last: int) -> Hit | None:
    """Another field of the same ministry behind "and" or a comma."""
    pack = reading.pack
    if reading.norm(j) not in pack.words("and") and reading.norm(j) != ",":
        return None
    n = reading.past(j + 1, last, "of", "the")
    more = reading.hit(n, "field") if n < last else None
    if more is None or (not reading.tokens[n].cap and pack.get("prefixed")) or reading.hit(n, "body", "type", "office"):
        return None
    chained = reading.norm(more.j) in pack.words("and") | {","}
    return more if chained or reading.norm(j) != "," else None


def _over_ends(reading: Reading, j: int, last: int) -> int:
    """Behind the words that only round off a field: Defence Affairs, of Defense for Policy."""
    words = reading.pack.words("field_ends")
    abroad = reading.hit(j, "abroad")
    if abroad and abroad.j <= last:
        return abroad.j
    n = j + (reading.norm(j) in reading.pack.words("remit"))
    if n > j and reading.pack.get("prefixed"):  # of Defense | for Homeland Defense and Hemispheric Affairs
        reach = next((k for k in range(n, min(last, n + 8)) if reading.tokens[k].text in ",;("), n)
        plain = all(reading.tokens[k].cap or reading.norm(k) in reading.pack.words("and") for k in range(n, reach))
        if plain and reach > n and reading.norm(reach - 1) in words:
            return reach
    while n < last and reading.tokens[n].cap and reading.norm(n) in words:
        n += 1
        j = n
    return j
