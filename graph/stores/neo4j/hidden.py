"""The nodes that a store on a server keeps out of sight, computed from another store: for a first load in bulk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graph.identity import Filed, Profile, reporting
from graph.stores.base import Store
from graph.stores.contribute import article_key, meetings_of
from graph.stores.neo4j.changes import verdict_row
from graph.stores.neo4j.origins import handle_rows
from graph.stores.neo4j.statements import loaded_row, prepare, statement_rows
from graph.stores.neo4j.units import block_rows, touched, unit_row

Row = dict[str, Any]


def hidden_of(store: Store) -> Iterator[tuple[str, Row]]:
    """Label and properties of every hidden node; the counts of what many articles speak of come with the next load."""
    standing = store.verdicts()
    for number, verdict in enumerate(standing, 1):
        yield "Verdict", verdict_row(verdict) | {"number": number}
    units: dict[str, tuple[Profile, str]] = {}
    mentions: Counter[str] = Counter()
    for article in store.articles():
        one, canonical = prepare(store.facts(article.key)), store.canonical(article.key)
        filed = Filed(
            reporting(one.sketch, meetings_of(one.facts, canonical)),
            str(store.node(article_key(article.key)).properties["source"]),
        )
        yield "Loaded", loaded_row(one, filed)
        for row in handle_rows(filed.sketch):
            yield "Handle", row
        found = {p.mention[1]: p for p in touched(one.profiles, standing)}
        for local, profile in found.items():
            units.setdefault(profile.signature, (profile, canonical[local]))
            mentions[profile.signature] += 1
        for row in statement_rows(one, {local: p.signature for local, p in found.items()}, canonical):
            yield "Statement", row
    for signature, (profile, key) in units.items():
        yield "Unit", unit_row(profile, mentions[signature], key)
        for row in block_rows(profile):
            yield "Block", row
