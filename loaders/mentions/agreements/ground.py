"""What a text already holds where agreements are looked for: names, bodies and dates by their tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from loaders.language.trie import Entry
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Hit, Reading
from loaders.mentions.title import TitleMention

_COUNTRIES = ("country", "weak_country")


@dataclass(slots=True)
class Ground:
    """``names`` are tokens of people's names, ``closed`` these and all of titles and bodies; ends by first token.

    ``acronyms`` are those that the text has given to agreements so far, each with the noun it stands for.
    """

    reading: Reading
    names: set[int]
    closed: set[int] = field(default_factory=set)
    bodies: dict[int, int] = field(default_factory=dict)
    dates: dict[int, DateMention] = field(default_factory=dict)
    acronyms: dict[str, Entry] = field(default_factory=dict)

    def short_of(self, k: int) -> Hit | None:
        """The acronym at token k that the text has given to an agreement: "a procès-verbal (PV)", then "the PV"."""
        entry = self.acronyms.get(self.reading.tokens[k].text) if self.acronyms else None
        return Hit(k, k + 1, entry) if entry else None

    def body_end(self, k: int) -> int | None:
        """The end of the agency, forum or country whose name begins at token k."""
        if k in self.bodies:
            return self.bodies[k]
        hit = self.reading.hit(k, "forum", "agency", *_COUNTRIES)
        return hit.j if hit else None

    def place_end(self, k: int) -> int | None:
        """The end of the town or country that begins at token k, the words before it (the city of) skipped."""
        reading, n = self.reading, k
        nouns = reading.pack.words("place_nouns") | reading.pack.words("the")
        while n - k < 4 and reading.norm(n) in nouns:
            n += 1
        hit = reading.hit(n, "capital", "city", "not_country", *_COUNTRIES)
        return hit.j if hit and hit.entry.slot != "not_country" else None


def ground(
    reading: Reading,
    dates: Iterable[DateMention],
    names: set[int],
    bodies: Iterable[AgencyMention] = (),
    titles: Iterable[TitleMention] = (),
) -> Ground:
    """The ground of a text."""
    out = Ground(reading, names, set(names))
    for body in bodies:
        out.bodies[body.i] = body.j
        out.closed.update(range(body.i, body.j))
    for title in titles:
        out.closed.update(range(title.i, title.j))
    out.dates = {d.i: d for d in dates}
    return out


def overlapped(reading: Reading, hit: Hit, *slots: str) -> bool:
    """Whether a longer phrase of the slots lies over a phrase: "peace plan", "Development Programme"."""
    return any(
        h.entry.slot in slots and h.j >= hit.j and h.i <= hit.i
        for k in range(max(0, hit.i - 3), hit.i + 1)
        for h in reading.hits[k]
    )
