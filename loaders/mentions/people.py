"""People as a text names them: capitalised names with a title, a form of address or a known name to vouch for them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.mentions.agencies import AgencyMention
from loaders.mentions.reading import Reading
from loaders.mentions.titles import TitleMention

_BLOCK = ("country", "demonym", "rank", "honorific", "forum", "agency", "office", "month", "city", "capital")
_SOFT = {"weak_country", "city", "weak_city", "capital", "field", "modifier", "name", "family"}
_SIGNS = ",-–—(:"


@dataclass(frozen=True, slots=True)
class NameMention:
    """Tokens i to j are a person's name. ``vouched`` says how sure: 3 title, 2 address or rank, 1 known name, 0 none.

    ``before`` and ``after`` are the titles that stand directly beside it; ``rank`` is its military or police rank.
    """

    i: int
    j: int
    text: str
    vouched: int
    before: tuple[TitleMention, ...] = ()
    after: tuple[TitleMention, ...] = ()
    rank: str = ""
    start: int = 0


@dataclass(slots=True)
class _Sight:
    """What stands beside the names: titles by their ends, tokens that cannot be in a name."""

    reading: Reading
    title_end: dict[int, TitleMention]
    title_start: dict[int, TitleMention]
    masked: list[bool]


def find_names(reading: Reading, agencies: list[AgencyMention], titles: list[TitleMention]) -> list[NameMention]:
    """Every name of a person, from left to right, vouched or not; later rooms drop what nothing vouches for."""
    sight = _Sight(reading, {t.j: t for t in titles}, {t.i: t for t in titles}, _mask(reading, agencies, titles))
    out: list[NameMention] = []
    k = 0
    while k < len(reading.tokens):
        j = _run(sight, k)
        if j is None:
            k += 1
            continue
        found = _mention(sight, k, j, out[-1] if out else None)
        if found:
            out.append(found)
        k = j
    return out


def _mask(reading: Reading, agencies: list[AgencyMention], titles: list[TitleMention]) -> list[bool]:
    masked = [False] * len(reading.tokens)
    spans = [(a.i, a.j) for a in agencies] + [(t.i, t.j) for t in titles]
    for k in range(len(reading.tokens)):
        hit = reading.hit(k, *_BLOCK)
        if hit and (hit.entry.slot not in ("city", "capital") or not _family_name(reading, k) or hit.j > k + 1):
            spans.append((hit.i, hit.j))
    for i, j in spans:
        for k in range(i, j):
            masked[k] = True
    return masked


def _family_name(reading: Reading, k: int) -> bool:
    """A Vietnamese family name with a capitalised syllable behind it."""
    return bool(reading.hit(k, "family")) and k + 1 < len(reading.tokens) and reading.tokens[k + 1].cap


def _run(sight: _Sight, k: int) -> int | None:
    """The end of the capitalised run that begins at k and may be a name."""
    reading = sight.reading
    token = reading.tokens[k]
    led = k in sight.title_end or bool(reading.hit_before(k, "honorific", "rank"))
    family = _family_name(reading, k)
    if not token.cap:
        return None
    if sight.masked[k] and not (
        family and not reading.hit(k, "country", "office", "agency", "forum", "city", "capital", "rank")
    ):
        return None
    if token.norm in reading.pack.words("not_names") and not led and not family:
        return None
    j, last = k + 1, min(reading.last_of(k), k + 12)
    if len(token.text) == 1 and j < last and reading.tokens[j].text == "." and reading.glued(j):
        j += 1
    while j < last:
        step = _next(sight, j, last, led or family)
        if step is None:
            break
        j = step
        if family and reading.pack.get("direct") and j - k >= 5:
            break
    return j


def _next(sight: _Sight, j: int, last: int, sure: bool) -> int | None:
    """The end of the next piece of the name at j; None where the name ends."""
    reading = sight.reading
    token = reading.tokens[j]
    if (
        token.text in "-'’`"
        and reading.glued(j)
        and j + 1 < last
        and reading.glued(j + 1)
        and reading.tokens[j + 1].word
    ):
        if reading.norm(j + 1) in reading.pack.words("possessive") and token.text != "-":
            return None
        return j + 2
    if token.text == "." and reading.glued(j) and len(reading.tokens[j - 1].text) <= 2 and reading.tokens[j - 1].cap:
        return j + 1 if j + 1 < last else None
    if token.norm in reading.pack.words("particles") and j + 1 < last:
        n = j + 1
        while n < last and (
            reading.tokens[n].norm in reading.pack.words("particles") or reading.tokens[n].text in "-'’"
        ):
            n += 1
        joined = n > j + 1 and reading.tokens[n - 1].text in "-'’"
        title = reading.hit(n, "honorific")
        if title and title.j < last and reading.tokens[title.j].cap:
            n = title.j
        if (
            n < last
            and reading.tokens[n].cap
            and (not sight.masked[n] or title)
            and (token.cap or joined or not _connects(reading, j))
        ):
            return n + 1
    if not token.cap or not token.word or (token.norm in reading.pack.words("not_names") and not sure):
        return None
    if token.norm in reading.pack.words("months_list"):
        return None
    if sight.masked[j]:
        slots = {h.entry.slot for h in reading.hits[j] if h.j == j + 1}
        long = any(h.j > j + 1 and h.entry.slot in _BLOCK for h in reading.hits[j])
        if not sure or long or not slots or not slots <= _SOFT:
            return None
    return j + 1


def _connects(reading: Reading, j: int) -> bool:
    """Whether a particle is rather a preposition or article of the language here (French "de la")."""
    pack = reading.pack
    return reading.norm(j) in pack.words("of") | pack.words("the")


def _mention(sight: _Sight, i: int, j: int, earlier: NameMention | None) -> NameMention | None:
    reading = sight.reading
    if reading.tokens[j - 1].text == "." and len(reading.tokens[j - 2].text) > 2:
        j -= 1
    words = [t for t in reading.tokens[i:j] if t.word]
    before, rank, start, addressed = _before(sight, i, earlier)
    after = _after(sight, j)
    known = bool(reading.hit(i, "family", "name")) or any(reading.hit(k, "name") for k in range(i, j))
    if _not_a_person(reading, i, j, bool(before or addressed)):
        return None
    if any(t.norm in reading.pack.words("months_list") for t in words):
        return None
    size = len(words)
    if before or addressed or (after and size > 1):
        vouched = 3 if before or after else 2
    else:
        vouched = 1 if known and size > 1 else 0
    return NameMention(i, j, reading.slice(i, j), vouched, before, after, rank, start)


def _before(sight: _Sight, i: int, earlier: NameMention | None) -> tuple[tuple[TitleMention, ...], str, int, bool]:
    """Titles, rank and form of address that lead up to a name; where they begin."""
    reading = sight.reading
    titles: list[TitleMention] = []
    rank, addressed, k = "", False, i
    first = reading.first_of(i)
    while k > first:
        title = sight.title_end.get(k)
        if title and title.holds_for != "none":
            titles.insert(0, title)
            k = title.i
            continue
        if title:
            addressed, k = True, title.i
            continue
        word = reading.hit_before(k, "rank", "honorific")
        if word:
            rank = rank or (reading.slice(word.i, word.j) if word.entry.slot == "rank" else "")
            addressed, k = True, word.i
            continue
        step = _bridge(sight, k, first, bool(titles), addressed, earlier)
        if step is None:
            break
        k = step
    return tuple(titles), rank, k, addressed


def _bridge(
    sight: _Sight, k: int, first: int, titled: bool, addressed: bool, earlier: NameMention | None
) -> int | None:
    """A comma, bracket, article or "and" between a title and what follows it, where the title can still be the name's."""
    reading = sight.reading
    token, pack = reading.tokens[k - 1], reading.pack
    if k - 1 <= first:
        return None
    if token.norm in pack.words("the") and k - 1 > first and (titled or addressed):
        return k - 1 if sight.title_end.get(k - 1) or reading.tokens[k - 2].text == "," else None
    title = sight.title_end.get(k - 1)
    if token.text in "," and title and title.specific and not titled:
        owner = earlier is not None and _apposed(reading, earlier.j, title.i)
        return None if owner else k - 1
    if titled and (token.text == "," or token.norm in pack.words("and")) and title and title.specific:
        owner = earlier is not None and _apposed(reading, earlier.j, title.i)
        return None if owner else k - 1
    if token.text == ")" and k - 3 > first and reading.tokens[k - 3].text == "(":
        return k - 3
    if token.text == "." and reading.hit_before(k - 1, "rank", "honorific"):
        return k - 1
    return None


