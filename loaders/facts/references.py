"""People whom an office alone means: "the Russian minister", "son homologue burkinabè", "vị Bộ trưởng"."""

from __future__ import annotations

from loaders.facts.persons import Person
from loaders.facts.scene import Actor
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention

# offices that "the chief of the force" may mean
_CHIEFS = {
    "head",
    "director",
    "director_general",
    "commander",
    "commissioner",
    "inspector_general",
    "chairman",
    "chief_of_staff",
}
# verbs behind an office: who holds it is their subject, and a name behind them is another's
_ACTS = ("meet", "meet_with", "passive", "travel", "attend", "co_chair", "sign", "signed")
Origins = dict[str, set[str]]


def find_references(
    reading: Reading, people: list[Person], titles: list[TitleMention], origins: Origins
) -> list[Actor]:
    """Offices without a name beside them, each given to the one person of the article whom it fits."""
    named = {id(t) for p in people for t, _ in p.titles}
    inside = {k for p in people for m in p.mentions for k in range(m.start, m.j)}
    out = []
    for title in titles:
        if _unread(reading, title):
            continue
        if id(title) in named or title.plural or title.holds_for == "none" or title.i in inside:
            continue
        first, last = reading.first_of(title.i), reading.last_of(title.i)
        ahead = min(last, title.j + 4)
        near = () if reading.pack.get("direct") else range(title.j, min(last, title.j + 2))
        acts = next((k for k in near if reading.hit(k, *_ACTS)), ahead)
        before = range(max(first, title.i - 2), title.i)
        joined = any(reading.norm(k) in reading.pack.words("and") for k in before)  # "X and the Omani minister"
        if inside.intersection(range(title.i if joined else before.start, acts)):  # in apposition to a name
            continue
        person = _counterpart(people, title, origins) if title.counterpart else _holder(reading, people, title, origins)
        if person is not None:
            out.append(Actor(title.i, title.j, title.i, person, named=False))
    return out


def _unread(reading: Reading, title: TitleMention) -> bool:
    """Vietnamese: whether a capital right behind a bare office says more of it: Chủ nhiệm | Văn phòng …"""
    k = title.j
    if not reading.pack.get("direct") or title.specific or k >= len(reading.tokens):
        return False
    return reading.tokens[k].cap and reading.sentence_at[k] == reading.sentence_at[title.i]


def _holder(reading: Reading, people: list[Person], title: TitleMention, origins: Origins) -> Person | None:
    """The one person with this office who fits, named before; of several only the country tells."""
    country = title.country or (title.agency.country if title.agency else None)
    fits = []
    for p in people:
        own = [t for t, _ in p.titles if t.office == title.office or _one_office(t, title) or _told_as(t, title)]
        # "Ngoại trưởng Mỹ và Nga hội đàm", "le ministre togolais de la Sécurité": named further on
        ahead = bool(country) and bool(reading.pack.get("direct") or title.agency)
        if not own or not (ahead or any(m.i < title.i for m in p.mentions)):
            continue
        if country and origins.get(p.id) and country not in origins[p.id]:
            continue
        kinds = {t.agency.label for t in own if t.agency}
        if title.agency and kinds and title.agency.label not in kinds:
            continue
        fits.append(p)
    bare = reading.norm(title.i - 1) in reading.pack.words("the") or reading.pack.get("direct")
    return fits[0] if len(fits) == 1 and (country or title.agency or bare) else None


def _told_as(a: TitleMention, b: TitleMention) -> bool:
    """Whether somebody was told only as a counterpart of the country whose minister is spoken of."""
    return a.counterpart and bool(a.country) and a.country == (b.country or (b.agency.country if b.agency else None))


def _one_office(a: TitleMention, b: TitleMention) -> bool:
    """Whether two titles are names of one office: the foreign minister and the minister of foreign affairs."""
    if a.agency is None or b.agency is None or a.agency.label != b.agency.label:
        return False
    return {a.office, b.office} <= {"minister", "foreign_minister"} or (b.office == "head" and a.office in _CHIEFS)


def _counterpart(people: list[Person], title: TitleMention, origins: Origins) -> Person | None:
    if not title.country:
        return None
    fits = [p for p in people if title.country in origins.get(p.id, ())]
    return fits[0] if len(fits) == 1 else None
