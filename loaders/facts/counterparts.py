"""Whose counterpart somebody is, and which body that makes: the same one in his country."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.facts.bodies import Agency
from loaders.facts.persons import Person
from loaders.language.values import replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention

_FRONT = 12  # tokens before a counterpart who stands in a clause that leads in its sentence


def counterpart_of(
    reading: Reading,
    person: Person,
    title: TitleMention,
    mention: NameMention,
    agencies: list[Agency],
    people: list[Person],
    held: Mapping[str, AgencyMention],
) -> str | None:
    """The counterpart's body: of the same type as that of whoever stands before, in the country that is named."""
    model = _of_row(title, mention, people, reading.first_of(title.i)) or _model(reading, person, mention, people, held)
    if model and title.country:
        found = next((a for a in agencies if a.label == model.label and a.country == title.country), None)
        if found:
            return found.id
        if model.core and not model.multilateral:
            agency = Agency(f"a{len(agencies) + 1}", model.label, title.country, False)
            agency.mentions.append(_moved(reading, model, title))
            agencies.append(agency)
            return agency.id
    return title.country


def _of_row(title: TitleMention, mention: NameMention, people: list[Person], first: int) -> AgencyMention | None:
    """Of several counterparts each is that of one in the same place before: A and B met theirs, C and D."""
    row = sorted({m.i for p in people for t, m in p.titles if t.counterpart and t.i == title.i})
    if not title.plural or len(row) < 2 or mention.i not in row:
        return None
    before = sorted((m.i, n) for n, p in enumerate(people) for m in p.mentions if first <= m.i < title.i)[-len(row) :]
    if len({n for _, n in before}) < len(row):
        return None
    other = people[before[row.index(mention.i)][1]]
    return next((t.agency for t, _ in other.titles if t.agency is not None and t.agency.kind), None)


def _model(
    reading: Reading, person: Person, mention: NameMention, people: list[Person], held: Mapping[str, AgencyMention]
) -> AgencyMention | None:
    """The body of whoever was named last before a counterpart, or first behind: "After meeting his counterpart, Y"."""
    fronted = mention.i - reading.first_of(mention.i) <= _FRONT
    last = reading.last_of(mention.i) if fronted else 0
    others = [(m.i, p) for p in people if p is not person for m in p.mentions]
    before = sorted(((i, p) for i, p in others if i < mention.i), key=lambda pair: -pair[0])[:6]
    behind = sorted(((i, p) for i, p in others if mention.i < i < last), key=lambda pair: pair[0])[:1]
    for _, other in [*before, *behind]:
        for title, _ in other.titles:
            if title.agency is not None and (title.agency.kind or title.agency.multilateral):
                return title.agency
        if (body := held.get(other.id)) is not None and body.kind.startswith("ministry/"):
            return body  # Bộ trưởng A tiếp người đồng cấp B
    return None


def _moved(reading: Reading, model: AgencyMention, title: TitleMention) -> AgencyMention:
    """The body's mention as a counterpart's office implies it: of a portfolio in several parts only the first."""
    core = _first_part(reading, model.core) if model.kind.startswith("ministry/") else model.core
    return replace(model, i=title.i, j=title.j, country=title.country, derived="counterpart", acronym="", core=core)


def _first_part(reading: Reading, core: str) -> str:
    """A ministry's name up to its second field, without adjectives: ministère de l'Intérieur | et de la Sécurité."""
    pack, words = reading.pack, core.split()
    if not words or pack.form(words[0]) != pack.form(pack.bodies.get("ministry", "").split()[0]):
        return core
    joins = pack.words("and")
    end = next((n for n, w in enumerate(words) if n > 1 and pack.form(w) in joins), len(words))
    end = next((n + 1 for n, w in enumerate(words[:end]) if w.endswith(",")), end)
    kept = " ".join(words[:end]).rstrip(",")
    return kept if len(kept.split()) > 1 else core
