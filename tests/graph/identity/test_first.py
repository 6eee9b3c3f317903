"""Reports of one meeting in two languages become one."""

from graph.identity import cluster, profiles
from graph.model import Article, Edge, Facts, Node


def report(key: str, minister: str, ministry: str) -> Facts:
    nodes = (
        Node("p1", "Person", minister),
        Node("a1", "Agency", ministry, (), {"country": "VN", "kind": "ministry/public_security"}),
        Node("c1", "Country", "Việt Nam", (), {"iso2": "VN"}),
    )
    return Facts(Article(key, "…"), nodes, (Edge("REPRESENTS", "p1", "a1", {"title": "minister"}),))


def test_one_minister_one_ministry_one_country() -> None:
    reports = [report("x", "Tô Lâm", "Bộ Công an"), report("y", "To Lam", "Ministry of Public Security")]
    found = cluster(p for r in reports for p in profiles(r))
    assert set(found.values()) == {"person:to-lam", "agency:VN:ministry/public_security", "country:VN"}
