"""The facts of one article put into nodes and edges, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from graph.model import Article, Edge, Evidence, Facts, Node, Value
from loaders.facts import confidence
from loaders.facts.accords import Accord
from loaders.facts.bodies import Agency, Country
from loaders.facts.events import Event
from loaders.facts.persons import Person
from loaders.facts.roles import Role
from loaders.mentions.reading import Reading

VERSION = "1"


_ASIDE = 0.05  # a sentence that only names whom another speaks of stands behind that one


class Builder:
    """Makes nodes and edges of one article; quotes are cut from its text."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self.article = article
        self.reading = reading
        self.nodes: list[Node] = []
        self._rules = f"rules/{article.language or reading.pack.code}"
        self._spans: dict[tuple[int, int, float], Evidence] = {}  # what shows a body shows its country, too
        self._edges: dict[tuple[str, str, str], tuple[dict[str, Value], dict[tuple[int, int], Evidence]]] = {}

    def span(self, i: int, j: int, confidence: float) -> Evidence:
        """Evidence from tokens i to j."""
        known = self._spans.get((i, j, confidence))
        if known is None:
            start, end = self.reading.tokens[i].start, self.reading.tokens[j - 1].end
            quote = self.article.text[start:end]
            known = Evidence(self.article.key, quote, start, end, self._rules, VERSION, confidence)
            self._spans[i, j, confidence] = known
        return known

    def sentence(self, number: int, confidence: float) -> Evidence:
        """Evidence from one whole sentence."""
        s = self.reading.sentences[number]
        return self.span(s.first, s.last, confidence)

    def around(self, i: int, j: int, confidence: float) -> Evidence:
        """Evidence from the sentence around tokens i to j: a title alone seldom says of which country it is."""
        first, last = self.reading.sentence_at[i], self.reading.sentence_at[j - 1]
        return self.sentence(first, confidence) if first == last else self.span(i, j, confidence)

    def node(
        self,
        id: str,
        label: str,
        name: str,
        aliases: Iterable[str],
        evidence: Iterable[Evidence],
        **properties: Value | None,
    ) -> None:
        """Add a node; properties that are None or empty stay out."""
        kept = {k: v for k, v in properties.items() if v not in (None, "")}
        name = " ".join(name.split())  # a quote keeps the text's own spaces and line breaks, a name does not
        own = tuple(a for a in dict.fromkeys([" ".join(a.split()) for a in dict.fromkeys(aliases)]) if a and a != name)
        self.nodes.append(Node(id, label, name, own, kept, tuple(evidence)))

    def edge(
        self, type: str, source: str, target: str, evidence: Iterable[Evidence], **properties: Value | None
    ) -> None:
        """Add an edge, or evidence to the one that is there."""
        kept = {k: v for k, v in properties.items() if v not in (None, "")}
        known, said = self._edges.setdefault((type, source, target), ({}, {}))
        for key, value in kept.items():
            known.setdefault(key, value)
        for e in evidence:
            said.setdefault((e.start, e.end), e)

    def facts(self) -> Facts:
        """What was built: edges with their evidence, the surest first."""
        ids = {n.id for n in self.nodes}
        edges = tuple(
            Edge(t, s, o, props, tuple(sorted(said.values(), key=lambda e: (-e.confidence, e.start))))
            for (t, s, o), (props, said) in self._edges.items()
            if s in ids and o in ids and said
        )
        return Facts(self.article, tuple(self.nodes), edges)


def assemble(
    article: Article,
    reading: Reading,
    people: list[Person],
    agencies: list[Agency],
    countries: list[Country],
    roles: list[Role],
    accords: list[Accord],
    events: list[Event],
) -> Facts:
    """All facts of one article."""
    build = Builder(article, reading)
    _people(build, people)
    _agencies(build, agencies)
    _countries(build, countries, agencies, roles, events)
    for role in roles:
        build.edge(
            "REPRESENTS",
            role.person,
            role.target,
            [build.around(role.i, role.j, confidence.of_role(role))],
            title=role.title,
            rank=role.rank,
        )
    named = _named(reading, people, agencies, countries)
    _accords(build, accords, named)
    _events(build, events, named)
    return build.facts()


def _people(build: Builder, people: list[Person]) -> None:
    for p in people:
        build.node(p.id, "Person", p.name, p.aliases, (build.span(m.i, m.j, confidence.of_name(m)) for m in p.mentions))


def _agencies(build: Builder, agencies: list[Agency]) -> None:
    reading = build.reading
    for a in agencies:
        forms, sure = [], confidence.of_agency(a)
        for m in a.mentions:
            whole = reading.slice(m.i, m.j)
            forms += [m.core if m.derived else _without_acronym(whole, m.acronym), m.core, m.acronym]
        forms = [f for f in forms if f]
        if not forms:
            forms = [reading.slice(a.mentions[0].i, a.mentions[0].j)]
        name = max(dict.fromkeys(forms), key=_size)  # the first of equals
        build.node(
            a.id,
            "Agency",
            name,
            forms,
            (build.span(m.i, m.j, sure) for m in a.mentions),
            country=a.country,
            kind=a.kind,
        )
        if a.part_of:
            build.edge("PART_OF", a.id, a.part_of, [build.span(m.i, m.j, sure) for m in a.mentions[:2]])
        if a.country:
            build.edge("OF", a.id, a.country, [build.span(m.i, m.j, sure) for m in a.mentions[:5]])


