"""Who represents what: every office beside a person's name, with the agency or country it is held for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from loaders.facts.bodies import Agency
from loaders.facts.counterparts import counterpart_of
from loaders.facts.persons import Person
from loaders.language.values import dataclass, replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention

_SECRETARIES = ("secretary", "secretary_of_state", "under_secretary", "permanent_secretary", "assistant_minister")
_MINISTERS = ("minister", "deputy_minister", "first_deputy_minister", "state_minister")


@dataclass(frozen=True, slots=True)
class Role:
    """A person holds an office for an agency (by id) or a country (by ISO code); ``i`` to ``j`` hold name and title."""

    person: str
    target: str
    title: str
    rank: str
    i: int
    j: int
    sure: bool = True


def find_roles(
    reading: Reading,
    people: list[Person],
    agency_of: dict[int, Agency],
    agencies: list[Agency],
    stands: Mapping[str, str | None],
) -> list[Role]:
    """Roles in order of the text; a bare "Minister" counts only where the person has no fuller office."""
    out: list[Role] = []
    taken = {k for p in people for t, m in p.titles for k in range(t.i, t.j)}
    held: dict[str, AgencyMention] = {}
    waiting = {p.id for p in people if any(t.counterpart for t, _ in p.titles)}
    for person in sorted(people, key=lambda p: p.id in waiting):
        full = _full(person)
        own = [
            r
            for t, m in full
            if (r := _role(reading, person, t, m, agency_of, agencies, people, stands[person.id], held))
        ]
        own += [
            _make(reading, person, t, m, agency_of[id(t.above)].id)
            for t, m in full
            if t.above is not None and _whole(t.above) and id(t.above) in agency_of
        ]
        if not own:
            others = taken - {k for t, _ in person.titles for k in range(t.i, t.j)}
            bare = (_bare(reading, person, t, m, agencies, stands[person.id], others) for t, m in person.titles)
            own = [r for r in bare if r]
        body = next((a for a in agencies for r in own[:1] if a.id == r.target), None)
        if body is not None and body.mentions:
            held[person.id] = body.mentions[0]
        out += _one_land(own, agencies)
    order = {p.id: n for n, p in enumerate(people)}
    return sorted(out, key=lambda r: order[r.person])


def _one_land(own: list[Role], agencies: list[Agency]) -> list[Role]:
    """The roles without the same ministry in a second country: the one that is said most often, or first, is meant."""
    body = {a.id: a for a in agencies if a.kind.startswith("ministry/")}
    said = Counter(r.target for r in own)
    best: dict[str, str] = {}
    for target in sorted(dict.fromkeys(r.target for r in own if r.target in body), key=lambda key: -said[key]):
        best.setdefault(body[target].label, target)
    return [r for r in own if r.target not in body or best[body[r.target].label] == r.target]


def _full(person: Person) -> list[tuple[TitleMention, NameMention]]:
    """The offices that say what they are held for; a bare ambassador only where all else is silent."""
    full = [(t, m) for t, m in person.titles if t.agency is not None or t.holds_for == "country" or t.counterpart]
    if any(t.agency is not None and t.agency.kind.startswith("ministry/") for t, _ in full):
        full = [(t, m) for t, m in full if not t.counterpart]  # the text says which ministry it is
    kept = [(t, m) for t, m in full if t.office != "native" and (t.office != "ambassador" or t.specific)]
    told = any(t.specific for t, _ in kept)
    return kept if told else [(t, m) for t, m in full if t.office != "native"] or full


def _whole(body: AgencyMention) -> bool:
    """Whether somebody of a part also acts for the whole: a ministry, a commission of many countries."""
    return body.kind.startswith("ministry/") or body.multilateral


def origins_of(roles: list[Role], agencies: list[Agency]) -> dict[str, set[str]]:
    """The countries that each person acts for, by the person's id."""
    country = {a.id: a.country for a in agencies}
    out: dict[str, set[str]] = {}
    for role in roles:
        home = role.target if len(role.target) == 2 and role.target.isupper() else country.get(role.target)
        if home:
            out.setdefault(role.person, set()).add(home)
    return out


def _role(
    reading: Reading,
    person: Person,
    title: TitleMention,
    mention: NameMention,
    agency_of: dict[int, Agency],
    agencies: list[Agency],
    people: list[Person],
    home: str | None,
    held: Mapping[str, AgencyMention],
) -> Role | None:
    if title.counterpart:
        if title.country is None and home is not None:
            title = replace(title, country=home)
        target = counterpart_of(reading, person, title, mention, agencies, people, held)
    elif title.agency is not None:
        agency = agency_of.get(id(title.agency))
        target = agency.id if agency else None
    else:
        target = title.country or _possessor(reading, title, agencies) or home
    return _make(reading, person, title, mention, target) if target else None


