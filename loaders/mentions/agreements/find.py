"""Agreements as a text names or describes them, in the order of the text, each with what is said about its signing."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.language.values import replace
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.agreements.attach import attach
from loaders.mentions.agreements.ground import Ground, ground
from loaders.mentions.agreements.head import Head, head_at
from loaders.mentions.agreements.mention import AgreementMention, topic_of
from loaders.mentions.agreements.quoted import quotations
from loaders.mentions.agreements.span import Tail, each_partner, tail_of
from loaders.mentions.agreements.worth import several, worthy
from loaders.mentions.dates import DateMention
from loaders.mentions.reading import Reading
from loaders.mentions.signs import find_cues
from loaders.mentions.title import TitleMention


def find_agreements(
    reading: Reading,
    dates: list[DateMention],
    names: set[int],
    bodies: Iterable[AgencyMention] = (),
    titles: Iterable[TitleMention] = (),
) -> list[AgreementMention]:
    """Every agreement that a text names; vague plurals ("documents", "các văn kiện") are left out."""
    about = ground(reading, dates, names, bodies, titles)
    out: list[AgreementMention] = []
    for s in reading.sentences:
        found: list[tuple[Head, AgreementMention]] = []
        end = s.first
        for k in _spots(about, s.first, s.last):
            head = head_at(about, k) if k >= end else None
            if head is None or _predicate(reading, head) or (found and _repeats(reading, found[-1][1], head)):
                continue
            if found and _listed(reading, found[-1][0], found[-1][1], head):
                head = replace(head, which="many", plural=True)
            found += _mentions(about, head)
            if short := found[-1][1].acronym:
                about.acronyms.setdefault(short, head.hit.entry)
            end = head.hit.j
        if found:
            kept = _kept(about, found)
            said = attach(about, [m for _, m in kept], find_cues(reading, s, about.closed))
            pairs = [(head, m) for (head, _), m in zip(kept, said, strict=True) if not _absorbed(reading, said, m)]
            out += [m for head, m in pairs if worthy(about, head, m)]
    return out


def _spots(about: Ground, first: int, last: int) -> list[int]:
    """The tokens of a sentence at which an agreement's noun or acronym stands."""
    spots = about.reading.starts(first, last, "agreement", "agreement_ref")
    if not about.acronyms:
        return spots
    return sorted({*spots, *(k for k in range(first, last) if about.reading.tokens[k].text in about.acronyms)})


def _absorbed(reading: Reading, said: list[AgreementMention], mention: AgreementMention) -> bool:
    """Whether the words behind a noun belong to the name it is part of: "the extension of the agreement, signed in"."""
    outer = mention.inside and any(m.after and m.i < mention.i < m.j for m in said)
    return outer and reading.norm(mention.head_end) not in reading.pack.words("accord.on")


def _predicate(reading: Reading, head: Head) -> bool:
    """Whether the noun only says what something is: "this is the last defence agreement", "đây là thỏa thuận"."""
    pack = reading.pack
    k = head.first - 1
    while head.first - k < 4 and any(
        reading.norm(k) in pack.words(f"accord.{s}") for s in ("definite", "one", "before")
    ):
        k -= 1
    named = pack.words("accord.apposed") | pack.words("accord.precopula")
    return reading.norm(k) in pack.words("accord.copula") and reading.norm(k - 1) not in named


def _repeats(reading: Reading, last: AgreementMention, head: Head) -> bool:
    """Whether a head is only the short form in brackets behind the name: "(UNCLOS)"."""
    return (
        bool(last.acronym)
        and reading.tokens[head.hit.i].text == last.acronym
        and reading.tokens[head.hit.i - 1].text == "("
    )


def _listed(reading: Reading, before: Head, last: AgreementMention, head: Head) -> bool:
    """Vietnamese: the second noun of one plural, "nhiều hiệp định, thỏa thuận hợp tác"."""
    if not reading.pack.get("direct") or before.which != "many" or head.hit.i - last.j > 1 or last.told:
        return False
    return all(reading.norm(k) in reading.pack.words("and") | {","} for k in range(last.j, head.hit.i))


