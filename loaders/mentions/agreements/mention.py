"""What a text says where it names an agreement."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import field

from loaders.language import Pack
from loaders.language.tokens import fold
from loaders.language.values import dataclass
from loaders.mentions.reading import Reading
from loaders.mentions.signs import SignCue


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """Tokens i to j name an agreement of a kind (mou, treaty, plan …) whose noun stands at ``head`` up to ``head_end``.

    ``gaps`` are spans inside that are no part of the name (an acronym, a date, the partner); ``topic`` are the folded
    words that tell which agreement it is, ``years`` those of its period; ``between`` is where "between" stands,
    ``partner`` where "with", ``party`` the body of this one of several ("agreements with Serbia and | Croatia").
    ``definite`` says that it points back ("this protocol", "bản ghi nhớ này"), ``indefinite`` that it is a new one
    ("a protocol"), ``generic`` that its noun can stand for any kind ("the document", "thỏa thuận"), ``weak`` that it
    can be something else as well (a plan), ``inside`` that it is part of another agreement's name. ``before`` and
    ``after`` are the words of signing that govern it.
    """

    i: int
    j: int
    kind: str
    head: int
    head_end: int
    gaps: tuple[tuple[int, int], ...] = ()
    topic: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    between: int | None = None
    partner: int | None = None
    party: int | None = None
    acronym: str = ""
    definite: bool = False
    indefinite: bool = False
    generic: bool = False
    inside: bool = False
    weak: bool = False
    before: tuple[SignCue, ...] = field(default=())
    after: tuple[SignCue, ...] = field(default=())

    @property
    def told(self) -> bool:
        """Whether the name says which agreement it is."""
        return bool(self.topic or self.years)

    def name(self, reading: Reading) -> str:
        """The name as the text has it, without what interrupts it."""
        parts, at = [], self.i
        for i, j in self.gaps:
            if i > at:
                parts.append(reading.slice(at, i))
            at = max(at, j)
        if at < self.j:
            parts.append(reading.slice(at, self.j))
        return " ".join(parts)


_PLAIN = ("accord.plain", "stopwords", "of", "the", "and", "genitive", "between", "accord.period")


def _plain(pack: Pack, word: str) -> bool:
    """Whether a word tells nothing about which agreement is meant."""
    return word in pack.words(*_PLAIN)


def topic_of(reading: Reading, i: int, j: int, leave_out: Container[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The telling words and the years among tokens i to j; subjects by their key, whatever words name them."""
    words, years = set(), set()
    k = i
    while k < j:
        token = reading.tokens[k]
        some = bool(reading.hits[k])
        subject = reading.hit(k, "topic") if some and k not in leave_out else None
        land = reading.hit(k, "country", "demonym", "weak_country") if some else None
        if subject and subject.j <= j and not (land and land.j > subject.j):
            words.update({subject.entry.key, subject.entry.key.partition("/")[0]})
            k = subject.j
            continue
        if land and land.j <= j:
            k = land.j
            continue
        if k not in leave_out and token.text.isdigit() and len(token.text) == 4:
            years.add(token.text)
        elif k not in leave_out and token.word and len(token.text) > 1 and not _plain(reading.pack, token.norm):
            words.add(fold(token.text))
        k += 1
    return frozenset(words), frozenset(years)


def universal(reading: Reading, mention: AgreementMention) -> bool:
    """A convention or charter of all states, or of a standing body: the UN Charter, Công ước Liên hợp quốc."""
    words = reading.pack.words("accord.universal")
    if not any(reading.norm(k) in words for k in range(mention.head, mention.head_end)):
        return False
    return (mention.kind in ("treaty", "statement") and not mention.weak) or any(
        reading.hit(k, "forum") for k in range(mention.i, mention.j)
    )