def _size(name: str) -> int:
    """How many words tell a body's name; a whole clause is none."""
    words = len(name.split())
    return words if words <= 12 else 0


def _without_acronym(text: str, acronym: str) -> str:
    bare = text.replace(f"({acronym})", " ").replace(f", {acronym},", " ")
    return " ".join(bare.split()) if acronym else text


@cache
def _territories(code: str) -> Mapping[str, str]:
    """The countries' names in a language; to make a locale takes longer than an article's nodes."""
    from babel import Locale

    return Locale(code).territories


def _countries(
    build: Builder, countries: list[Country], agencies: list[Agency], roles: list[Role], events: list[Event]
) -> None:
    names = _territories(build.reading.pack.code)
    found = {c.iso2: [build.span(i, j, confidence.COUNTRY) for i, j in c.spans] for c in countries}
    for a in agencies:
        if a.country and a.country not in found:
            found[a.country] = [build.span(m.i, m.j, confidence.PARTY) for m in a.mentions[:1]]
    for r in roles:
        if len(r.target) == 2 and r.target.isupper():
            found.setdefault(r.target, [build.span(r.i, r.j, 0.7)])
    for iso2, evidence in found.items():
        said = dict.fromkeys(e.quote for e in evidence)
        build.node(iso2, "Country", names.get(iso2, iso2), said, evidence, iso2=iso2)


def _named(
    reading: Reading, people: list[Person], agencies: list[Agency], countries: list[Country]
) -> dict[str, list[int]]:
    """The sentences that name somebody or some body, by its id."""
    spots = [(p.id, m.i) for p in people for m in p.mentions]
    spots += [(a.id, m.i) for a in agencies for m in a.mentions]
    spots += [(c.iso2, i) for c in countries for i, _ in c.spans]
    out: dict[str, list[int]] = {}
    for who, k in spots:
        out.setdefault(who, []).append(reading.sentence_at[k])
    return out


def _shown(numbers: list[int], who: str, named: dict[str, list[int]]) -> list[int]:
    """The sentences to quote: where none names whom it is about ("the ministers signed"), the last before that does."""
    known = named.get(who, [])
    if not numbers or set(numbers) & set(known):
        return numbers
    before = [n for n in known if n < numbers[0]]
    return [*numbers, max(before)] if before else numbers


def _accords(build: Builder, accords: list[Accord], named: dict[str, list[int]]) -> None:
    for g in accords:
        names = g.names(build.reading)
        date = str(g.date) if g.date else None
        said = [build.span(m.i, m.j, confidence.AGREEMENT) for m in g.mentions]
        build.node(g.id, "Agreement", names[0], names[1:], said, kind=g.kind, status=g.status, stage=g.stage, date=date)
        for type, claims in (("SIGNED", g.signers), ("PARTY_TO", g.parties)):
            for who, claim in claims.items():
                told = [n for n in claim.sentences if type != "SIGNED" or _tells_signing(build.reading, n)]
                shown = _shown(told, who, named)
                sure = {n: round(claim.confidence - (n not in g.told) * _ASIDE, 2) for n in shown}
                build.edge(type, who, g.id, [build.sentence(n, sure[n]) for n in shown])


def _tells_signing(reading: Reading, number: int) -> bool:
    """Whether a sentence holds a word of signing or concluding: without one it is no evidence that somebody signed."""
    s = reading.sentences[number]
    signs = any(True for _ in reading.phrases(s.first, s.last, "sign", "signed", "signed_by", "signing"))
    return signs or any(h.entry.key in ("concluded", "attained") for h in reading.phrases(s.first, s.last, "reached"))


def _events(build: Builder, events: list[Event], named: dict[str, list[int]]) -> None:
    for n, e in enumerate(events, 1):
        id = f"m{n}"
        build.node(
            id,
            "Meeting",
            e.name,
            (),
            (build.sentence(s, 0.85) for s in e.told or [e.sentence]),
            kind=e.kind,
            status=e.status,
            date=str(e.date) if e.date else None,
            date_end=str(e.until) if e.until else None,
            place=e.place,
            country=e.country,
        )
        for table, type, sure in (
            (e.people, "ATTENDED", confidence.of_presence),
            (e.chairs, "CHAIRED", confidence.of_chair),
            (e.co_chairs, "CO_CHAIRED", confidence.of_chair),
        ):
            for person, sentences in table.items():
                told = sentences if set(sentences) & {e.sentence, *e.told} else [*sentences, e.sentence]
                shown = _shown(told, person, named)
                build.edge(type, person, id, [build.sentence(s, sure(e, person)) for s in shown])
        if e.country:
            build.edge("HELD_IN", id, e.country, [build.sentence(e.sentence, 0.8)])
