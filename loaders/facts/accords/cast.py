"""Who can sign: the people and bodies of a sentence, the two sides of the talks, the two people who lead them."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.facts.bodies import Agency, Country
from loaders.facts.events import Event
from loaders.facts.roles import Role
from loaders.facts.scene import Scene
from loaders.mentions.reading import Reading


@dataclass(slots=True)
class Cast:
    """The bodies, roles and events of the article as the reading of signatures needs them."""

    reading: Reading
    scenes: list[Scene]
    agencies: list[Agency]
    countries: list[Country]
    events: list[Event]
    roles: list[Role]
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    pair: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        """Lay out all bodies by their place; a country inside an agency's name is no body of its own."""
        taken = {k for a in self.agencies for m in a.mentions for k in range(m.i, m.j)}
        self.spans = [(m.i, m.j, a.id) for a in self.agencies for m in a.mentions]
        self.spans += [(i, j, c.iso2) for c in self.countries for i, j in c.spans if i not in taken]
        self.spans.sort()

    def bodies(self, scene: Scene, i: int, j: int, named: bool = False) -> list[tuple[int, int, str]]:
        """Agencies and countries in tokens i to j; not in titles nor, unless ``named``, in names of agreements."""
        worn = {k for a in scene.actors for k in range(a.i, a.j)}
        if not named:
            worn |= {k for g in scene.agreements for k in range(g.i, g.j)}
        return [b for b in self.spans if i <= b[0] < j and b[0] not in worn]

    def principals(self, number: int) -> tuple[list[str], list[int]]:
        """The two people whose talks the text is at in a sentence, and the sentences that name them."""
        met: list[tuple[int, Event]] = []
        for event in self.events:
            told = [s for s in {event.sentence, *event.told} if s <= number]
            if told and event.kind != "visit" and len(event.people) >= 2:
                met.append((max(told), event))
        if met:
            last, event = max(met, key=lambda pair: pair[0])
            people = list(event.co_chairs) if len(event.co_chairs) == 2 else list(event.people)[:2]
            if number - last <= 12:
                return people, [last]
        for scene in reversed(self.scenes[max(0, number - 4) : number]):
            people = list(dict.fromkeys(a.person.id for a in scene.actors))
            if len(people) == 2 and self._two_sides(people):
                return people, [scene.number]
        return [], []

    def _two_sides(self, people: list[str]) -> bool:
        homes = [self.home_of(p) for p in people]
        return None not in homes and homes[0] != homes[1]

    def home_of(self, person: str) -> str | None:
        """The country that a person acts for."""
        owners = {a.id: a.country for a in self.agencies}
        found = [
            owners.get(r.target, r.target if len(r.target) == 2 else None) for r in self.roles if r.person == person
        ]
        return next((c for c in found if c), None)

    def agency_of(self, person: str) -> str | None:
        """The agency that a person acts for."""
        ids = {a.id for a in self.agencies if a.country}
        return next((r.target for r in self.roles if r.person == person and r.target in ids), None)

    def sides(self, number: int, which: str, between_states: bool) -> tuple[list[str], list[int]]:
        """The bodies that "the two sides", "ministries" or "countries" are, and the sentences that name them."""
        people, told = self.principals(number)
        agencies = [a for p in people if (a := self.agency_of(p))]
        lands = list(dict.fromkeys(c for p in people if (c := self.home_of(p))))
        if len(lands) != 2:
            spoken = sorted(self.countries, key=lambda c: -len(c.spans))
            agencies, lands, told = [], [c.iso2 for c in spoken], []
            if len(lands) != 2:
                return (list(self.pair), []) if which == "bodies" and self.pair else ([], [])
        apart = len(set(agencies)) == 2
        if which == "bodies" and not apart and self.pair:
            return list(self.pair), []
        if which == "bodies" or (which == "sides" and apart and not between_states):
            return (agencies, told) if apart else ([], [])
        return lands, told
