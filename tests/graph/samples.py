"""Graphs made by hand for tests of analytics and views: a small one with every kind of node, and crowds of any size."""

from __future__ import annotations

import random
from collections.abc import Iterable

from graph.model import Edge, Evidence, Graph, Node, Value


def said(article: str, quote: str = "They met.") -> tuple[Evidence, ...]:
    """Evidence of one quote."""
    return (Evidence(article, quote, 0, len(quote), "rules/en", "1", 0.9),)


def edge(
    type_: str, source: str, target: str, article: str = "a1", quote: str = "They met.", **properties: Value
) -> Edge:
    """An edge with one quote."""
    return Edge(type_, source, target, properties, said(article, quote))


def article(key: str, **properties: Value) -> Node:
    """An article as a store makes it."""
    return Node(f"article:{key}", "Article", str(properties.get("headline", key)), (), properties)


def meeting(key: str, date: str = "", name: str = "", **properties: Value) -> Node:
    """A meeting, held unless ``status`` says otherwise."""
    return Node(key, "Meeting", name or f"Talks {key}", (), {**({"date": date} if date else {}), **properties})


def graph_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    """A graph sorted as a store sorts it."""
    return Graph(
        tuple(sorted(nodes, key=lambda n: n.id)),
        tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target))),
    )


def three_talks() -> Graph:
    """Ana (Alpha's ministry) meets Bo (Beta's police) twice and Cy (Gamma's, once); Di attends a cancelled meeting."""
    edges = [
        edge("REPRESENTS", "person:ana", "agency:AA:ministry", "a1", "Minister Ana of Alpha", title="Minister"),
        edge("REPRESENTS", "person:bo", "agency:BB:police", "a1", "Bo, chief of Beta's police", title="Chief"),
        edge("REPRESENTS", "person:cy", "agency:CC:police", "a3", "Cy of Gamma's police"),
        edge("ATTENDED", "person:ana", "m1", "a1", "Ana received Bo on 1 May 2023."),
        edge("CHAIRED", "person:ana", "m1", "a1", "Ana received Bo on 1 May 2023."),
        edge("ATTENDED", "person:bo", "m1", "a1", "Ana received Bo on 1 May 2023."),
        edge("ATTENDED", "person:ana", "m2", "a2", "Ana and Bo met in July."),
        edge("ATTENDED", "person:bo", "m2", "a2", "Ana and Bo met in July."),
        edge("ATTENDED", "person:ana", "m3", "a3", "Ana met Cy."),
        edge("ATTENDED", "person:cy", "m3", "a3", "Ana met Cy."),
        edge("ATTENDED", "person:di", "m4", "a3", "Di was to meet Cy."),
        edge("ATTENDED", "person:cy", "m4", "a3", "Di was to meet Cy."),
        edge("SIGNED", "person:ana", "agreement:pact", "a2", "Ana and Bo signed the pact."),
        edge("SIGNED", "person:bo", "agreement:pact", "a2", "Ana and Bo signed the pact."),
        edge("HELD_IN", "m1", "country:AA", "a1", "in Alphaville"),
        edge("OF", "agency:AA:ministry", "country:AA", "a1", "the ministry of Alpha"),
        edge("OF", "agency:BB:police", "country:BB", "a1", "the police of Beta"),
        edge("OF", "agency:CC:police", "country:CC", "a3", "the police of Gamma"),
    ]  # fmt: skip
    return graph_of(_those_who_talk(), edges)


def _those_who_talk() -> list[Node]:
    people = [Node(f"person:{n.lower()}", "Person", n) for n in ("Ana", "Bo", "Cy", "Di")]
    countries = [
        Node(f"country:{c}", "Country", n, (), {"iso2": c})
        for c, n in (("AA", "Alpha"), ("BB", "Beta"), ("CC", "Gamma"))
    ]
    agencies = [
        Node("agency:AA:ministry", "Agency", "Alphan Ministry", (), {"country": "AA", "kind": "ministry/interior"}),
        Node("agency:BB:police", "Agency", "Betan Police", (), {"country": "BB"}),
        Node("agency:CC:police", "Agency", "Gamman Police", (), {"country": "CC"}),
    ]
    meetings = [meeting("m1", "2023-05-01", place="Alphaville", country="AA"), meeting("m2", "2024-07"),
                meeting("m3", "2024-09-10"), meeting("m4", "2024-10-01", status="cancelled")]  # fmt: skip
    pact = Node(
        "agreement:pact", "Agreement", "Pact on crime", (), {"kind": "mou", "status": "signed", "date": "2024-07-02"}
    )
    articles = [
        article(
            f"a{i}",
            headline=f"Headline {i}",
            publisher="The Gazette",
            published=f"2024-0{i}-01",
            url=f"https://gazette.example/{i}",
        )
        for i in (1, 2, 3)
    ]
    return [*people, *countries, *agencies, *meetings, pact, *articles]


def crowd(people: int, meetings: int, each: int = 6, seed: int = 1) -> Graph:
    """A large graph: meetings of about ``each`` people who act for agencies of 60 countries; some meet often."""
    chance = random.Random(seed)
    codes = [f"{a}{b}" for a in "ABCDEF" for b in "ABCDEFGHIJ"]
    nodes = [Node(f"country:{c}", "Country", f"Country {c}", (), {"iso2": c}) for c in codes]
    nodes += [
        Node(f"agency:{c}:{k}", "Agency", f"{k.title()} of {c}", (), {"country": c})
        for c in codes
        for k in ("police", "ministry")
    ]
    agencies = [n.id for n in nodes if n.label == "Agency"]
    nodes += [Node(f"person:{i:06}", "Person", f"Person {i}") for i in range(people)]
    edges = [edge("OF", a, f"country:{a[7:9]}") for a in agencies]
    for i in range(people):
        edges.append(edge("REPRESENTS", f"person:{i:06}", chance.choice(agencies), f"r{i}"))
    for i in range(meetings):
        nodes.append(
            meeting(f"meeting:{i:06}", f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-01", f"Talks {i}")
        )
        nodes.append(article(f"n{i}", headline=f"Talks {i} held", publisher="The Gazette", published="2024-01-01"))
        for person in {int(people * chance.random() ** 1.5) for _ in range(chance.randint(2, 2 * each - 2))}:
            edges.append(
                edge(
                    "ATTENDED",
                    f"person:{person:06}",
                    f"meeting:{i:06}",
                    f"n{i}",
                    f"Person {person} attended talks {i}.",
                )
            )
    return graph_of(nodes, edges)
