"""Who can sign: the people and bodies of a sentence, the two sides of the talks, the two people who lead them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import field

from loaders.facts.bodies import Agency, Country
from loaders.facts.events import Event
from loaders.facts.roles import Role
from loaders.facts.scene import Scene
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading

_BACK = 3  # sentences back to the one whom "he" means


@dataclass(slots=True)
class Cast:
    """The bodies, roles and events of the article as the reading of signatures needs them.

    ``pair`` are the two bodies last said to have an agreement between them, ``paired`` the sentence that says so.
    """

    reading: Reading
    scenes: list[Scene]
    agencies: list[Agency]
    countries: list[Country]
    events: list[Event]
    roles: list[Role]
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    pair: tuple[str, str] | None = None
    paired: list[int] = field(default_factory=list)
    lands: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    _starts: list[int] = field(default_factory=list)
    _homes: dict[str, str] = field(default_factory=dict)
    _desks: dict[str, str] = field(default_factory=dict)
    _offices: dict[str, set[str]] = field(default_factory=dict)
    _owners: dict[str, str | None] = field(default_factory=dict)
    _met: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Lay out all bodies by their place; a country inside an agency's name is no body of its own."""
        taken = {k for a in self.agencies for m in a.mentions for k in range(m.i, m.j)}
        self.spans = [(m.i, m.j, a.id) for a in self.agencies for m in a.mentions]
        self.spans += [(i, j, c.iso2) for c in self.countries for i, j in c.spans if i not in taken]
        self.spans.sort()
        self._starts = [i for i, _, _ in self.spans]
        self.lands = {c.iso2 for c in self.countries}
        self.persons = {r.person for r in self.roles} | {a.person.id for s in self.scenes for a in s.actors}
        for a in (a for s in self.scenes for a in s.actors):
            self._offices.setdefault(a.person.id, {t.office for t, _ in a.person.titles})
        owners = self._owners = {a.id: a.country for a in self.agencies}
        for role in self.roles:
            home = owners.get(role.target, role.target if len(role.target) == 2 else None)
            if home:
                self._homes.setdefault(role.person, home)
            if owners.get(role.target):
                self._desks.setdefault(role.person, role.target)
        talks = [(n, e) for n, e in enumerate(self.events) if e.kind != "visit" and len(e.people) >= 2]
        self._met = sorted({(s, n) for n, e in talks for s in (e.sentence, *e.told)})

    def bodies(self, scene: Scene, i: int, j: int, named: bool = False) -> list[tuple[int, int, str]]:
        """Agencies and countries in tokens i to j; not in titles nor, unless ``named``, in names of agreements."""
        found = self.spans[bisect_left(self._starts, i) : bisect_left(self._starts, j)]
        worn = [(a.i, a.j) for a in scene.actors if a.i < j and a.j > i] if found else []
        if not named and found:
            worn += [(g.i, g.j) for g in scene.agreements if g.i < j and g.j > i]
        return [b for b in found if not any(a <= b[0] < z for a, z in worn)]

    def principals(self, number: int, most: int = 2) -> tuple[list[str], list[int]]:
        """The people whose talks the text is at, two or up to ``most``, and the sentences that name them."""
        n = bisect_right(self._met, (number, len(self.events)))
        if n and number - self._met[n - 1][0] <= 12:
            last, at = self._met[n - 1]
            first = next(k for s, k in self._met[max(0, n - 8) : n] if s == last) if n else at
            event = self.events[first]
            people = list(event.co_chairs) if len(event.co_chairs) == 2 == most else list(event.people)[:most]
            return people, [last]
        for scene in reversed(self.scenes[max(0, number - 4) : number]):
            people = list(dict.fromkeys(a.person.id for a in scene.actors))
            if 2 <= len(people) <= most and self._two_sides(people):
                return people, [scene.number]
        return [], []

    def spoken_of(self, number: int, other: str) -> list[str]:
        """The person of the last sentences that "he" is, who acts for another country than somebody else does."""
        for scene in reversed(self.scenes[max(0, number - _BACK) : number]):
            people = [a.person.id for a in scene.actors if a.person.id != other]
            if people:
                homes = self.home_of(people[0]), self.home_of(other)
                return people[:1] if homes[0] != homes[1] or homes[0] is None else []
        return []

    def _spoken_of(self, number: int) -> list[str]:
        """The two countries of a sentence, else those of the whole article."""
        s = self.scenes[number].sentence
        here = dict.fromkeys(key for _, _, key in self.bodies(self.scenes[number], s.first, s.last, True))
        lands = [c.iso2 for c in self.countries if c.iso2 in here]
        return lands if len(lands) == 2 else [c.iso2 for c in self.countries]

    def _naming(self, number: int, lands: list[str]) -> list[int]:
        """The last sentence up to this one that names both countries, so that a quote can show who the two are."""
        for scene in reversed(self.scenes[: number + 1]):
            here = {key for _, _, key in self.bodies(scene, scene.sentence.first, scene.sentence.last, True)}
            if here.issuperset(lands):
                return [scene.number]
        return []

    def _two_sides(self, people: list[str]) -> bool:
        homes = [self.home_of(p) for p in people]
        return None not in homes and len(set(homes)) >= 2

    def home_of(self, person: str) -> str | None:
        """The country that a person acts for."""
        return self._homes.get(person)

    def holder_of(self, body: str) -> str | None:
        """The one person of the article who acts for an agency; None where there is nobody or are several."""
        held = [p for p, a in self._desks.items() if a == body]
        return held[0] if len(held) == 1 else None

    def holds(self, person: str, office: str) -> bool:
        """Whether a person can hold an office of a kind: the article gives it or no other."""
        known = self._offices.get(person)
        return not known or office in known

    def land_of(self, body: str) -> str | None:
        """The country of a body; a country's own is itself."""
        return self._owners.get(body, body)

    def agency_of(self, person: str) -> str | None:
        """The agency that a person acts for."""
        return self._desks.get(person)

    def sides(self, number: int, which: str, between_states: bool) -> tuple[list[str], list[int]]:
        """The bodies that "the two sides", "ministries" or "countries" are, and the sentences that name them."""
        people, told = self.principals(number)
        agencies = [a for p in people if (a := self.agency_of(p))]
        lands = list(dict.fromkeys(c for p in people if (c := self.home_of(p))))
        if len(lands) != 2:
            agencies, lands = [], self._spoken_of(number)
            told = self._naming(number, lands)
            if len(lands) != 2 or not told:
                return (list(self.pair), self.paired) if which == "bodies" and self.pair else ([], [])
        apart = len(set(agencies)) == 2
        if which == "bodies" and not apart and self.pair:
            return list(self.pair), self.paired
        if which == "bodies" or (which == "sides" and apart and not between_states):
            return (agencies, told) if apart else ([], [])
        return lands, told
