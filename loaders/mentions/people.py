"""People as a text names them: capitalised names with a title, a form of address or a known name to vouch for them."""

from __future__ import annotations

from loaders.language.syllables import vietnamese
from loaders.language.values import dataclass
from loaders.mentions.agencies import AgencyMention
from loaders.mentions.beside import titles_after
from loaders.mentions.leading import titles_before
from loaders.mentions.origin import belonging, native
from loaders.mentions.reading import Reading
from loaders.mentions.runs import Sight, is_month, masked_tokens, name_run
from loaders.mentions.title import TitleMention


@dataclass(frozen=True, slots=True)
class NameMention:
    """Tokens i to j are a person's name. ``vouched`` says how sure: 3 title, 2 address or rank, 1 known name, 0 none.

    ``known`` says whether it holds a name that many people bear. ``before`` and ``after`` are the titles that stand
    directly beside it; ``rank`` is its military or police rank; ``start`` is where its titles begin.
    """

    i: int
    j: int
    text: str
    vouched: int
    before: tuple[TitleMention, ...] = ()
    after: tuple[TitleMention, ...] = ()
    rank: str = ""
    start: int = 0
    known: bool = False


def find_names(reading: Reading, agencies: list[AgencyMention], titles: list[TitleMention]) -> list[NameMention]:
    """Every name of a person, from left to right, vouched or not; later rooms drop what nothing vouches for."""
    masked = masked_tokens(reading, agencies, titles)
    sight = Sight(reading, {t.j: t for t in titles}, {t.i: t for t in titles}, masked, {a.i: a for a in agencies})
    out: list[NameMention] = []
    end = 0
    for k in [k for k, token in enumerate(reading.tokens) if token.cap]:
        j = name_run(sight, k) if k >= end else None
        if j is None:
            continue
        found = _mention(sight, k, j, out[-1].after if out else ()) if not _respelt(reading, out, k, j) else None
        if found:
            out.append(found)
        end = j
    return out


def _respelt(reading: Reading, out: list[NameMention], i: int, j: int) -> bool:
    """Vietnamese: whether brackets behind a name only tell how it sounds: Jim Mattis (Gim Ma-tít)."""
    if not reading.pack.get("diacritics") or not out or out[-1].j != i - 1 or reading.tokens[i - 1].text != "(":
        return False
    return reading.norm(j) == ")"


def _mention(sight: Sight, i: int, j: int, claimed: tuple[TitleMention, ...]) -> NameMention | None:
    reading = sight.reading
    if reading.tokens[j - 1].text == "." and len(reading.tokens[j - 2].text) > 2:
        j -= 1
    words = [t for t in reading.tokens[i:j] if t.word]
    days = () if reading.pack.get("direct") else reading.pack.get("weekdays")  # Vietnamese: ông Ba
    months = reading.pack.words("months_list")
    before, rank, start, addressed = titles_before(sight, i, claimed)
    after = titles_after(sight, j, bool(before) and reading.tokens[before[-1].j].text == ",")
    known = bool(reading.hit(i, "family", "name")) or reading.holds(i, j, "name")
    if (before or addressed or (known and len(words) > 1)) and not any(t.specific for t in (*before, *after)):
        after = (*after, *belonging(sight, j, addressed))
    before, after = _without_seat(before, after), _without_seat(after, before)
    told = any(t.country or (t.agency is not None and t.agency.country) for t in before)
    if _not_a_person(reading, i, j, start, bool(before or addressed)) or _compound(reading, i, j, addressed or told):
        return None
    if reading.says(i, j, months) and any(is_month(reading, k) for k in range(i, j)):
        return None
    if len(words) == 1 and (words[0].norm in months or words[0].norm in days):
        return None
    size = len(words)
    if size == 1 and not addressed and not known and reading.hit(i, "field", "modifier"):  # Chef Suprême
        return None
    if before or addressed or (after and size > 1):
        vouched = 3 if before or after else 2
    else:
        vouched = 1 if known and size > 1 else 0
    if size == 1 and before and not addressed and _runs_on(reading, i, before[-1]):
        vouched = 0
    if size > 1 and not any(_placed(t) for t in (*before, *after)):
        after = (*after, *native(sight, j))
    return NameMention(i, j, reading.slice(i, j), vouched, before, after, rank, start, known)


