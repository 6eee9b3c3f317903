"""Vietnamese: the body of a province or town, of which a country has many: Công an tỉnh Lâm Đồng, BĐBP tỉnh Gia Lai."""

from __future__ import annotations

from loaders.language.tokens import fold
from loaders.language.values import replace
from loaders.mentions.agencies.mention import AgencyMention
from loaders.mentions.agencies.tail import local_end
from loaders.mentions.reading import Reading


def province(reading: Reading, i: int, j: int) -> str | None:
    """The name of the province or town in a body's name, empty where a region has but a number; None where none is."""
    head = reading.hit(i, "body", "type")
    if head is None:
        return None
    if head.entry.key == "region" or reading.hit(head.j, "city", "capital"):
        return fold(reading.slice(head.j, j))
    local = next((h for h in reading.phrases(i, j, "local") if h.j < j and reading.tokens[h.j].cap), None)
    return fold(reading.slice(local.j, j)) if local else None


def with_province(reading: Reading, mention: AgencyMention) -> AgencyMention:
    """Take in the province behind a short form: Bộ đội Biên phòng (BĐBP) | tỉnh Gia Lai, BĐBP | tỉnh Gia Lai."""
    if not reading.pack.get("direct") or not mention.acronym or mention.multilateral:
        return mention
    last = reading.last_of(mention.i)
    j = local_end(reading, mention.j, last) if mention.j < last else mention.j
    if j == mention.j:
        return mention
    local = next(reading.phrases(mention.j, j, "local"))
    place = fold(reading.slice(local.j, j))
    core = f"{mention.core} {reading.slice(mention.j, j)}"
    key = f"{mention.kind or mention.key}@{place}"
    return replace(mention, j=j, kind="", key=key, core=core, acronym="", derived=reading.slice(mention.i, j))
