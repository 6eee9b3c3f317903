"""Where an agreement's name ends behind its noun, and what stands in it that is no part of it."""

from __future__ import annotations

from dataclasses import field

from loaders.language.values import dataclass
from loaders.mentions.agreements.ground import Ground
from loaders.mentions.agreements.head import Head
from loaders.mentions.agreements.quoted import closing
from loaders.mentions.agreements.sides import for_side, pair_end, people_next, somebody
from loaders.mentions.agreements.words import (
    BREAKS,
    CLOSE,
    begins,
    going_on,
    hyphen,
    is_year,
    joins,
    list_goes_on,
    stops,
    trimmed,
)
from loaders.mentions.reading import Reading

_REACH, _MANY = 48, 12


@dataclass(slots=True)
class Tail:
    """The end of a name, the gaps in it, where "between" and "with" stand, the acronym in brackets behind the noun.

    ``pair`` is the end of the bodies behind "between".
    """

    j: int
    gaps: list[tuple[int, int]] = field(default_factory=list)
    between: int | None = None
    partner: int | None = None
    acronym: str = ""
    pair: int = 0


def tail_of(ground: Ground, head: Head) -> Tail:
    """Read on behind the noun as long as the words belong to its name."""
    reading = ground.reading
    tail = Tail(head.hit.j)
    if head.kind == "partnership":
        return tail
    short = reading.tokens[head.hit.i].text in ground.acronyms and reading.norm(head.hit.j) in reading.pack.words(
        "with"
    )
    if head.kind != "mou" and (short or head.hit.entry.exact):  # UNCLOS has no topic behind it, but its year
        tail.j += head.hit.j < reading.last_of(head.hit.i) and is_year(reading, head.hit.j)
        if _partner(ground, tail, tail.j) is not None:
            tail.j = each_partner(ground, tail)[-1][1]
        return tail
    k, last = head.hit.j, min(reading.last_of(head.hit.i), head.hit.j + _REACH)
    while k < last:
        step = _step(ground, head, tail, k, last)
        if step is None:
            break
        k = step
    tail.j = trimmed(reading, max(head.hit.j, tail.pair), k)
    tail.gaps = [(i, j) for i, j in tail.gaps if i < tail.j]
    return tail


def _step(ground: Ground, head: Head, tail: Tail, k: int, last: int) -> int | None:
    """The end of the next piece of the name at k; None where the name ends."""
    reading = ground.reading
    pack, token = reading.pack, reading.tokens[k]
    if k == head.hit.j and (opened := _opened(ground, head, tail, k, last)):
        return opened
    gap = _interruption(ground, tail, k, last)
    if gap > k:
        if gap < last and reading.norm(gap) in pack.words("accord.starters") and not _place_or_date(ground, gap):
            tail.gaps.append((k, gap))
            return gap
        return None
    if going := going_on(reading, k):
        return going
    subject = reading.hit(k, "topic")
    if subject and subject.j > k + 1:
        return subject.j
    if token.norm in pack.words("between") and not stops(reading, k):
        tail.between = k if tail.between is None else tail.between
        if people_next(ground, k, last):
            return None  # "an agreement | between Minister A and General B"
        end = pair_end(ground, k, last)
        tail.pair = end if end > k + 1 else 0
        return end
    if k == head.hit.j and not begins(reading, k, head.which == "this" and head.generic):
        return None
    if token.norm in pack.words("genitive") and not pack.get("direct") and _holder(ground, k + 1):
        return None  # "the roadmap | of President Biden"
    if token.norm in pack.words("with") and somebody(ground, k + 1):
        return None
    if k > head.hit.j and reading.norm(k - 1) in pack.words("accord.starters") | pack.words("accord.definite"):
        close = closing(reading, k, last) if reading.tokens[k - 2].text != "," else None
        if close is not None and reading.tokens[k + 1].cap:
            return close + 1  # "the declaration on the “reinforced partnership”"
    signing = reading.hit(k, "sign", "signing") if k == head.hit.j + 1 else None
    if signing and reading.norm(k - 1) in pack.words("accord.on"):
        return signing.j  # "a letter of intent on signing a new memorandum"
    leads = k == head.hit.j and token.norm in pack.words("accord.starters")
    if token.text in CLOSE or k in ground.names or stops(reading, k, leads):
        return None
    if token.text == ",":
        return k + 1 if list_goes_on(ground, k, last) else None
    if token.norm in pack.words("and"):
        return k + 1 if joins(ground, k, last) else None
    if token.text in "-–" and not hyphen(reading, k):
        return None
    return _word(ground, head, k)


def _holder(ground: Ground, k: int) -> bool:
    """Whether an office with its name stands at token k."""
    reading = ground.reading
    n = k + (reading.norm(k) in reading.pack.words("the")) + (reading.norm(k) == "'")
    office = reading.hit(n, "office")
    return (
        office is not None and n not in ground.bodies and any(m in ground.names for m in range(office.j, office.j + 2))
    )


