"""The people of one article: every mention given to one person, short forms to the full name they shorten."""

from __future__ import annotations

from dataclasses import field

from loaders.facts.registry import Registry
from loaders.language.tokens import fold
from loaders.language.values import dataclass
from loaders.mentions.capitals import mixed
from loaders.mentions.people import NameMention
from loaders.mentions.reading import Reading
from loaders.mentions.title import TitleMention

_CLOSED = "”\"»’')"  # what may stand behind the stop of a sentence


@dataclass(slots=True)
class Person:
    """One person of the article with all mentions in order; ``titles`` holds (title, mention) pairs."""

    id: str
    names: list[frozenset[str]] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)
    titles: list[tuple[TitleMention, NameMention]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form of the name, the first of equals."""
        if len(self.mentions) == 1:
            return self.mentions[0].text
        return max(self.mentions, key=lambda m: (m.vouched > 1, min(len(m.text.split()), 6), -m.i)).text

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other forms, in order of appearance."""
        name = self.name
        return tuple(dict.fromkeys(m.text for m in self.mentions if m.text != name))


def own_country(person: Person) -> str | None:
    """The country that one of the person's offices names."""
    for title, _ in person.titles:
        body = title.agency
        country = title.country or (body.country if body is not None else None)
        if country and not (body is not None and body.multilateral):
            return country
    return None


def gather_persons(reading: Reading, names: list[NameMention]) -> list[Person]:
    """Persons from name mentions: full names first, then the short forms; what nothing vouches for is dropped."""
    heads = _headings(reading)
    sure = [n for n in names if _sure(reading, n, heads)]
    sure += _listed(reading, names, sure)
    last = _surnames(reading, sure)
    sure = [n for n in sure if not _pair(reading, n, last)]
    people = _People()
    told = [(_words(reading, n), n) for n in sure]
    for words, mention in sorted(told, key=lambda pair: (-len(pair[0]), pair[1].i)):
        if not words:
            continue
        person = people.find(words, mention)
        people.give(person or people.add(), words, mention)
    taken = {id(m) for p in people.all for m in p.mentions}
    for mention in names:
        if id(mention) not in taken and not _pair(reading, mention, last):
            words = _words(reading, mention)
            person = people.find(words, mention) if words else None
            if person:
                people.give(person, words, mention)
    for person in people.all:
        person.mentions.sort(key=lambda m: m.i)
    return sorted(people.all, key=lambda p: p.mentions[0].i)


def _surnames(reading: Reading, sure: list[NameMention]) -> set[str]:
    """The last words of all full names."""
    return {fold(reading.tokens[n.j - 1].text) for n in sure if n.j - n.i > 1 and not _hyphened(reading, n)}


def _hyphened(reading: Reading, mention: NameMention) -> bool:
    return mention.j - mention.i == 3 and reading.tokens[mention.i + 1].text == "-"


def _pair(reading: Reading, mention: NameMention, last: set[str]) -> bool:
    """Whether a hyphen joins the surnames of two people: the Smith-Müller meeting."""
    ends = (mention.i, mention.i + 2)
    return _hyphened(reading, mention) and all(fold(reading.tokens[k].text) in last for k in ends)


class _People:
    """The persons told so far, found by the words of their names: a list of thousands costs no more than its length."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._known = Registry()

    def find(self, words: frozenset[str], mention: NameMention) -> Person | None:
        """The person whose name the words are, or shorten; of several the one that was named last before."""
        fits = self._known.exact(words)[:1] or self._known.fits(words)
        if len(fits) < 2:
            return self.all[fits[0]] if fits else None
        before = [(max((m.i for m in self.all[n].mentions if m.i < mention.i), default=-1), -n) for n in fits]
        return self.all[-max(before)[1]]

    def add(self) -> Person:
        """A new person."""
        self.all.append(Person(f"p{len(self.all) + 1}"))
        return self.all[-1]

    def give(self, person: Person, words: frozenset[str], mention: NameMention) -> None:
        """Add a mention to a person."""
        if words not in person.names:
            person.names.append(words)
            self._known.add(words, int(person.id[1:]) - 1)
        person.mentions.append(mention)
        person.titles += [(t, mention) for t in (*mention.before, *mention.after) if t.holds_for != "none"]


def _words(reading: Reading, mention: NameMention) -> frozenset[str]:
    return frozenset([fold(t.text) for t in reading.tokens[mention.i : mention.j] if t.word])


def _headings(reading: Reading) -> set[int]:
    """Sentences set in title case, where capitals say nothing; a list of people that ends in a full stop is none."""
    out = set()
    for number, s in enumerate(reading.sentences):
        last = s.last - 1
        while last > s.first and reading.tokens[last].text in _CLOSED:
            last -= 1
        if reading.tokens[last].text in ".!?…":
            continue
        words = [t for t in reading.tokens[s.first : s.last] if t.word and len(t.text) > 3]
        if len(words) > 3 and sum(t.cap for t in words) / len(words) > 0.7:
            out.add(number)
    return out


def _sure(reading: Reading, mention: NameMention, heads: set[int]) -> bool:
    words = [t for t in reading.tokens[mention.i : mention.j] if t.word]
    if all(t.text.isupper() and len(t.text) < 6 for t in words) and not (mention.before or mention.vouched == 2):
        return False
    if reading.sentence_at[mention.i] in heads and not reading.pack.get("direct"):
        return mention.known and bool(mention.before) and len(words) > 1
    if len(words) == 1:
        if not mention.before and words[0].text.isupper() and not mixed(reading, mention.i):
            return False  # where all is in capitals any word looks like a surname
        return mention.vouched >= 2 and (bool(mention.before) or mention.vouched == 2)
    if mention.vouched >= 1:
        return True
    return _speaks(reading, mention)


def _speaks(reading: Reading, mention: NameMention) -> bool:
    """Whether a verb of speech follows the name, as only people have."""
    speech, k = reading.pack.words("speech"), mention.j
    for n in range(k, min(k + 3, len(reading.tokens))):
        two = f"{reading.norm(n)} {reading.norm(n + 1)}"
        if reading.norm(n) in speech or two in speech:
            return True
        if reading.tokens[n].text in ",.;:" and n > k:
            return False
    return bool(
        reading.hit_before(
            mention.i, "meet", "passive", "led_by", "signed_by", "co_chaired_by", "chaired_by", "attended_by"
        )
    )


def _listed(reading: Reading, names: list[NameMention], sure: list[NameMention]) -> list[NameMention]:
    """Names that stand in a list behind a sure one: "the ministers A, B and C"."""
    pack = reading.pack
    ends = {m.j for m in sure} | {t.j for m in sure for t in m.after}
    known = {id(m) for m in sure}
    out = []
    for mention in names:
        words = [t for t in reading.tokens[mention.i : mention.j] if t.word]
        if id(mention) in known or len(words) < 2 or mention.i < 2:
            continue
        joiner = reading.tokens[mention.i - 1]
        if (joiner.norm in pack.words("and") or joiner.text == ",") and ({mention.i - 1, mention.i - 2} & ends):
            out.append(mention)
            ends.add(mention.j)
    return out