def _possessor(reading: Reading, title: TitleMention, agencies: list[Agency]) -> str | None:
    """The body that "its" or "son" before an office means: "with the OAS, through its special representative"."""
    if reading.norm(title.i - 1) not in reading.pack.words("its"):
        return None
    first = reading.first_of(title.i)
    near = [(m.j, a.id) for a in agencies for m in a.mentions if first <= m.i and m.j < title.i and title.i - m.j <= 9]
    return max(near)[1] if near else None


def every_office(titles: list[TitleMention], people: list[Person]) -> list[TitleMention]:
    """All offices, each once: those that people hold, and those of nobody, several countries' apart."""
    held = [t for p in people for t, _ in p.titles]
    dealt = {(t.i, t.office) for t in held}
    few = [t for t in titles if len(t.several) < 4 and (t.country or not t.plural) and t.office != "legislator"]
    alone = [part for t in few for part in (t.several or (t,)) if not t.plural or (t.i, t.office) not in dealt]
    return list({id(t): t for t in (*alone, *held)}.values())


def held_bodies(
    reading: Reading, people: list[Person], bodies: list[AgencyMention], stands: Mapping[str, str | None]
) -> dict[int, str | None]:
    """The country of the bodies that people hold an office for, by the identity of the body's mention."""
    out = {id(body): stands[p.id] for p in people for t, _ in p.titles for body in (t.agency, t.above) if body}
    for person in people:
        if not any(t.agency for t, _ in person.titles):
            for title, mention in person.titles:
                body = _near(reading, title, mention, bodies)
                if body is not None and body.country is None:
                    out.setdefault(id(body), stands[person.id])
    return out


def _near(
    reading: Reading, title: TitleMention, mention: NameMention, bodies: list[AgencyMention]
) -> AgencyMention | None:
    """The body that a bare office can be held for: the last one before it in its sentence, where no name parts them."""
    if title.holds_for != "agency" or title.counterpart:
        return None
    first, start = reading.first_of(mention.i), min(title.i, mention.i)
    near = [b for b in bodies if first <= b.i and b.j <= start and start - b.j <= 12]
    return near[-1] if near else None


def _bare(
    reading: Reading,
    person: Person,
    title: TitleMention,
    mention: NameMention,
    agencies: list[Agency],
    stands: str | None,
    taken: set[int],
) -> Role | None:
    """An office that names nobody it is held for: the body of its sentence that fits, the one ministry, the country."""
    if title.counterpart:
        return _make(reading, person, title, mention, stands, sure=False) if stands else None
    country = title.country or stands
    first, start = reading.first_of(mention.i), min(title.i, mention.i)
    near = [
        (m.j, a)
        for a in agencies
        for m in a.mentions
        if first <= m.i and m.j <= start and m.i not in taken and _of(a, country)
        if start - m.j <= 12 or reading.hit_before(m.i, "side")  # Về phía Công an tỉnh Nghệ An có …
    ]
    if (led := _led(reading, mention, agencies)) and title.holds_for == "agency":
        return _make(reading, person, title, mention, led, sure=False)
    if title.desk and (chief := _headed(agencies, country)):
        return _make(reading, person, title, mention, chief, sure=False)
    if near and title.holds_for == "agency" and not title.country:
        return _make(reading, person, title, mention, max(near, key=lambda pair: pair[0])[1].id, sure=False)
    ministries = [a for a in agencies if a.country == country and a.kind.startswith("ministry/")]
    if title.office in _MINISTERS and country and len(ministries) == 1:
        return _make(reading, person, title, mention, ministries[0].id, sure=False)
    head = title.office == "chairman" and reading.pack.get("direct")  # Chủ tịch Tập Cận Bình
    state = head or title.country or title.holds_for == "country" or title.office in (*_MINISTERS, *_SECRETARIES)
    return _make(reading, person, title, mention, country, sure=False) if country and state else None


def _led(reading: Reading, mention: NameMention, agencies: list[Agency]) -> str | None:
    """Vietnamese: the body whose delegation somebody heads: A - Giám đốc, Trưởng đoàn đại biểu | Công an tỉnh X."""
    if not reading.pack.get("direct") or not mention.after or mention.after[-1].office != "delegation_head":
        return None
    k = mention.after[-1].j
    spots = {m.i: a.id for a in agencies for m in a.mentions}
    for n in range(k, min(k + 4, reading.last_of(mention.i))):
        if n in spots or not reading.tokens[n].word:
            return spots.get(n)
    return None


def _headed(agencies: list[Agency], country: str | None) -> str | None:
    """The one body of a country whose head the article names, so that an office at a headquarters is of it."""
    own = [a.id for a in agencies if country and a.country == country and any(m.derived for m in a.mentions)]
    return own[0] if len(own) == 1 else None


def _of(agency: Agency, country: str | None) -> bool:
    return agency.multilateral or country is None or agency.country in (country, None)


def _make(
    reading: Reading, person: Person, title: TitleMention, mention: NameMention, target: str, sure: bool = True
) -> Role:
    i, j = min(title.i, mention.i), max(title.j, mention.j)
    return Role(person.id, target, reading.slice(title.i, title.j), mention.rank, i, j, sure)