def _word(ground: Ground, head: Head, k: int) -> int | None:
    reading = ground.reading
    inner = reading.hit(k, "agreement")
    if inner:
        return inner.j
    cover = reading.hit(k, "no_event", "office") if reading.pack.get("direct") else None
    if cover and cover.j > k + 1:  # "Ban Thư ký": the syllable "ký" alone would be "signs"
        return cover.j
    if not reading.tokens[k].cap and reading.hit(k, *BREAKS):
        return None
    return ground.body_end(k) or k + 1


def _opened(ground: Ground, head: Head, tail: Tail, k: int, last: int) -> int | None:
    """What may come between a noun and its topic: its mark of quotation, or the verb ("an MoU was signed on …")."""
    reading = ground.reading
    pack = reading.pack
    close = closing(reading, k, last)
    named = close is not None and (reading.tokens[k + 1].cap or reading.norm(k + 1) in pack.words("accord.starters"))
    if close is not None and named and head.which != "this":  # else it is what somebody said
        tail.gaps.append((k, k + 1))
        return close
    n = k
    verbs = ("sign", "signed", "reached")
    while n - k < 5 and n < last and not reading.hit(n, *verbs):
        n += 1
    if n == k or n >= last or reading.norm(k) not in pack.words("accord.be") | pack.words("accord.have"):
        return None
    verb = reading.hit(n, *verbs)
    if verb and verb.entry.slot == "reached" and verb.entry.key != "concluded":
        return None  # "agreement was reached on" many things
    end = _interruption(ground, tail, verb.j if verb else n, last)
    about = end < last and reading.norm(end) in pack.words("accord.on") and not _place_or_date(ground, end)
    if about and not for_side(ground, end):
        tail.gaps.append((k, end))
        return end
    return None


def _interruption(ground: Ground, tail: Tail, k: int, last: int) -> int:
    """The end of what may stand inside a name without belonging to it: (MoU), on Monday, in Hanoi, with Laos."""
    reading, n = ground.reading, k
    while n < last:
        step = _bracket(reading, tail, n, last) or _place_or_date(ground, n) or _partner(ground, tail, n)
        if step is None or step <= n:
            break
        n = step
    return n


def _bracket(reading: Reading, tail: Tail, k: int, last: int) -> int | None:
    if reading.tokens[k].text != "(":
        return None
    close = next((n for n in range(k + 1, min(k + 9, last)) if reading.tokens[n].text == ")"), None)
    if close is None:
        return None
    word = reading.tokens[k + 1].text
    if close == k + 2 and len(word) > 1 and sum(c.isupper() for c in word) >= 2:
        tail.acronym = tail.acronym or word
    return close + 1


def _place_or_date(ground: Ground, k: int) -> int | None:
    """The end of a date or place at k with the word that leads it in; a period ("for 2020") belongs to the name."""
    reading = ground.reading
    pack = reading.pack
    if k in ground.dates:
        return ground.dates[k].j
    n = k + 1 + (reading.norm(k + 1) in pack.words("the")) + (reading.norm(k + 1) in pack.words("day_words"))
    led = reading.norm(k) in pack.words("day_words") | pack.words("year_words") | pack.words("place_words")
    if led and n in ground.dates and not (reading.norm(k) in pack.words("accord.period") and is_year(reading, n)):
        return ground.dates[n].j
    if reading.norm(k) in pack.words("place_words") and not pack.get("direct"):
        return ground.place_end(k + 1)
    return None


def _partner(ground: Ground, tail: Tail, k: int) -> int | None:
    """ "with Laos", "avec l'Union européenne", "với Bộ Nội vụ Lào" behind the noun."""
    reading = ground.reading
    pack = reading.pack
    if reading.norm(k) not in pack.words("with"):
        return None
    n = k + 1
    while n - k < 4 and (reading.norm(n) in pack.words("the") or reading.norm(n) == "'"):
        n += 1
    end = ground.body_end(n)
    if end is not None and tail.partner is None:
        tail.partner = k
    return end


def each_partner(ground: Ground, tail: Tail) -> list[tuple[int, int]]:
    """The bodies of a list behind "with", each from its first token to its end: "with Serbia, Croatia and Slovenia"."""
    reading = ground.reading
    skip = reading.pack.words("the") | reading.pack.words("and") | {"'", "’", ","}
    skip |= set() if reading.pack.get("prefixed") else reading.pack.words("with")
    out: list[tuple[int, int]] = []
    n = (tail.partner or 0) + 1
    last = reading.last_of(n - 1)
    while n < last and len(out) < _MANY:
        end = ground.body_end(n)
        if end is not None:
            out.append((n, end))
            n = end
        elif reading.norm(n) in skip:
            n += 1
        else:
            break
    return out