def _mentions(about: Ground, head: Head) -> list[tuple[Head, AgreementMention]]:
    names = quotations(about, head)
    if names:
        tail = Tail(head.hit.j)
        return [(replace(head, plural=False), _mention(about, head, tail, i, j)) for i, j in names]
    tail = tail_of(about, head)
    partners = each_partner(about, tail) if head.plural and tail.partner is not None else []
    if len(partners) > 1:
        one = replace(head, plural=False)
        whole = _mention(about, one, tail, head.hit.j, tail.j)
        return [(one, _with(whole, tail, i, j)) for i, j in partners]
    if head.plural and (head.number > 1 or about.reading.pack.get("direct")):
        parts = several(about, head, tail)
        if parts:
            return [(replace(head, plural=False), _mention(about, head, tail, i, j)) for i, j in parts]
    return [(head, _mention(about, head, tail, head.hit.j, tail.j))]


def _proper(about: Ground, head: Head) -> bool:
    """Whether the noun is itself a treaty's name: the Rome Statute, la Convention de Genève."""
    name = head.hit.entry.capital and head.hit.j - head.hit.i > 1
    return name and head.kind == "treaty" and not about.reading.pack.get("direct")


def _with(whole: AgreementMention, tail: Tail, i: int, j: int) -> AgreementMention:
    """One of several agreements with several partners: the one whose body stands at tokens i to j."""
    before = (tail.partner or 0) + 1
    gaps = (*whole.gaps, (before, i)) if i > before else whole.gaps
    return replace(whole, j=j, gaps=tuple(sorted(gaps)), party=i)


def _mention(about: Ground, head: Head, tail: Tail, i: int, j: int) -> AgreementMention:
    """A mention whose words behind the noun are tokens i to j (for one of several: its own part)."""
    hit, reading = head.hit, about.reading
    gaps = list(tail.gaps)
    if i > hit.j:
        on = reading.pack.words("accord.on")  # "agreements on A and B" are an agreement on A and an agreement on B
        led = reading.norm(hit.j) in on and reading.norm(i) not in on
        gaps.append((hit.j + led, i))
    out = {n for a, b in gaps for n in range(a, b)}
    if tail.between is not None:
        out.update(range(tail.between, tail.pair))
    words, years = topic_of(reading, hit.j, j, out)
    front, front_years = topic_of(reading, head.first, hit.i, ())
    own, _ = topic_of(reading, hit.i, hit.j, ())
    if head.kind == "partnership":
        words |= frozenset({"partnership"})
    elif head.kind != "mou" and (head.hit.entry.exact or _proper(about, head)):
        words |= own
    return AgreementMention(
        head.first,
        j,
        head.kind,
        hit.i,
        hit.j,
        gaps=tuple(sorted(gaps)),
        topic=words | front,
        years=years | front_years,
        between=tail.between,
        partner=tail.partner,
        acronym=tail.acronym,
        definite=head.which in ("this", "the", "owner"),
        indefinite=head.which == "one" or head.number > 1,
        generic=head.generic,
        weak=head.weak,
    )


def _named_next(reading: Reading, bare: AgreementMention, mention: AgreementMention) -> bool:
    """Whether the next name says what this noun is: "a convention in the form of a joint declaration"."""
    words = reading.pack.words("accord.apposed")
    span = range(bare.j, mention.i)
    return len(span) <= 8 and any(reading.norm(k) in words for k in span)


def _apposed(reading: Reading, last: AgreementMention, head: Head, mention: AgreementMention) -> bool:
    """Whether a bare noun only says again what was named: "the Reciprocal Access Agreement, a landmark deal that"."""
    if head.which != "one" or not head.generic or mention.told or not last.told or not 0 < head.first - last.j <= 8:
        return False
    marks = [k for k in range(last.j, head.first) if not reading.tokens[k].word]
    words = [k for k in range(last.j, head.first) if k not in marks]
    return any(reading.tokens[k].text in ",-–—" for k in marks) and all(
        reading.norm(k) in reading.pack.words("accord.one") | reading.pack.words("accord.before")
        or reading.tokens[k].text == last.acronym
        for k in words
    )


def _kept(about: Ground, found: list[tuple[Head, AgreementMention]]) -> list[tuple[Head, AgreementMention]]:
    """Mark what is part of another's name; a level of relations there is no agreement of its own."""
    out: list[tuple[Head, AgreementMention]] = []
    for n, (head, mention) in enumerate(found):
        if n + 1 < len(found) and not mention.told and _named_next(about.reading, mention, found[n + 1][1]):
            continue
        if out and _apposed(about.reading, out[-1][1], head, mention):
            continue
        inside = any(o.i < mention.i < o.j and o.kind != "partnership" for _, o in out[-4:])
        if inside and (mention.kind in ("partnership", "ref") or head.hit.entry.exact):
            continue
        if inside and not mention.told and mention.between is None:
            continue
        out.append((head, replace(mention, inside=True) if inside else mention))
    return out
