"""One office over two bodies: directeur général de la Sûreté nationale et de la Surveillance du territoire."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.language.values import replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.beyond import over_connector
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention


def two_bodies(reading: Reading, title: TitleMention) -> list[TitleMention]:
    """One office over two bodies: "directeur général de la Sûreté nationale | et de la Surveillance du territoire"."""
    body = title.agency
    if body is None or not body.derived or body.kind not in reading.pack.pairs:
        return [title]
    first, second = list(reading.phrases(title.i, title.j, "field"))[:2]
    k = next((n for n in range(first.j, second.i) if reading.norm(n) in reading.pack.words("and")), first.j)
    head, kinds = body.core[: body.core.index(reading.slice(first.i, first.j))], body.kind.partition("/")[0]
    spans = ((title.i, k, first), (k, title.j, second))
    bodies = (
        replace(
            body, i=i, j=j, kind=f"{kinds}/{f.entry.key}", core=head + reading.slice(f.i, f.j), fields=(f.entry.key,)
        )
        for i, j, f in spans
    )
    return [replace(title, i=b.i, j=b.j, agency=b) for b in bodies]


def second_body(reading: Reading, title: TitleMention, starts: Mapping[int, AgencyMention]) -> TitleMention | None:
    """Another body of one office behind "and of the": "directeur général de la DGSN | et de la DGST, …"."""
    pack, k = reading.pack, title.j
    if title.agency is None or title.agency.derived or reading.norm(k) not in pack.words("and"):
        return None
    n = over_connector(reading, k + 1, reading.last_of(title.i))
    body = starts.get(n) if n is not None and n > k + 1 else None
    if body is None or body.derived:
        return None
    named = reading.tokens[body.j].text == "," or reading.tokens[body.j].cap if body.j < len(reading.tokens) else False
    if not named and reading.tokens[title.i - 1].text != ",":
        return None
    return replace(title, i=k, j=body.j, agency=body, country=body.country, several=(), above=None)
