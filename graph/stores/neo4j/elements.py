"""The shown graph on the server: only the elements that an article touches are counted and derived anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from graph.model import Node
from graph.stores.contribute import Contribution, Element, Origin
from graph.stores.derive import derive_edge, derive_node
from graph.stores.neo4j import tallies
from graph.stores.neo4j.sending import Direct
from graph.stores.neo4j.statements import Said, about_of, said_about
from graph.stores.neo4j.tallies import Kept, adjusted, count, kept_from_json, kept_to_json
from graph.stores.rows import edge_row, node_row

Contributions = Mapping[Element, Contribution]


class Touched:
    """What articles said of elements before and say of them now; what stays the same is left out."""

    def __init__(self) -> None:
        self.minus: dict[Element, Said] = defaultdict(dict)
        self.plus: dict[Element, Said] = defaultdict(dict)
        self.labels: dict[str, str] = {}

    def change(self, before: tuple[Origin, Contributions] | None, after: tuple[Origin, Contributions] | None) -> None:
        """One article's contributions as they were and as they are."""
        old, new = before[1] if before else {}, after[1] if after else {}
        for element in {*old, *new}:
            if element.key:
                self.labels[element.key] = element.type
            elif element.type == "PART_OF":
                self.labels.setdefault(element.target, "Meeting")  # a visit that another article tells
            if before and after and before[0] == after[0] and old.get(element) == new.get(element):
                continue
            if before and element in old:
                self.minus[element][before[0].article] = before[0], old[element]
            if after and element in new:
                self.plus[element][after[0].article] = after[0], new[element]

    @property
    def elements(self) -> list[Element]:
        """All of them, in order."""
        return sorted({*self.minus, *self.plus})


def counted(tx: Direct, touched: Touched, new: Set[str]) -> Callable[[Iterable[Node]], None]:
    """Read all that is needed to derive the touched elements; what it returns derives and writes them.

    ``new`` are the keys of nodes that cannot have been there before. It reads statements as they were: call it before
    statements are rewritten. What it returns is given the articles' own nodes, which are shown as they are.
    """
    shared = [e for e in touched.elements if e.type != "MENTIONS"]
    tallied = _Tallies(tx, [e for e in shared if new.isdisjoint((e.key, e.source, e.target))], touched)

    def derive(articles: Iterable[Node]) -> None:
        write = Writing(tx, touched.labels)
        for node in articles:
            write.node(node)
        for element in sorted(shared, key=lambda e: (not e.key, e)):
            kept, said_before = tallied.after(element)
            write.element(element, kept, existed=said_before)
        for element in (e for e in touched.elements if e.type == "MENTIONS"):
            (said,) = touched.plus[element].values() or [None]
            write.element(element, count([said]) if said else None, existed=element in touched.minus)
        tallied.write(tx)
        write.send()

    return derive


class _Tallies:
    """The counts of touched elements: kept ones adjusted, the others counted from statements."""

    def __init__(self, tx: Direct, there: Sequence[Element], touched: Touched) -> None:
        self._touched = touched
        self._rows: list[dict[str, str]] = []
        self._dropped: list[str] = []
        self._hot = _read_kept(tx, there)
        elsewhere = _elsewhere(tx, self._hot, touched)
        self._adjusted: dict[Element, Kept] = {}
        for element, kept in self._hot.items():
            minus, plus = touched.minus.get(element, {}), touched.plus.get(element, {})
            result = adjusted(kept, minus, plus, elsewhere.get(element, ()))
            if result is not None:
                self._adjusted[element] = result
        self._said = said_about(tx, [e for e in there if e not in self._adjusted])

    def after(self, element: Element) -> tuple[Kept | None, bool]:
        """The counts as they are now, None where nobody speaks of it any more; and whether anybody did before."""
        if element in self._adjusted:
            kept = self._adjusted[element]
            self._rows.append({"about": _name(element), "body": kept_to_json(kept)})
            return kept, True
        before = self._said.get(element, {})
        now = {a: s for a, s in before.items() if a not in self._touched.minus.get(element, {})}
        now |= self._touched.plus.get(element, {})
        counted = count(now.values()) if now else None
        if counted and len(now) > tallies.HOT:
            self._rows.append({"about": _name(element), "body": kept_to_json(counted)})
        elif element in self._hot:
            self._dropped.append(_name(element))
        return counted, bool(before)

    def write(self, tx: Direct) -> None:
        """Keep the counts of what many articles speak of."""
        if self._rows:
            tx.write("UNWIND $rows AS row MERGE (t:Tally {about: row.about}) SET t.body = row.body", rows=self._rows)
        if self._dropped:
            tx.write("UNWIND $abouts AS about MATCH (t:Tally {about: about}) DELETE t", abouts=self._dropped)


