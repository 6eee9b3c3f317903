"""Identity in tables: which unit a mention belongs to, which units can meet, and the key each has.

A unit is what shares a fate: all mentions with one signature, or the one mention that a verdict names.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.identity import (
    LIMIT,
    Profile,
    binding,
    cluster,
    is_pointer,
    neighbourhood,
    profile_from_json,
    profile_to_json,
    touch,
)
from graph.model import Verdict
from graph.stores.base import Mention
from graph.stores.records import pack, verdict_from_json


@dataclass(slots=True)
class Moves:
    """Units that appeared in one transaction, and those that lost their last mention."""

    added: dict[str, Profile] = field(default_factory=dict)
    removed: dict[str, Profile] = field(default_factory=dict)


def place(connection: sqlite3.Connection, profile: Profile, moves: Moves) -> None:
    """Give a mention its unit, which appears if there is none like it."""
    own = touch(profile, verdicts_on(connection, profile.mention))
    connection.execute("INSERT INTO mentions VALUES (?, ?, ?)", (*own.mention, own.signature))
    row = (own.signature, *own.mention, pack(profile_to_json(own)))
    if connection.execute("INSERT OR IGNORE INTO units VALUES (?, ?, ?, ?, '')", row).rowcount:
        connection.executemany("INSERT INTO blocks VALUES (?, ?)", [(b, own.signature) for b in sorted(own.blocks)])
        moves.added[own.signature] = own


def displace(connection: sqlite3.Connection, mention: Mention, moves: Moves) -> None:
    """Take a mention out of its unit, which goes with its last mention."""
    (unit,) = unit_of(connection, mention)
    connection.execute("DELETE FROM mentions WHERE article = ? AND local = ?", mention)
    query = "SELECT article, local FROM mentions WHERE unit = ? ORDER BY article, local LIMIT 1"
    first = connection.execute(query, (unit,)).fetchone()
    if first:
        connection.execute("UPDATE units SET article = ?, local = ? WHERE unit = ?", (*first, unit))
    else:
        _remove(connection, unit, moves)


def settle(connection: sqlite3.Connection, moves: Moves) -> dict[str, tuple[str, str]]:
    """Cluster what moved with all that it can meet; {unit: (old key, new key)} of those whose key must change."""
    if not moves.added and not moves.removed:
        return {}

    known: dict[str, list[Profile]] = {}

    def fetch(blocks: Collection[str]) -> dict[str, list[Profile]]:
        known.update({block: [p for p, _ in units_in(connection, block)] for block in blocks if block not in known})
        return {block: known[block] for block in blocks}

    near = neighbourhood(moves.added.values(), moves.removed.values(), fetch)
    new = cluster(near, _verdicts_about(connection, [p.mention for p in near]))
    changed = {}
    for p in near:
        (old,) = connection.execute("SELECT key FROM units WHERE unit = ?", (p.signature,)).fetchone()
        if old != new[p.mention]:
            changed[p.signature] = (old, new[p.mention])
    return changed


def set_key(connection: sqlite3.Connection, unit: str, key: str) -> None:
    """Record the node that a unit became."""
    connection.execute("UPDATE units SET key = ? WHERE unit = ?", (key, unit))


def articles_of(connection: sqlite3.Connection, unit: str) -> list[str]:
    """The articles whose mentions are in the unit."""
    found = connection.execute("SELECT DISTINCT article FROM mentions WHERE unit = ?", (unit,))
    return [article for (article,) in found]


def unit_of(connection: sqlite3.Connection, mention: Mention) -> list[str]:
    """The unit of a mention; none if its article is not here."""
    found = connection.execute("SELECT unit FROM mentions WHERE article = ? AND local = ?", mention)
    return [unit for (unit,) in found]


def canonical(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """For every local id of the article the key of its node."""
    query = "SELECT m.local, key FROM mentions m JOIN units USING (unit) WHERE m.article = ?"
    return dict(connection.execute(query, (article,)).fetchall())


def mentions_of(connection: sqlite3.Connection, key: str) -> tuple[Mention, ...]:
    """The mentions that became the node."""
    found = connection.execute(
        "SELECT m.article, m.local FROM units JOIN mentions m USING (unit) WHERE key = ? ORDER BY 1, 2", (key,)
    )
    return tuple((article, local) for article, local in found if not is_pointer(local))


def verdicts_on(connection: sqlite3.Connection, mention: Mention) -> list[Verdict]:
    """The verdicts that name a mention."""
    query = "SELECT body FROM judged JOIN verdicts ON verdict = verdicts.id WHERE article = ? AND local = ?"
    return [verdict_from_json(body) for (body,) in connection.execute(query, mention)]


def _verdicts_about(connection: sqlite3.Connection, mentions: Iterable[Mention]) -> set[Verdict]:
    """The verdicts that name these mentions, or what such verdicts lead to over any number of steps."""
    found: set[Verdict] = set()
    waiting, seen = list(mentions), set(mentions)
    while waiting:
        for verdict in verdicts_on(connection, waiting.pop()):
            found.add(verdict)
            fresh = {verdict.left, verdict.right} - seen
            seen |= fresh
            waiting += fresh
    return found


def _remove(connection: sqlite3.Connection, unit: str, moves: Moves) -> None:
    """Delete a unit without mentions."""
    row = connection.execute("SELECT article, local, profile FROM units WHERE unit = ?", (unit,)).fetchone()
    gone = profile_of(*row)
    connection.executemany("DELETE FROM blocks WHERE block = ? AND unit = ?", [(b, unit) for b in sorted(gone.blocks)])
    connection.execute("DELETE FROM units WHERE unit = ?", (unit,))
    if not moves.added.pop(unit, None):
        moves.removed[unit] = gone


def units_in(connection: sqlite3.Connection, block: str) -> list[tuple[Profile, str]]:
    """The units of a block, each with its node's key; of one too common to propose anything, enough to see that."""
    limit = -1 if binding(block) else 2 * LIMIT
    query = "SELECT article, local, profile, key FROM blocks JOIN units USING (unit) WHERE block = ? LIMIT ?"
    return [(profile_of(*row), key) for *row, key in connection.execute(query, (block, limit))]


def profile_of(article: str, local: str, text: str) -> Profile:
    """A unit's profile, speaking for one of its mentions."""
    profile = _parsed(text)
    return profile if profile.mention == (article, local) else replace(profile, mention=(article, local))


@lru_cache(maxsize=20_000)
def _parsed(text: str) -> Profile:
    """Profiles are frozen, and those in use are looked at again and again."""
    return profile_from_json(json.loads(text))