def _apposed(reading: Reading, j: int, i: int) -> bool:
    """Whether nothing but a comma, bracket, dash or article lies between a name's end and a title's beginning."""
    pack = reading.pack
    if i < j or i - j > 4:
        return False
    return (
        i > j
        and all(t.text in _SIGNS or t.norm in pack.words("the") for t in reading.tokens[j:i])
        and reading.sentence_at[j - 1] == reading.sentence_at[i]
    )


def _after(sight: _Sight, j: int) -> tuple[TitleMention, ...]:
    """Titles in apposition behind a name: ", Deputy Director of …", "(Thư ký …)", "- Ủy viên …, Bộ trưởng …"."""
    reading = sight.reading
    out: list[TitleMention] = []
    k = j
    last = reading.last_of(j - 1)
    while k < last:
        n = k
        while (
            n < last
            and n - k < 4
            and (
                reading.tokens[n].text in _SIGNS + ")"
                or (
                    (n > k or out)
                    and (
                        reading.tokens[n].norm in reading.pack.words("the")
                        or (out and reading.tokens[n].norm in reading.pack.words("and"))
                    )
                )
            )
        ):
            n += 1
        rank = reading.hit(n, "rank")
        if rank and n > k and rank.j in sight.title_start:
            n = rank.j
        title = sight.title_start.get(n)
        if title is None or n == k or title.j <= k:
            break
        if _leads_on(sight, title):
            break
        out.append(title)
        k = _over_rest(reading, title.j, last)
    return tuple(out)


