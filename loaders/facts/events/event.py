"""One meeting of an article, and when two tellings are of the same one."""

from __future__ import annotations

from dataclasses import field

from graph.model import PartialDate
from loaders.facts.scene import Actor
from loaders.language.tokens import fold
from loaders.language.values import dataclass

NAMED = ("conference", "dialogue", "working_group", "ceremony")


@dataclass(slots=True)
class Event:
    """One meeting of the article. ``people`` maps a person's id to the sentences that say they took part.

    ``status`` is held, planned, cancelled or postponed; ``definite`` says that only a bare noun names it ("the
    meeting"), ``verbal`` that a verb does; ``open_day`` that the text names its day and nothing fixes the year;
    ``visited`` that people are only said to attend it; ``called`` that one called
    on the other; ``signing`` that something is signed at it; ``ends`` that its date is that of its end;
    ``bare`` that it is only called "the ceremony"; ``open`` that no pair
    of people makes it, so that others may be there; ``told`` are its sentences.
    """

    kind: str
    name: str
    sentence: int
    cue: tuple[int, int]
    people: dict[str, list[int]] = field(default_factory=dict)
    chairs: dict[str, list[int]] = field(default_factory=dict)
    co_chairs: dict[str, list[int]] = field(default_factory=dict)
    date: PartialDate | None = None
    until: PartialDate | None = None
    place: str | None = None
    country: str | None = None
    status: str = "held"
    definite: bool = False
    online: bool = False
    ends: bool = False
    same_day: bool = False
    open_day: bool = False
    verbal: bool = False
    visited: bool = False
    called: bool = False
    signing: bool = False
    bare: bool = False
    open: bool = False
    told: list[int] = field(default_factory=list)

    @property
    def words(self) -> frozenset[str]:
        """Folded words of the name."""
        return frozenset(fold(self.name).split())


def note(table: dict[str, list[int]], person: str, sentence: int) -> None:
    """Note that a sentence says something of a person."""
    if sentence not in table.setdefault(person, []):
        table[person].append(sentence)


def ids(actors: list[Actor]) -> set[str]:
    """Who the actors are."""
    return {a.person.id for a in actors}


def same(new: Event, old: Event) -> bool:
    """Whether two tellings are of one event."""
    if new.cue == old.cue and not new.verbal and "visit" not in (new.kind, old.kind):
        return True  # one noun, told of by two verbs: "took part in the meeting chaired by"
    a, b = set(new.people), set(old.people)
    named = new.kind in NAMED and old.kind in NAMED
    if named and new.kind == old.kind == "ceremony" and new.signing != old.signing and not (new.bare or old.bare):
        return False
    joins = old.open and new.kind == old.kind and (new.open or (new.definite and not new.verbal))
    if a and b and not named and a.isdisjoint(b) and not joins:
        return False
    if new.date and old.date and not new.date.agrees(old.date) and not _of_one_run(new, old):
        return False
    if new.status != old.status and "planned" in (new.status, old.status) and not named:
        return False
    if named and new.status == "planned" and old.status == "held" and not new.definite:
        return False  # the next session of what was held
    if joins and new.definite and not named and new.kind != "visit":
        return True  # "The minister chaired the meeting": the one with a guest of the body
    if not b and (
        (new.definite and new.kind == old.kind) or (new.kind == "talks" and named_set(old) and not _met(new))
    ):
        return True
    if "visit" in (new.kind, old.kind):
        return new.kind == old.kind and bool(a & b) and _same_visit(new, old)
    if named:
        if new.definite and new.kind == "conference" and old.kind in ("dialogue", "working_group"):
            return True  # "the conference" at which the dialogue was held
        return new.kind == old.kind and (new.definite or old.definite or _like(new, old))
    if "ceremony" in (new.kind, old.kind):
        return False
    if new.kind == old.kind and not (new.verbal or old.verbal) and a & b and _like(new, old):
        return True  # chaired by X and Y, and told once more with all who chair it
    if new.kind == old.kind and not (new.verbal or old.verbal or new.definite or old.definite) and not _like(new, old):
        return False  # two meetings with names of their own
    if "conference" in (new.kind, old.kind):
        return False
    if new.kind in NAMED or old.kind in NAMED:
        if (new.visited and old.verbal) or (new.called and not old.verbal):
            return False  # they met, and both attend a dialogue; one called on the other beside it
        return len(a & b) >= 2 and (a <= b or b <= a)
    if (new.kind == "call") != (old.kind == "call") and not new.definite:
        return False
    return (len(a & b) >= 2 and (a <= b or b <= a)) or (len(a) == 1 and a <= b)


def _of_one_run(a: Event, b: Event) -> bool:
    """Whether one date is that of the end of what began on the other."""
    if a.date is None or b.date is None or a.ends == b.ends:
        return False
    start, end = (b.date, a.date) if a.ends else (a.date, b.date)
    return 0 <= (end.start - start.start).days <= 10


def _met(event: Event) -> bool:
    """Whether a verb tells that two people met: that is no other name of a conference."""
    return event.verbal and len(event.people) > 1


def named_set(event: Event) -> bool:
    """Whether a conference was told with its date or place, so that "the meeting" can mean it."""
    return (
        event.kind in NAMED
        and event.status == "held"
        and (event.date is not None or event.country is not None or not event.definite)
    )


def _same_visit(new: Event, old: Event) -> bool:
    if new.country and old.country and new.country != old.country:
        return False
    if new.country and new.country == old.country and bool(old.place) != bool(new.place):
        return True  # "arrived in Vientiane, beginning a visit to Laos"
    return new.place == old.place or not (new.definite or old.definite)


def _like(a: Event, b: Event) -> bool:
    shared, small = a.words & b.words, min(len(a.words), len(b.words))
    every = a.words | b.words
    return bool(every) and (len(shared) / len(every) >= 0.5 or (small >= 4 and len(shared) / small >= 0.8))


def merge(old: Event, new: Event) -> None:
    """Let an event take in what a further telling of it adds."""
    for mine, other in ((old.people, new.people), (old.chairs, new.chairs), (old.co_chairs, new.co_chairs)):
        for person, sentences in other.items():
            for number in sentences:
                note(mine, person, number)
    if (new.kind in NAMED and old.kind not in NAMED) or (new.kind == "reception" and old.kind == "talks"):
        old.kind, old.name, old.cue = new.kind, new.name, new.cue
    if new.kind in NAMED and old.definite and not new.definite:
        old.name, old.definite = new.name, False
    better = old.date is None or (new.date and new.date.precision == "day" and old.date.precision != "day")
    if new.date and (better or (old.ends and not new.ends)):
        old.date, old.until, old.ends = new.date, new.until or old.until, new.ends
    if old.place is None and new.place and (old.country is None or new.country == old.country):
        old.place, old.country = new.place, new.country
    old.country = old.country or new.country
    old.online = old.online or new.online
    old.open_day = old.open_day or new.open_day
    old.same_day = old.same_day or new.same_day
    if new.status == "held" and old.status == "planned":
        old.status = "held"
    old.told.append(new.sentence)
