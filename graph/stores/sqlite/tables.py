"""The tables of an embedded store, and why each is there."""

from __future__ import annotations

# What articles said and what people said, never derived, never lost; which articles are one source (source, handles).
STATEMENTS = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, source TEXT NOT NULL,
    published TEXT NOT NULL, header TEXT NOT NULL, text TEXT NOT NULL, sketch TEXT NOT NULL);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_source ON articles (source);
CREATE TABLE handles (handle INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (handle, article)) WITHOUT ROWID;
CREATE TABLE statements (
    article INTEGER NOT NULL REFERENCES articles (id), kind TEXT NOT NULL CHECK (kind IN ('node', 'edge')),
    ordinal INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (article, kind, ordinal)) WITHOUT ROWID;
CREATE TABLE verdicts (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
CREATE TABLE judged (
    article TEXT NOT NULL, local TEXT NOT NULL, verdict INTEGER NOT NULL REFERENCES verdicts (id),
    PRIMARY KEY (article, local, verdict)) WITHOUT ROWID;
"""

# Identity: a unit is what shares a fate (all mentions of one signature, or one mention that a verdict names).
IDENTITY = """
CREATE TABLE units (
    unit TEXT PRIMARY KEY, article TEXT NOT NULL, local TEXT NOT NULL, profile TEXT NOT NULL,
    key TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX units_key ON units (key);
CREATE TABLE blocks (block TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (block, unit)) WITHOUT ROWID;
CREATE TABLE mentions (
    article TEXT NOT NULL, local TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (article, local)) WITHOUT ROWID;
CREATE INDEX mentions_unit ON mentions (unit, article, local);
"""

# The graph: elements (nodes and edges as shown) and the counted claims and ordered quotes they are shown from.
GRAPH = """
CREATE TABLE elements (
    id INTEGER PRIMARY KEY, type TEXT NOT NULL, key TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE UNIQUE INDEX elements_identity ON elements (source, key, type, target);
CREATE INDEX elements_target ON elements (target) WHERE target <> '';
CREATE TABLE claims (
    element INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, source INTEGER NOT NULL,
    article INTEGER NOT NULL, published TEXT NOT NULL,
    PRIMARY KEY (element, property, value, source, article)) WITHOUT ROWID;
CREATE INDEX claims_published ON claims (element, property, value, published);
CREATE TABLE counts (
    element INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, sources INTEGER NOT NULL,
    PRIMARY KEY (element, property, value)) WITHOUT ROWID;
CREATE TABLE quotes (
    element INTEGER NOT NULL, doubt REAL NOT NULL, published TEXT NOT NULL, article TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, extractor TEXT NOT NULL, version TEXT NOT NULL,
    source INTEGER NOT NULL, quote TEXT NOT NULL,
    PRIMARY KEY (element, doubt, published, article, start, "end", extractor, version)) WITHOUT ROWID;
CREATE TABLE names (word TEXT NOT NULL, element INTEGER NOT NULL, PRIMARY KEY (word, element)) WITHOUT ROWID;
CREATE INDEX names_element ON names (element);
"""

ALL = STATEMENTS + IDENTITY + GRAPH
