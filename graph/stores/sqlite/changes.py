"""The four ways a store changes: an article comes, goes or is replaced, a verdict is recorded or taken back.

Each notes what the articles concerned added to the graph before, changes the statements, lets identity settle, and
applies the difference: nothing else is looked at, so that the cost does not grow with the number of articles.
"""

from __future__ import annotations

import sqlite3

from graph.identity import Filed, profiles, with_implied
from graph.model import Facts, Verdict
from graph.stores.base import Mention, Outcome
from graph.stores.border import refuse_contradiction
from graph.stores.contribute import Element, article_key, article_node, contributions, origin_of
from graph.stores.records import (
    article_from_json,
    digest,
    facts_from_record,
    header_to_json,
    statements_to_json,
    verdict_from_json,
    verdict_to_json,
)
from graph.stores.sqlite import elements, origins, units


class Change:
    """The work of one transaction: what moves in identity, and the articles' lines before it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.moves = units.Moves()
        self.before: dict[str, set[elements.Line]] = {}
        self.filed: dict[str, Filed | None] = {}
        self.ids: dict[str, int] = {}

    def note(self, article: str) -> None:
        """Remember what the article adds to the graph now, once."""
        if article not in self.before:
            self.before[article] = self._lines(article)
            self.filed[article] = origins.filed(self.connection, article)

    def settle(self) -> None:
        """Cluster anew what moved and bring the graph to the new state."""
        changed = units.settle(self.connection, self.moves)
        for unit, (old, _) in changed.items():
            for article in units.articles_of(self.connection, unit) if old else ():
                self.note(article)
        for unit, (_, new) in changed.items():
            units.set_key(self.connection, unit, new)
        self._settle_sources()
        minus: set[elements.Line] = set()
        plus: set[elements.Line] = set()
        for article, before in self.before.items():
            after = self._lines(article)
            minus |= before - after
            plus |= after - before
        elements.apply(self.connection, minus, plus, self.ids)
        self.connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")

    def _settle_sources(self) -> None:
        """Find out which articles are one source now, and show those anew whose source is another."""
        for article, source in sorted(origins.settle(self.connection, self.filed).items()):
            self.note(article)
            origins.set_source(self.connection, article, source)
            (header,) = self.connection.execute("SELECT header FROM articles WHERE key = ?", (article,)).fetchone()
            elements.show(self.connection, article_node(article_from_json(header, ""), source))

    def _lines(self, article: str) -> set[elements.Line]:
        row = self.connection.execute("SELECT id, source FROM articles WHERE key = ?", (article,)).fetchone()
        if row is None:
            return set()
        self.ids[article], source = row
        facts = facts_of(self.connection, article)
        found = contributions(with_implied(facts), units.canonical(self.connection, article))
        return elements.lines_of(origin_of(facts.article, source), found)


def facts_of(connection: sqlite3.Connection, article: str) -> Facts:
    """What a stored article said; the article must be there."""
    query = "SELECT id, header, text FROM articles WHERE key = ?"
    number, header, text = connection.execute(query, (article,)).fetchone()
    select = "SELECT body FROM statements WHERE article = ? AND kind = ? ORDER BY ordinal"
    nodes, edges = ([b for (b,) in connection.execute(select, (number, kind))] for kind in ("node", "edge"))
    return facts_from_record(header, text, nodes, edges)


def load(connection: sqlite3.Connection, facts: Facts) -> Outcome:
    """An article comes, or comes again."""
    key = facts.article.key
    row = connection.execute("SELECT digest FROM articles WHERE key = ?", (key,)).fetchone()
    fresh = digest(facts)
    if row and row[0] == fresh:
        return "unchanged"
    change = Change(connection)
    change.note(key)
    _take_out(change, key)
    _write_article(connection, facts, fresh)
    for profile in profiles(facts):
        units.place(connection, profile, change.moves)
    elements.show(connection, article_node(facts.article, origins.source_of(connection, key)))
    change.settle()
    return "replaced" if row else "added"


def forget(connection: sqlite3.Connection, article: str) -> bool:
    """An article goes."""
    row = connection.execute("SELECT id FROM articles WHERE key = ?", (article,)).fetchone()
    if row is None:
        return False
    change = Change(connection)
    change.note(article)
    _take_out(change, article)
    origins.take_out(connection, row[0], change.filed[article])
    connection.execute("DELETE FROM articles WHERE id = ?", row)
    elements.hide(connection, Element("Article", article_key(article)))
    change.settle()
    return True


def record(connection: sqlite3.Connection, verdict: Verdict) -> None:
    """A verdict comes: the mentions it names are no longer taken together with their like."""
    standing = [verdict_from_json(body) for (body,) in connection.execute("SELECT body FROM verdicts ORDER BY id")]
    refuse_contradiction(standing, verdict)
    change = Change(connection)
    insert = "INSERT INTO verdicts (body) VALUES (?)"
    number = connection.execute(insert, (verdict_to_json(verdict),)).lastrowid
    for mention in (verdict.left, verdict.right):
        connection.execute("INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", (*mention, number))
        _place_anew(change, mention)
    change.settle()


def undo(connection: sqlite3.Connection, number: int, verdict: Verdict) -> None:
    """The verdict with this number goes."""
    change = Change(connection)
    connection.execute("DELETE FROM judged WHERE verdict = ?", (number,))
    connection.execute("DELETE FROM verdicts WHERE id = ?", (number,))
    for mention in (verdict.left, verdict.right):
        _place_anew(change, mention)
    change.settle()


def _place_anew(change: Change, mention: Mention) -> None:
    """Let a mention find its unit again, since the verdicts that name it have changed."""
    article, local = mention
    if not units.unit_of(change.connection, mention):
        return
    change.note(article)
    units.displace(change.connection, mention, change.moves)
    for profile in profiles(facts_of(change.connection, article)):
        if profile.mention[1] == local:
            units.place(change.connection, profile, change.moves)


def _take_out(change: Change, article: str) -> None:
    """Remove an article's statements and mentions, if it is there."""
    query = "SELECT local FROM mentions WHERE article = ?"
    for (local,) in change.connection.execute(query, (article,)).fetchall():
        units.displace(change.connection, (article, local), change.moves)
    change.connection.execute(
        "DELETE FROM statements WHERE article = (SELECT id FROM articles WHERE key = ?)", (article,)
    )


def _write_article(connection: sqlite3.Connection, facts: Facts, fresh: str) -> None:
    article = facts.article
    said = (fresh, str(article.published or ""), header_to_json(article), article.text)
    connection.execute(
        "INSERT INTO articles (key, source, sketch, digest, published, header, text) VALUES (?, ?, '', ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET digest = excluded.digest, sketch = '',"
        " published = excluded.published, header = excluded.header, text = excluded.text",
        (article.key, article.key, *said),
    )
    (number,) = connection.execute("SELECT id FROM articles WHERE key = ?", (article.key,)).fetchone()
    for kind, bodies in zip(("node", "edge"), statements_to_json(facts), strict=True):
        rows = [(number, kind, i, body) for i, body in enumerate(bodies)]
        connection.executemany("INSERT INTO statements VALUES (?, ?, ?, ?)", rows)