def _without_seat(titles: tuple[TitleMention, ...], others: tuple[TitleMention, ...]) -> tuple[TitleMention, ...]:
    """The offices without a bare seat in parliament beside another office: Edgar Lungu, MP, Minister of Defence."""
    more = [t for t in (*titles, *others) if t.office != "legislator" and t.holds_for != "none"]
    return tuple(t for t in titles if t.office != "legislator" or t.country or not more) if more else titles


def _placed(title: TitleMention) -> bool:
    """Whether an office tells its country, or that it has none."""
    body = title.agency
    return bool(title.country or title.holds_for == "none") or (
        body is not None and (body.multilateral or body.country is not None)
    )


def _runs_on(reading: Reading, i: int, title: TitleMention) -> bool:
    """Whether one capitalised word may still belong to the office: Minister of Security Coordination."""
    if reading.pack.get("diacritics"):
        return vietnamese(reading.tokens[i].text)
    if not reading.pack.get("prefixed") or title.j != i or reading.hit(i, "name", "family"):
        return False
    if reading.hit_before(title.j, "office") is not None:  # the Federal Bureau of Investigation's Director | Mueller
        return False
    return any(reading.norm(k) in reading.pack.words("of") for k in range(title.i, title.j))


def _compound(reading: Reading, i: int, j: int, addressed: bool) -> bool:
    """Vietnamese words that no family name leads are no name: Nhóm Điều (hành), Nhân dân."""
    if not reading.pack.get("diacritics") or addressed or reading.hit(i, "family"):
        return False
    words = [t.text for t in reading.tokens[i:j] if t.word]
    marked = not words[0].isascii()
    return len(words) > 1 and marked and all(vietnamese(w) for w in words)


def _namesake(reading: Reading, end: int, first: int) -> bool:
    """Whether a school or the like bears the name, its trade between: l'académie de police | Idriss Farah."""
    if reading.pack.get("prefixed") or reading.pack.get("direct") or end - 3 < first:
        return False
    trade = reading.tokens[end - 1]
    of = reading.norm(end - 2) in reading.pack.words("genitive")
    return of and trade.word and not trade.cap and reading.norm(end - 3) in reading.pack.words("place_heads")


def _not_a_person(reading: Reading, i: int, j: int, start: int, vouched: bool) -> bool:
    """A place, a photographer, a byline, a law or ship that bears a name."""
    pack, first = reading.pack, reading.first_of(i)
    if i == first and reading.norm(j) == ":" and reading.slice(i, j).isupper():  # WNAM REPORT:
        return True
    if reading.hit(j, "body", "type") and pack.get("prefixed") and reading.tokens[j].cap:
        return True
    heads = pack.words("place_heads")
    if not vouched and reading.norm(i) in heads and not reading.hit(i, "name", "family"):  # Hurricane Matthew
        return True
    if not vouched and (reading.norm(j) in heads and reading.tokens[j].cap):
        return True
    if not vouched and pack.get("direct") and reading.norm(i) in heads:  # Đường Láng
        return True
    end = i - 1 if start == i > first + 1 and reading.norm(i - 1) in pack.words("genitive") else start
    for width in (1, 2) if pack.get("direct") or start == i or not vouched else ():
        a = end - width
        if a >= first and " ".join(t.norm for t in reading.tokens[a:end]) in heads:
            return True
    if _namesake(reading, end, first):
        return True
    if not vouched and reading.norm(j) == "/" and (reading.hit(j + 1, "outlet") or reading.norm(i - 1) in "(.:"):
        return True
    back = [t.norm for t in reading.tokens[max(first, i - 6) : i]]
    marks = [n for n, word in enumerate(back) if word in pack.words("photo")]
    if marks and pack.words("by").union(":/©") & set(back[marks[-1] :]):
        return True
    if marks and len(back) - marks[-1] <= 2 and not vouched:
        return True
    return (
        not vouched
        and i - first <= 1
        and back[-1:] != []
        and back[-1] in pack.words("byline")
        and reading.last_of(i) - j <= 4
    )
