"""Reports made by hand, for questions of identity: who, for whom, when."""

from __future__ import annotations

from graph.identity import Profile, Score, cluster, compare, profiles
from graph.model import Facts, Node
from tests.graph.stores.reports import Report

MPS = {"country": "VN", "kind": "ministry/public_security"}
INTERIOR = {"country": "KH", "kind": "ministry/interior"}


def person(key: str, name: str, agency: dict[str, str] | None = None, title: str = "", published: str = "") -> Facts:
    """A report of one person, with an office if there is one."""
    report = Report(key, published)
    who = report.node("Person", name, id="p")
    if agency:
        body = report.node("Agency", f"{agency.get('kind', 'body')} of {agency['country']}", **agency)
        report.edge("REPRESENTS", who, body, **({"title": title} if title else {}))
    return report.facts()


def meeting(key: str, people: list[str], published: str = "", name: str = "talks", **properties: str) -> Facts:
    """A report of one meeting of people of two ministries."""
    report = Report(key, published)
    offices = [report.node("Agency", "Ministry", **a) for a in (MPS, INTERIOR)]
    event = report.node("Meeting", name, id="m", **properties)
    for i, who in enumerate(people):
        one = report.node("Person", who, id=f"p{i}")
        report.edge("REPRESENTS", one, offices[i % 2], title="minister")
        report.edge("ATTENDED", one, event)
    return report.facts()


def agreement(key: str, name: str, published: str = "", lands: tuple[str, str] = ("VN", "KH"), **told: str) -> Facts:
    """A report of one agreement between two ministries of the interior."""
    report = Report(key, published)
    text = report.node("Agreement", name, id="g", **told)
    for land in lands:
        body = report.node("Agency", "Ministry of Interior", country=land, kind="ministry/interior")
        report.edge("PARTY_TO", body, text)
    return report.facts()


def one(facts: Facts, local: str) -> Profile:
    """The profile of one node of a report."""
    return next(p for p in profiles(facts) if p.mention[1] == local)


def between(a: Facts, b: Facts, local: str) -> Score:
    """How the nodes with this local id of two reports compare."""
    return compare(one(a, local), one(b, local))


def keys(local: str, *reports: Facts) -> list[str]:
    """The keys that the nodes of this local id get when all reports are clustered, in the order of the reports."""
    found = cluster(p for facts in reports for p in profiles(facts))
    return [found[facts.article.key, local] for facts in reports]


def bare(label: str, name: str, **properties: str) -> Facts:
    """A report of one node and nothing else."""
    report = Report(name)
    report.nodes.append(Node("n", label, name, (), properties))
    return report.facts()
