"""The ways a store on the server changes; each is one transaction that takes the store's lock first.

Two loaders take turns, so that each sees what the other left. The work may be done again by the driver (a deadlock, a
new leader, a cut connection): it reads everything anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.errors import StoreError
from graph.identity import Profile, profiles, reporting
from graph.model import Facts, Verdict
from graph.stores.base import Mention, Outcome
from graph.stores.border import refuse_contradiction
from graph.stores.contribute import article_key, article_node, contributions, meetings_of, origin_of
from graph.stores.neo4j import elements, origins, statements, units
from graph.stores.neo4j.layout import FILLING, UNFINISHED
from graph.stores.neo4j.sending import Direct
from graph.stores.neo4j.statements import Prepared, Stored
from graph.stores.records import pack, verdict_from_json, verdict_to_json

_LOCK = (
    "CREATE (l:Communique {lock: 'store'}) DELETE l"
    " RETURN COUNT { (:Verdict) } AS verdicts, EXISTS { (:Communique {lock: $filling}) } AS filling"
)
"""The entry of a unique value stays locked until the transaction ends; the node itself never comes to be."""


def lock(tx: Direct) -> tuple[Verdict, ...]:
    """Wait until nobody else changes the store; the verdicts that stand."""
    record = tx.read(_LOCK, filling=FILLING)[0]
    if record["filling"]:
        raise StoreError(UNFINISHED)
    return verdicts(tx) if record["verdicts"] else ()


def verdicts(tx: Direct) -> tuple[Verdict, ...]:
    """Every verdict, in the order it was recorded."""
    found = tx.read("MATCH (v:Verdict) RETURN v.body AS body ORDER BY v.number")
    return tuple(verdict_from_json(r["body"]) for r in found)


def unchanged(tx: Direct, digests: Mapping[str, str]) -> dict[str, bool]:
    """Of these articles those that are there, and whether with this digest."""
    query = "UNWIND $articles AS article MATCH (l:Loaded {article: article}) RETURN article, l.digest"
    return {a: found == digests[a] for a, found in tx.read(query, articles=list(digests))}


def load(tx: Direct, coming: Sequence[Prepared]) -> dict[str, Outcome]:
    """Articles come, or come again; what became of each."""
    standing = lock(tx)
    there = unchanged(tx, {p.facts.article.key: p.digest for p in coming})
    outcomes: dict[str, Outcome] = {p.facts.article.key: "added" for p in coming}
    outcomes |= {a: "unchanged" if same else "replaced" for a, same in there.items()}
    arriving = [p for p in coming if not there.get(p.facts.article.key)]
    if arriving:
        before = statements.read(tx, [a for a, same in there.items() if not same])
        placed = {p.mention: p for one in arriving for p in units.touched(one.profiles, standing)}
        _bring(tx, before, {p.facts.article.key: p for p in arriving}, placed, standing)
    return outcomes


def forget(tx: Direct, article: str) -> bool:
    """An article goes."""
    standing = lock(tx)
    before = statements.read(tx, [article])
    if before:
        _bring(tx, before, {}, {}, standing)
    return bool(before)


def record(tx: Direct, verdict: Verdict, again: bool) -> None:
    """A verdict comes: the mentions it names are no longer taken together with their like.

    ``again`` where an earlier try may have got through.
    """
    standing = lock(tx)
    if again and verdict in standing:
        return
    refuse_contradiction(standing, verdict)
    query = (
        "OPTIONAL MATCH (v:Verdict) WITH coalesce(max(v.number), 0) AS last"
        " CREATE (v:Verdict) SET v = $properties, v.number = last + 1"
    )
    tx.write(query, properties=verdict_row(verdict))
    _judge(tx, verdict, (*standing, verdict))


def undo(tx: Direct, aimed: list[Verdict], again: bool) -> Verdict | None:
    """The last verdict goes; ``aimed`` remembers it for the case that the work is done ``again``."""
    standing = lock(tx)
    if again and aimed and aimed[0] not in standing:
        return aimed[0]
    if not standing:
        return None
    aimed[:] = [standing[-1]]
    tx.write("MATCH (v:Verdict) WITH v ORDER BY v.number DESC LIMIT 1 DELETE v")
    _judge(tx, standing[-1], standing[:-1])
    return standing[-1]


def verdict_row(verdict: Verdict) -> dict[str, object]:
    """The properties of a Verdict node, but its number."""
    left, right = list(verdict.left), list(verdict.right)
    plain = {"kind": verdict.kind, "by": verdict.by, "at": verdict.at, "why": verdict.why}
    return plain | {
        "left": left,
        "right": right,
        "mentions": [pack(left), pack(right)],
        "body": verdict_to_json(verdict),
    }


def _judge(tx: Direct, verdict: Verdict, standing: Sequence[Verdict]) -> None:
    """Let the mentions that a verdict names find their units again, since the verdicts on them have changed."""
    named = {verdict.left, verdict.right}
    before = statements.read(tx, sorted({article for article, _ in named}))
    found = [p for stored in before.values() for p in profiles(stored.facts) if p.mention in named]
    _bring(tx, before, {}, {p.mention: p for p in units.touched(found, standing)}, standing, stay=True)


def _bring(
    tx: Direct,
    before: Mapping[str, Stored],
    arriving: Mapping[str, Prepared],
    placed: Mapping[Mention, Profile],
    standing: Sequence[Verdict],
    stay: bool = False,
) -> None:
    """Bring identity, graph and statements to the new state.

    ``before`` are the articles as they were, ``arriving`` those that come or replace one of them, ``placed`` the
    mentions that find a unit. Articles of ``before`` that do not arrive go, unless they ``stay`` as they are.
    """
    leaving = [unit for a, s in before.items() for n, unit in s.units.items() if not stay or (a, n) in placed]
    settled = units.settle(tx, leaving, list(placed.values()), standing)
    kept = dict(before) if stay else {}
    kept |= statements.read(tx, _moved_articles(tx, settled.moved, {*before, *arriving}))
    unit_of = {m: p.signature for m, p in placed.items()}
    for article, stored in kept.items():
        unit_of = {(article, local): unit for local, unit in stored.units.items()} | unit_of
    facts_after = {a: p.facts for a, p in arriving.items()} | {a: s.facts for a, s in kept.items()}
    after = {
        a: {n.id: settled.keys.get(unit_of[a, n.id]) or kept[a].canonical[n.id] for n in f.nodes}
        for a, f in facts_after.items()
    }
    plain = {a: p.sketch for a, p in arriving.items()} | {a: s.filed.sketch for a, s in kept.items()}
    sketches = {a: reporting(sketch, meetings_of(facts_after[a], after[a])) for a, sketch in plain.items()}
    regrouped = origins.settle(tx, {a: s.filed for a, s in (kept | dict(before)).items()}, sketches)
    joined = statements.read(tx, sorted(regrouped.others))
    touched = _touched({**joined, **kept, **before}, facts_after, after, regrouped)
    moved = {a: s for a, s in (kept | joined).items() if regrouped.source(a, s.filed.source) != s.filed.source}
    articles = [p.facts.article for p in arriving.values()] + [s.facts.article for s in moved.values()]
    shown = [article_node(a, regrouped.source(a.key, a.key)) for a in articles]
    derive = elements.counted(tx, touched, settled.new_keys)
    settled.send()  # all is read: from here on the server writes while the next is derived here
    _rewrite(tx, before, arriving, kept, unit_of, after, regrouped)
    derive(shown)


def _touched(
    old: Mapping[str, Stored],
    facts: Mapping[str, Facts],
    canonical: Mapping[str, Mapping[str, str]],
    regrouped: origins.Regrouped,
) -> elements.Touched:
    """What articles said and say: ``old`` as they are stored, ``facts`` with ``canonical`` as they are now.

    An article that only moved to another source still says what it said.
    """
    touched = elements.Touched()
    for article in {*old, *facts}:
        was = now = None
        if stored := old.get(article):
            origin = origin_of(stored.facts.article, stored.filed.source)
            was = origin, contributions(stored.facts, stored.canonical)
        if article in facts:
            origin = origin_of(facts[article].article, regrouped.filed[article].source)
            now = origin, contributions(facts[article], canonical[article])
        elif was and article in regrouped.others:
            now = replace(was[0], source=regrouped.others[article]), was[1]
        touched.change(was, now)
    return touched


def _moved_articles(tx: Direct, moved: Sequence[str], known: Iterable[str]) -> list[str]:
    if not moved:
        return []
    query = "UNWIND $units AS unit MATCH (s:Statement {unit: unit}) RETURN DISTINCT s.article AS article"
    return sorted({r["article"] for r in tx.read(query, units=list(moved))} - set(known))


def _rewrite(
    tx: Direct,
    before: Mapping[str, Stored],
    arriving: Mapping[str, Prepared],
    kept: Mapping[str, Stored],
    unit_of: Mapping[Mention, str],
    after: Mapping[str, Mapping[str, str]],
    regrouped: origins.Regrouped,
) -> None:
    """Statements follow: those of replaced and forgotten articles go, new ones come, moved ones are told so."""
    statements.remove(tx, [a for a in before if a not in kept])
    gone = [a for a in before if a not in kept and a not in arriving]
    if gone:
        statements.forget(tx, gone)
        keys = [article_key(a) for a in gone]
        tx.write("UNWIND $keys AS key MATCH (n:Article {key: key}) DETACH DELETE n", keys=keys)
    if arriving:
        statements.write(tx, arriving.values(), unit_of, after, regrouped.filed)
    for article, stored in kept.items():
        mine = {local: unit_of[article, local] for local in stored.units}
        statements.redirect(tx, article, stored.facts, after[article], mine)
    origins.refile(tx, regrouped, {a: regrouped.filed[a] for a, s in kept.items() if regrouped.filed[a] != s.filed})