def _name(element: Element) -> str:
    return about_of(element)


def _read_kept(tx: Direct, elements: Sequence[Element]) -> dict[Element, Kept]:
    by_name = {_name(e): e for e in elements}
    if not by_name:
        return {}
    query = "UNWIND $abouts AS about MATCH (t:Tally {about: about}) RETURN about, t.body"
    return {by_name[about]: kept_from_json(body) for about, body in tx.read(query, abouts=list(by_name))}


def _elsewhere(tx: Direct, hot: Iterable[Element], touched: Touched) -> dict[Element, set[Any]]:
    """For kept counts: what other articles, whose text equals one that is touched, claim of the same element."""
    asked: dict[Element, list[str]] = {}
    moving = {e: {**touched.minus.get(e, {}), **touched.plus.get(e, {})} for e in hot}
    sources = {o.source for e in moving for side in (touched.minus, touched.plus) for o, _ in side.get(e, {}).values()}
    if not sources:
        return {}
    query = "UNWIND $sources AS source MATCH (l:Loaded {source: source}) RETURN source, collect(l.article) AS articles"
    twins: dict[str, list[str]] = {r["source"]: r["articles"] for r in tx.read(query, sources=sorted(sources))}
    for element, said in moving.items():
        origins = {o for side in (touched.minus, touched.plus) for o, _ in side.get(element, {}).values()}
        others = {a for o in origins for a in twins.get(o.source, ())} - said.keys()
        if others:
            asked[element] = sorted(others)
    return {
        element: {(origin.source, *claim) for origin, c in said.values() for claim in c.claims}
        for element, said in said_about(tx, asked, asked).items()
    }


Kind = tuple[str, str, str]


class Writing:
    """What is to be written, gathered by label and type and sent in a few large queries: nodes, then type by type."""

    def __init__(self, tx: Direct, labels: Mapping[str, str]) -> None:
        self._tx = tx
        self._labels = labels
        self._type = ""
        self._nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._gone: dict[str, list[str]] = defaultdict(list)
        self._edges: dict[tuple[str, Kind], list[dict[str, Any]]] = defaultdict(list)

    def node(self, node: Node) -> None:
        """A node is shown so."""
        self._nodes[node.label].append(node_row(node))

    def element(self, element: Element, kept: Kept | None, existed: bool) -> None:
        """An element is shown by its counts, or is gone."""
        if element.key:
            if kept:
                self.node(derive_node(element, kept.tally))
            elif existed:
                self._gone[element.type].append(element.key)
            return
        if not kept and not existed:
            return
        if element.type != self._type:
            self.send()
            self._type = element.type
        row: dict[str, Any] = {"source": element.source, "target": element.target}
        if kept:
            row["properties"] = edge_row(derive_edge(element, kept.tally))
        verb = "DELETE" if not kept else "SET" if existed else "CREATE"
        self._edges[verb, self._kind(element)].append(row)

    def _kind(self, element: Element) -> Kind:
        source = "Article" if element.type == "MENTIONS" else self._labels[element.source]
        return source, element.type, self._labels[element.target]

    def send(self) -> None:
        """Send what was gathered: nodes before edges, and of edges those first that go."""
        for label, keys in self._gone.items():
            self._tx.write(f"UNWIND $keys AS key MATCH (n:{label} {{key: key}}) DETACH DELETE n", keys=keys)
        for label, rows in self._nodes.items():
            self._tx.write(f"UNWIND $rows AS row MERGE (n:{label} {{key: row.key}}) SET n = row", rows=rows)
        for verb in ("DELETE", "SET", "CREATE"):
            for (what, (source, type_, target)), rows in sorted(self._edges.items(), key=lambda pair: pair[0]):
                if what == verb:
                    self._tx.write(EDGE[verb].format(source=source, type=type_, target=target), rows=rows)
        self._gone, self._nodes, self._edges = defaultdict(list), defaultdict(list), defaultdict(list)


_ENDS = "UNWIND $rows AS row MATCH (a:{source} {{key: row.source}}) MATCH (b:{target} {{key: row.target}})"
EDGE = {
    "CREATE": _ENDS + " CREATE (a)-[r:{type}]->(b) SET r = row.properties",
    "SET": _ENDS + " MATCH (a)-[r:{type}]->(b) SET r = row.properties",
    "DELETE": _ENDS + " MATCH (a)-[r:{type}]->(b) DELETE r",
}
"""Queries for edges of one type between two labels, by what is done with them; rows have source, target, properties."""
