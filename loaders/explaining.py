"""What the reader saw, sentence by sentence: each piece with the entry or rule behind it, and what it let lie."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Article, Facts
from loaders.extraction import Observation, assembled, observe
from loaders.language.values import dataclass
from loaders.mentions.reading import Hit, Reading

_VOUCHED = ("nothing vouches for it", "a known name", "a form of address or rank", "an office beside it")
_SLOTS = {
    "agency": "entities/agencies.yaml",
    "forum": "entities/forums.yaml",
    "body": "entities/agency_types.yaml bodies",
    "field": "entities/agency_types.yaml fields",
    "type": "entities/agency_types.yaml types",
    "office": "entities/offices.yaml",
    "country": "entities/countries.yaml",
    "demonym": "entities/countries.yaml adjectives",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen in a sentence: ``what`` it is, the words, and ``why`` it was taken or refused."""

    what: str
    words: str
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence with what was seen in it and the facts whose evidence it is; offsets count the article's text."""

    start: int
    end: int
    text: str
    findings: tuple[Finding, ...]
    facts: tuple[str, ...]


def explain(article: Article) -> tuple[Explained, ...]:
    """The reader's steps on one article, for whoever mends a rule or adds a word; InputError as ``extract``."""
    seen = observe(article)
    facts = assembled(article, seen)
    out = []
    for number, s in enumerate(seen.reading.sentences):
        start, end = seen.reading.tokens[s.first].start, seen.reading.tokens[s.last - 1].end
        findings = (*_taken(seen, number), *_refused(seen, number))
        out.append(Explained(start, end, article.text[start:end], findings, tuple(_facts(facts, start, end))))
    return tuple(out)


def _taken(seen: Observation, number: int) -> Iterator[Finding]:
    reading, s = seen.reading, seen.reading.sentences[number]
    for person in seen.people:
        for m in person.mentions:
            if s.first <= m.i < s.last:
                as_whom = "" if m.text == person.name else f"; short for {person.name}"
                yield Finding("person", m.text, _VOUCHED[m.vouched] + as_whom, True)
    for title in seen.titles:
        if s.first <= title.i < s.last:
            yield Finding(
                "office", reading.slice(title.i, title.j), f"offices: {title.office}, held for {title.holds_for}", True
            )
    for agency in seen.agencies:
        for body in agency.mentions:
            if s.first <= body.i < s.last and not body.derived:
                of = agency.country or ("several countries" if agency.multilateral else "an unknown country")
                words = reading.slice(body.i, body.j)
                yield Finding(
                    "agency",
                    words,
                    f"{body.key or body.kind or 'by its form'}, of {of}; {_entries(reading, body.i, body.j)}",
                    True,
                )
    for country in seen.countries:
        for i, j in country.spans:
            if s.first <= i < s.last:
                yield Finding("country", reading.slice(i, j), f"countries: {country.iso2}", True)
    for accord in seen.accords:
        for g in accord.mentions:
            if s.first <= g.i < s.last:
                yield Finding("agreement", reading.slice(g.i, g.j), f"{accord.kind}, {accord.status}", True)
    scene = seen.scenes[number]
    for date in scene.dates:
        yield Finding("date", reading.slice(date.i, date.j), str(date.date or "the year stays open"), True)
    for cue in scene.cues:
        yield Finding(
            "cue", reading.slice(cue.i, cue.j), ", ".join(f"{slot}: {key}" for slot, key in cue.slots.items()), True
        )


def _entries(reading: Reading, i: int, j: int) -> str:
    """The lexicon entries that a span was made of."""
    found: list[Hit] = list(reading.phrases(i, j, *_SLOTS))
    return ", ".join(f"{_SLOTS[h.entry.slot]}: {h.entry.phrase!r}" for h in found) or "no lexicon entry"


def _refused(seen: Observation, number: int) -> Iterator[Finding]:
    reading, s = seen.reading, seen.reading.sentences[number]
    named = {(m.i, m.j) for p in seen.people for m in p.mentions}
    for name in seen.names:
        if s.first <= name.i < s.last and (name.i, name.j) not in named:
            yield Finding("person", name.text, _VOUCHED[min(name.vouched, 1)], False)
    spoken = {k for c in seen.countries for i, j in c.spans for k in range(i, j)}
    agreed = {k for a in seen.accords for g in a.mentions for k in range(g.i, g.j)}
    for hit in reading.phrases(s.first, s.last, "weak_country"):
        if hit.i not in spoken:
            yield Finding(
                "country",
                reading.slice(hit.i, hit.j),
                "the word is also something else and nothing says country",
                False,
            )
    for hit in reading.phrases(s.first, s.last, "agreement"):
        if hit.i not in agreed:
            yield Finding("agreement", reading.slice(hit.i, hit.j), "vague, or nothing says what it is about", False)


def _facts(facts: Facts, start: int, end: int) -> Iterator[str]:
    names = {n.id: n.name for n in facts.nodes}
    for edge in facts.edges:
        for e in edge.evidence:
            if start <= e.start < end:
                yield f"{names[edge.source]} {edge.type} {names[edge.target]} ({e.confidence:.2f})"
                break
