"""Names, quotes and addresses that would run, break out or load something if a page took them as they come."""

from __future__ import annotations

from graph.model import Edge, Evidence, Graph, Node
from tests.graph.samples import graph_of

TEXTS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "<a href='javascript:alert(4)'>href</a>",
    '"><svg onload=alert(5)>',
    "' onmouseover='alert(6)",
    "{{ 7 * 7 }} {% include '/etc/passwd' %} ${alert(7)} <%= 7 %>",
    "</title><script>alert(8)</script>",
    "<!-- <script> -->",
    "]]></style><style>@import 'http://evil.example/x.css'</style>",
    "line\u2028para\u2029graph\x00\u202egnp.exe",
    "`; alert(9); `",
    "<iframe src=http://evil.example></iframe><link rel=stylesheet href=//evil.example/x>",
    "__proto__",
    '=HYPERLINK("http://evil.example","x")',
    "| a | [x](javascript:alert(10)) | ![y](http://evil.example/y.png) `code` **b**",
    "Nguyễn Thị Ánh " * 40,
)
ADDRESSES = (
    "javascript:alert(11)",
    "JaVaScRiPt:alert(12)",
    "data:text/html,<script>alert(13)</script>",
    'http://evil.example/"onclick=alert(14)',
    "https://ok.example/a?b=<c>&d='e'",
    "java\nscript:alert(15)",
    "//evil.example/",
    "file:///etc/passwd",
    " https://space.example",
    "http://[broken",
)
_KINDS = ("Person", "Agency", "Country", "Agreement", "Meeting")


def hostile_graph() -> Graph:
    """Every hostile text as the name of every kind of node, as quote, title, headline and publisher."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for i, text in enumerate(TEXTS):
        address = ADDRESSES[i % len(ADDRESSES)]
        facts = {"url": address, "headline": text, "publisher": text, "published": "2024-01-01"}
        nodes.append(Node(f"article:{i}{text}", "Article", text, (), facts))
        for kind in _KINDS:
            more = (
                {"date": "2024-05-01", "place": text}
                if kind == "Meeting"
                else {"iso2": text}
                if kind == "Country"
                else {}
            )
            nodes.append(Node(f"{kind}:{i}:{text}", kind, text, (text, f"also {text}"), more))
        said = (Evidence(f"{i}{text}", f"quote {text}", 0, 9, "rules/en", text, 0.5),)
        person, agency, country, agreement, meeting = (f"{kind}:{i}:{text}" for kind in _KINDS)
        other = f"Person:{(i + 1) % len(TEXTS)}:{TEXTS[(i + 1) % len(TEXTS)]}"
        edges += [
            Edge("REPRESENTS", person, agency, {"title": text, "rank": text}, said),
            Edge("OF", agency, country, {}, said),
        ]
        edges += [Edge("ATTENDED", who, meeting, {}, said) for who in (person, other)]
        edges += [Edge("SIGNED", person, agreement, {"date": "2024-05-01"}, said)]
    return graph_of(nodes, edges)
