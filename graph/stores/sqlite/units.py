"""Identity in tables: which unit a mention belongs to, which units can meet, and the key each has.

A unit is what shares a fate: all mentions with one signature, or the one mention that a verdict names.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from graph.identity import Profile, cluster
from graph.model import Verdict
from graph.stores.base import Mention
from graph.stores.records import pack, verdict_from_json

Units = set[str]

_NEIGHBOURS = "SELECT DISTINCT b.unit FROM blocks a JOIN blocks b ON a.block = b.block WHERE a.unit = ?"


def place(connection: sqlite3.Connection, profile: Profile, stirred: Units) -> None:
    """Give the mention its unit; every unit whose comparison may now differ joins ``stirred``."""
    unit = _unit_of(connection, profile)
    connection.execute("INSERT INTO mentions VALUES (?, ?, ?)", (*profile.mention, unit))
    row = (unit, pack(profile.mention), _profile_to_json(profile))
    if connection.execute("INSERT OR IGNORE INTO units VALUES (?, ?, ?, '')", row).rowcount:
        connection.executemany("INSERT INTO blocks VALUES (?, ?)", [(b, unit) for b in sorted(profile.blocks)])
        stirred.add(unit)
    else:
        _refresh_first(connection, unit, stirred)


def displace(connection: sqlite3.Connection, mention: Mention, stirred: Units) -> None:
    """Take the mention out of its unit; a unit without mentions goes, and what it might have joined is stirred."""
    (unit,) = connection.execute("SELECT unit FROM mentions WHERE article = ? AND local = ?", mention).fetchone()
    connection.execute("DELETE FROM mentions WHERE article = ? AND local = ?", mention)
    if connection.execute("SELECT 1 FROM mentions WHERE unit = ? LIMIT 1", (unit,)).fetchone():
        _refresh_first(connection, unit, stirred)
        return
    stirred.update(u for (u,) in connection.execute(_NEIGHBOURS, (unit,)))
    stirred.update(
        u for v in _verdicts_on(connection, mention) for m in (v.left, v.right) for u in unit_of(connection, m)
    )
    connection.execute("DELETE FROM blocks WHERE unit = ?", (unit,))
    connection.execute("DELETE FROM units WHERE unit = ?", (unit,))
    stirred.discard(unit)


def settle(connection: sqlite3.Connection, stirred: Units) -> dict[str, tuple[str, str]]:
    """Cluster what is stirred with all that it can meet; {unit: (old key, new key)} of those whose key must change."""
    near = _neighbourhood(connection, stirred)
    profiles, old = [], {}
    for unit in near:
        first, profile, key = connection.execute(
            "SELECT first, profile, key FROM units WHERE unit = ?", (unit,)
        ).fetchone()
        profiles.append(_profile_from_json(first, profile))
        old[profiles[-1].mention] = (unit, key)
    verdicts = {v for p in profiles for v in _verdicts_on(connection, p.mention)}
    new = cluster(profiles, verdicts)
    return {unit: (key, new[m]) for m, (unit, key) in old.items() if new[m] != key}


def set_key(connection: sqlite3.Connection, unit: str, key: str) -> None:
    """Record the node that a unit became."""
    connection.execute("UPDATE units SET key = ? WHERE unit = ?", (key, unit))


def articles_of(connection: sqlite3.Connection, unit: str) -> list[str]:
    """The articles whose mentions are in the unit."""
    found = connection.execute("SELECT DISTINCT article FROM mentions WHERE unit = ?", (unit,))
    return [article for (article,) in found]


def canonical(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """For every local id of the article the key of its node."""
    found = connection.execute("SELECT local, key FROM mentions JOIN units USING (unit) WHERE article = ?", (article,))
    return dict(found.fetchall())


def mentions_of(connection: sqlite3.Connection, key: str) -> tuple[Mention, ...]:
    """The mentions that became the node."""
    found = connection.execute(
        "SELECT article, local FROM units JOIN mentions USING (unit) WHERE key = ? ORDER BY article, local", (key,)
    )
    return tuple((article, local) for article, local in found)


def _neighbourhood(connection: sqlite3.Connection, stirred: Iterable[str]) -> list[str]:
    """All units that are joined to these by shared blocks or verdicts, over any number of steps, in order."""
    near = set(stirred)
    frontier = list(near)
    blocks: set[str] = set()
    while frontier:
        unit = frontier.pop()
        fresh = {b for (b,) in connection.execute("SELECT block FROM blocks WHERE unit = ?", (unit,))} - blocks
        blocks |= fresh
        found = {u for b in fresh for (u,) in connection.execute("SELECT unit FROM blocks WHERE block = ?", (b,))}
        (first,) = connection.execute("SELECT first FROM units WHERE unit = ?", (unit,)).fetchone()
        for verdict in _verdicts_on(connection, _mention(first)):
            found.update(unit_of(connection, verdict.left), unit_of(connection, verdict.right))
        frontier += found - near
        near |= found
    return sorted(near)


def _unit_of(connection: sqlite3.Connection, profile: Profile) -> str:
    judged = connection.execute("SELECT 1 FROM judged WHERE article = ? AND local = ? LIMIT 1", profile.mention)
    return pack(profile.mention) if judged.fetchone() else profile.signature


def unit_of(connection: sqlite3.Connection, mention: Mention) -> list[str]:
    """The unit of a mention, if its article is here."""
    found = connection.execute("SELECT unit FROM mentions WHERE article = ? AND local = ?", mention)
    return [unit for (unit,) in found]


def _verdicts_on(connection: sqlite3.Connection, mention: Mention) -> list[Verdict]:
    query = "SELECT body FROM judged JOIN verdicts ON verdict = verdicts.id WHERE article = ? AND local = ?"
    return [verdict_from_json(body) for (body,) in connection.execute(query, mention)]


def _refresh_first(connection: sqlite3.Connection, unit: str, stirred: Units) -> None:
    """A unit is compared as its first mention: when that changes, ties may fall otherwise."""
    query = "SELECT article, local FROM mentions WHERE unit = ? ORDER BY article, local LIMIT 1"
    first = pack(connection.execute(query, (unit,)).fetchone())
    if connection.execute("UPDATE units SET first = ? WHERE unit = ? AND first <> ?", (first, unit, first)).rowcount:
        stirred.add(unit)


def _mention(text: str) -> Mention:
    article, local = json.loads(text)
    return article, local


def _profile_to_json(profile: Profile) -> str:
    return pack(
        {
            "label": profile.label,
            "name": profile.name,
            "features": dict(profile.features),
            "blocks": sorted(profile.blocks),
            "slug": profile.slug,
            "stem": profile.stem,
            "signature": profile.signature,
            "rivals": sorted(profile.rivals),
        }
    )


def _profile_from_json(first: str, text: str) -> Profile:
    data = json.loads(text)
    features = {name: tuple(values) for name, values in data.pop("features").items()}
    blocks, rivals = frozenset(data.pop("blocks")), frozenset(data.pop("rivals"))
    return Profile(mention=_mention(first), features=features, blocks=blocks, rivals=rivals, **data)
