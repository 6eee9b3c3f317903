"""Articles made by hand: every sentence that is told is text, and every fact quotes its own sentence."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from graph.model import Article, Edge, Evidence, Facts, Node, PartialDate, Value

_WORDS = [
    a + b for a in ("ba", "de", "gi", "ko", "lu", "ma", "ne", "pi", "ro", "tu") for b in ("l", "n", "r", "s", "t")
]


@dataclass
class Report:
    """An article in the making: nodes and edges are told one by one, the text grows with them.

    Between the sentences stand words of its own ``voice``, its key if nothing is said: else all would be copies.
    """

    key: str
    published: str = ""
    publisher: str = ""
    title: str = ""
    text: str = ""
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    voice: str = ""
    language: str = "en"

    def node(self, label: str, name: str, id: str = "", aliases: tuple[str, ...] = (), **properties: Value) -> str:
        """Tell of a node and return its local id."""
        local = id or f"n{len(self.nodes)}"
        self.nodes.append(Node(local, label, name, aliases, properties, (self._quote(f"There is {name}."),)))
        return local

    def edge(self, type_: str, source: str, target: str, confidence: float = 0.9, **properties: Value) -> None:
        """Tell of an edge."""
        names = {n.id: n.name for n in self.nodes}
        said = " ".join(str(v) for v in properties.values())
        quote = self._quote(f"{names.get(source)} {type_.lower()} {names.get(target)} {said}.", confidence)
        self.edges.append(Edge(type_, source, target, properties, (quote,)))

    def facts(self) -> Facts:
        """What a reader finds in it."""
        published = PartialDate.parse(self.published) if self.published else None
        title = self.title or None
        article = Article(self.key, self.text, None, self.publisher or None, published, self.language, title)
        return Facts(article, tuple(self.nodes), tuple(self.edges))

    def _quote(self, sentence: str, confidence: float = 0.9) -> Evidence:
        start = len(self.text)
        own = random.Random(f"{self.voice or self.key} {len(self.nodes)} {len(self.edges)}")
        self.text += f"{sentence} {' '.join(own.choices(_WORDS, k=10))}.\n"
        return Evidence(self.key, sentence, start, start + len(sentence), "rules/en", "1", confidence)


def talks(
    key: str, published: str, left: str = "Ana Alvarez", right: str = "Bo Bergman", date: str = "2024-05-01",
    title: str = "minister",
) -> Facts:  # fmt: skip
    """Two people of Vietnam's and France's interior ministries meet: the smallest report with every usual edge."""
    report = Report(key, published, title=f"{left} meets {right}")
    vietnam = report.node("Country", "Vietnam", iso2="VN")
    france = report.node("Country", "France", iso2="FR")
    security = report.node("Agency", "Ministry of Public Security", country="VN", kind="ministry/public_security")
    interior = report.node("Agency", "Ministry of the Interior", country="FR", kind="ministry/interior")
    first = report.node("Person", left)
    second = report.node("Person", right)
    meeting = report.node("Meeting", "talks", kind="talks", status="held", date=date, country="VN", place="Hanoi")
    report.edge("OF", security, vietnam)
    report.edge("OF", interior, france)
    report.edge("REPRESENTS", first, security, title=title)
    report.edge("REPRESENTS", second, interior, title="minister")
    for person in (first, second):
        report.edge("ATTENDED", person, meeting)
        report.edge("CO_CHAIRED", person, meeting)
    report.edge("HELD_IN", meeting, vietnam)
    return report.facts()
