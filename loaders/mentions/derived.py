"""The body that an office names without its head noun: Defence Minister, son homologue algérien de l'Intérieur."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.language.values import replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.beyond import Right, over_connector
from loaders.mentions.desks import body_of
from loaders.mentions.hosts import adjectives
from loaders.mentions.portfolio import portfolio_end
from loaders.mentions.reading import Hit, Reading


def derived_body(
    reading: Reading, hit: Hit, data: Mapping[str, Any], right: Right, left: tuple[str, ...]
) -> AgencyMention | None:
    """The body that a title names without saying its head noun: Defence Minister -> Defence Ministry."""
    pack = reading.pack
    body, implied = body_of(reading, data), data.get("field")
    if data.get("type"):
        core = _type_name(reading, hit, data)
        return AgencyMention(hit.i, hit.j, data["type"], core=core, derived=reading.slice(hit.i, hit.j))
    if data.get("own") and implied:  # Under Secretary of State for …: a portfolio within the one ministry
        right, left = replace(right, fields=(), field_spans=()), ()
    fields = right.fields or left or ((implied,) if implied else ())
    if not body or not (fields or right.field_spans):
        return None
    head = pack.bodies.get(body, body)
    head = head.capitalize() if pack.get("prefixed") else head
    kind = f"{body}/{'+'.join(fields)}" if fields else ""
    kind = pack.alike.get(kind, kind)
    if right.field_spans:
        a, b = right.field_spans[0][0], right.field_spans[-1][1]
        own = body != "ministry" and reading.norm(a) in pack.words("forces")  # directeur général des | douanes
        name = reading.slice(a, b) if own else f"{head} {_led(reading, a)}{reading.slice(a, b)}"
    elif left:
        before = reading.phrases(max(0, hit.i - 8), hit.i, "field")
        first = [h for h in before if h.entry.key == left[0]][-1]
        begin = first.i + (reading.norm(first.i) in pack.words("the"))  # "the interior minister"
        name = f"{reading.slice(begin, hit.i)} {head}".replace(" -", "")
    else:
        name = data.get("names", {}).get(pack.code, "")
    return AgencyMention(hit.i, right.j, kind, core=name, derived=reading.slice(hit.i, right.j), fields=tuple(fields))


def counterpart_body(reading: Reading, hit: Hit, last: int) -> AgencyMention | None:
    """The ministry that a counterpart's office names: son homologue algérien | de l'Intérieur."""
    pack = reading.pack
    k = adjectives(reading, hit.j, last, False)[1]
    n = over_connector(reading, k, last) if not pack.get("prefixed") and not pack.get("direct") else None
    word = reading.hit(n, "field") if n and n > k else None
    if word is None or not reading.tokens[word.i].cap:
        return None
    end = portfolio_end(reading, word.i, last) or word.j
    core = f"{pack.bodies.get('ministry', '')} {_led(reading, word.i)}{reading.slice(word.i, end)}"
    keys = tuple(h.entry.key for h in reading.phrases(word.i, end, "field"))
    kind = f"ministry/{'+'.join(keys)}"
    return AgencyMention(k, end, pack.alike.get(kind, kind), core=core, derived=reading.slice(k, end), fields=keys)


def _type_name(reading: Reading, hit: Hit, data: Mapping[str, Any]) -> str:
    """The type's name as the office says it (Chủ tịch Quốc hội), else as the lexicon does."""
    said = next((h for h in reading.phrases(hit.i, hit.j, "type") if h.entry.key == data["type"]), None)
    if said:
        return reading.slice(said.i, said.j)
    return str(data.get("names", {}).get(reading.pack.code) or reading.pack.bodies.get(data["type"], ""))


def _led(reading: Reading, a: int) -> str:
    """The words that lead a field in, as a body's name has them: secrétaire à la Défense, ministère de la Défense."""
    lead = reading.text[_connector_start(reading, a) : reading.tokens[a].start]
    first, space, rest = lead.partition(" ")
    links = dict(pair.split() for pair in reading.pack.get("named_links"))
    return f"{links.get(first, first)}{space}{rest}"


def _connector_start(reading: Reading, a: int) -> int:
    return reading.tokens[reading.back(a, 0, "of", "the")].start