def _over_rest(reading: Reading, k: int, last: int) -> int:
    """Skip the words of a membership up to the next comma: "Ủy viên Thường vụ Quân ủy Trung ương, Thứ trưởng …"."""
    for n in range(k, min(last, k + 9)):
        token = reading.tokens[n]
        if token.text in ",-–—;)":
            return n
        if token.text in ".:(" or not (
            token.cap
            or reading.hit(n, "field", "modifier")
            or (reading.sentence_at[n] and reading.hit(n - 1, "field", "modifier"))
        ):
            break
    return k


def _leads_on(sight: _Sight, title: TitleMention) -> bool:
    """Whether a title runs straight into another name, and so is that one's: "X, Minister Y"."""
    reading, k = sight.reading, title.j
    word = reading.hit(k, "rank", "honorific")
    while word:
        k = word.j
        word = reading.hit(k, "rank", "honorific")
    if k >= len(reading.tokens) or reading.sentence_at[k] != reading.sentence_at[title.i]:
        return False
    return _run(sight, k) is not None and not sight.masked[k]


def _not_a_person(reading: Reading, i: int, j: int, vouched: bool) -> bool:
    """A place, a photographer, a byline, a law or ship that bears a name."""
    pack, first = reading.pack, reading.first_of(i)
    if reading.hit(j, "body", "type") and pack.get("prefixed") and reading.tokens[j].cap:
        return True
    heads = pack.words("place_heads")
    if not vouched and (reading.norm(j) in heads and reading.tokens[j].cap):
        return True
    for width in (1, 2):
        a = i - width
        if a >= first and " ".join(t.norm for t in reading.tokens[a:i]) in heads:
            return True
    back = [t.norm for t in reading.tokens[max(first, i - 6) : i]]
    marks = [n for n, word in enumerate(back) if word in pack.words("photo")]
    if marks and any(sign in back[marks[-1] :] for sign in (":", "by", "/", "©", "par")):
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
