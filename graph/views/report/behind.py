"""What stands behind a rank: each meeting or agreement with its date and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.analytics import Projection
from graph.model import Edge
from graph.views.counted import independent_sources
from graph.views.links import web_address
from graph.views.report.findings import Findings

# The relation that says most about a part in an event is quoted.
_TELLING = ("SIGNED", "CO_CHAIRED", "CHAIRED", "ATTENDED", "PARTY_TO")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence and the article it stands in; ``through`` names who took part for an agency or a country.

    ``sources`` is how many independent sources say the same.
    """

    relation: str
    through: str
    quote: str
    headline: str
    publisher: str
    published: str
    url: str
    confidence: float
    sources: int = 1

    @property
    def counted(self) -> str:
        """The number of sources, in words."""
        return independent_sources(self.sources)


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or agreement that a member took part in; ``sayings`` the most telling first."""

    key: str
    name: str
    date: str
    sayings: tuple[Saying, ...]

    @property
    def relations(self) -> str:
        """What the member did, in words: "attended, co-chaired"."""
        words = sorted({s.relation.lower().replace("_", "-") for s in self.sayings})
        return ", ".join(words)

    def distinct(self) -> tuple[Saying, ...]:
        """The sayings without those that repeat a sentence of the same article about the same person."""
        seen = {(s.quote, s.headline, s.through): s for s in reversed(self.sayings)}
        return tuple(reversed(seen.values()))


def behind(found: Findings, projection: Projection, member: int, limit: int | None = None) -> Iterator[Event]:
    """The events of a member, the latest first, at most ``limit``."""
    for key in found.latest(projection.events_of(member))[:limit]:
        edges = sorted(projection.evidence(member, key), key=lambda e: (_TELLING.index(e.type), e.source))
        owner = projection.members[member]
        sayings = tuple(saying for edge in edges for saying in _sayings(found, edge, owner))
        yield Event(key, found.name(key), found.date(key), sayings)


def _sayings(found: Findings, edge: Edge, owner: str) -> Iterator[Saying]:
    for evidence in edge.evidence[:1]:
        article = found.nodes.get(f"article:{evidence.article}")
        properties = article.properties if article else {}
        yield Saying(
            edge.type,
            found.name(edge.source) if edge.source != owner else "",
            evidence.quote,
            str(properties.get("headline") or (article.name if article else evidence.article)),
            str(properties.get("publisher", "")),
            str(properties.get("published", "")),
            web_address(properties.get("url")),
            evidence.confidence,
            int(str(edge.properties.get("sources", 1))),
        )
