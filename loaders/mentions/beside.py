"""The titles in apposition behind a name."""

from __future__ import annotations

from loaders.mentions.reading import Reading
from loaders.mentions.runs import Sight, name_run
from loaders.mentions.title import TitleMention

_SIGNS = ",-–—(:"


def titles_after(sight: Sight, j: int, led: bool) -> tuple[TitleMention, ...]:
    """Titles in apposition behind a name: ", Deputy Director of …", "(Thư ký …)", "- Ủy viên …, Bộ trưởng …"."""
    reading = sight.reading
    out: list[TitleMention] = []
    last = reading.last_of(j - 1)
    k = _over_letters(reading, j, last)
    while k < last:
        n = k if out and k in sight.title_start else _title_at(sight, j, k, bool(out))
        title = sight.title_start.get(n) if n is not None else None
        if n is None or title is None or title.j <= k:
            break
        bare = n == k == j and _runs_on(reading, title, led)
        if (n == k and not out and not bare) or _of_another(sight, title, j, (k, n), out, led):
            break
        out.append(title)
        k = _over_rest(reading, title, last)
    return tuple(out)


def _title_at(sight: Sight, j: int, k: int, titled: bool) -> int | None:
    """Where a title of the name that ends at j would begin behind token k; None where another name's begins."""
    reading, pack = sight.reading, sight.reading.pack
    last = reading.last_of(j - 1)
    n = _over_signs(reading, k, last, titled)
    if not titled and n == k + 1 and _adds(sight, k):
        n += 1  # le Premier ministre X, et | ministre des Affaires étrangères par intérim
    joined = [t.norm for t in reading.tokens[k:n]]
    if titled and any(w in pack.words("and") for w in joined) and joined[-1] in pack.words("the"):
        return None  # "X, minister of A, and the minister of B, Y"
    if k == j and n == k:
        n = _over_copula(reading, k, last)
    rank = reading.hit(n, "rank")
    if rank and n > k and rank.j in sight.title_start:
        n = rank.j
    new = n > k and n + 1 in sight.title_start and reading.norm(n) in pack.words("office_prefix")  # nouvel
    return n + new


def _adds(sight: Sight, k: int) -> bool:
    """Whether ", and" adds another office to a name, no article between, as French does."""
    reading, pack = sight.reading, sight.reading.pack
    if pack.get("prefixed") or pack.get("direct") or reading.norm(k) != ",":
        return False
    title = sight.title_start.get(k + 2)
    return reading.norm(k + 1) in pack.words("and") and title is not None and not title.counterpart


def _over_signs(reading: Reading, k: int, last: int, titled: bool) -> int:
    """Behind the signs and articles that lead a title in; behind another title also "and" and "concurrently"."""
    pack, n = reading.pack, k
    links = pack.words("the") | (pack.words("and") | pack.words("concurrently") if titled else frozenset())
    while n < last and n - k < 4:
        token = reading.tokens[n]
        if token.text not in _SIGNS + ")" and not ((n > k or titled) and token.norm in links):
            break
        n += 1
    return n


def _of_another(
    sight: Sight, title: TitleMention, j: int, span: tuple[int, int], out: list[TitleMention], led: bool
) -> bool:
    """Whether a title behind a name is not that name's: the next one's, or the subject of what follows.

    ``span`` is what leads the title in, ``out`` are those before it; ``led``: the name has one before it, by a comma.
    """
    reading, (k, n) = sight.reading, span
    last, direct = reading.last_of(j - 1), bool(reading.pack.get("direct"))
    if not out and led and (_new_subject(reading, title, n) or _enumerated(reading, n)):
        return True  # "A, minister of X, the Polish minister said": another takes the word
    listed = any(reading.norm(m) in reading.pack.words("and") for m in range(k, n))  # "X, office, and the office, Y"
    if listed and out and title.country and out[-1].country not in (None, title.country):
        return True  # "X, Prosecutor General of Serbia and Romania's Prosecutor General, Y"
    comma = any(reading.norm(m) == "," for m in range(k, _over_signs(reading, k, last, bool(out))))
    told = (led and not out) or (listed and (comma or direct)) or (not out and _apart(reading, j, n))
    if _leads_on(sight, title) or (told and _comma_name(sight, title, listed and direct)):
        return True
    # "X, office, and deputy director first class of the AGENCY Y": the words between are not understood
    return listed and not title.specific and _body_follows(sight, title, last)


def _runs_on(reading: Reading, title: TitleMention, led: bool) -> bool:
    """Whether an office stands right behind a name, its comma left out: "Michel Ange Commandant de la Police, …"."""
    if reading.pack.get("prefixed"):  # "Mr Sering Njie Defence Minister of Gambia;"
        of = any(reading.norm(k) in reading.pack.words("genitive") for k in range(title.i, title.j))
        ends = title.j >= reading.last_of(title.i) or reading.tokens[title.j].text in ".;,"
        return of and ends and title.country is not None
    plain = not led and not reading.pack.get("prefixed") and not reading.pack.get("direct")
    return plain and title.agency is not None and (title.j == len(reading.tokens) or not reading.tokens[title.j].cap)


def _new_subject(reading: Reading, title: TitleMention, n: int) -> bool:
    """Whether an office with its article is no apposition but the subject of the verb right behind it."""
    pack = reading.pack
    if pack.get("prefixed") or pack.get("direct") or reading.norm(n - 1) not in pack.words("the"):
        return False
    return reading.norm(title.j) in pack.words("auxiliaries") | pack.words("speech") | pack.words("subject_verbs")


def _enumerated(reading: Reading, n: int) -> bool:
    """French: whether an office with its article before the noun is the next of a list of offices before names."""
    pack = reading.pack
    if pack.get("prefixed") or pack.get("direct"):
        return False
    k = n - 2 if reading.tokens[n - 1].text in "'’" else n - 1
    return reading.norm(k) in pack.words("accord.definite") and reading.norm(k - 1) == ","


def _apart(reading: Reading, j: int, n: int) -> bool:
    """Whether an office with its article behind a name in commas can be the next name's: "…, A, la ministre X, B"."""
    pack = reading.pack
    if pack.get("prefixed") or pack.get("direct") or reading.norm(n - 1) not in pack.words("the"):
        return False
    k = j - 1
    while k > reading.first_of(j - 1) and (reading.tokens[k].cap or reading.tokens[k].text in "-.'’"):
        k -= 1
    return reading.norm(k) == ","


def over_respelling(reading: Reading, k: int) -> int:
    """Vietnamese: behind brackets that only tell how a name sounds: Pete Hegseth (Pít Héc-sét)|, Bộ trưởng …"""
    if not reading.pack.get("diacritics") or reading.norm(k) != "(":
        return k
    close = next((n for n in range(k, min(k + 20, reading.last_of(k))) if reading.norm(n) == ")"), None)
    if close is None or reading.starts(k, close, "office", "rank", "country", "body", "type", "photo"):
        return k
    names = all(
        reading.tokens[n].cap or reading.tokens[n].text in "-–" or reading.glued(n) for n in range(k + 1, close)
    )
    return close + 1 if names else k


def _over_letters(reading: Reading, j: int, last: int) -> int:
    """Behind the letters of honours that follow a name: "X, OBE, PSC, Director …", "X (retd), Secretary …"."""
    pack, k = reading.pack, j
    k = over_respelling(reading, k)
    while k + 1 < last:
        n = k + (reading.tokens[k].text in ",(")
        if reading.norm(n) not in pack.words("letters"):
            break
        k = n + 1 + (reading.norm(n + 1) == ")")
    return k


def _body_follows(sight: Sight, title: TitleMention, last: int) -> bool:
    """Whether a body's name stands a few words behind a bare title, nothing but words between."""
    for k in range(title.j, min(last, title.j + 6)):
        if k in sight.agency_start:
            return True
        if not sight.reading.tokens[k].word:
            return False
    return False


def _over_copula(reading: Reading, k: int, last: int) -> int:
    """Behind "is also the", "est également", "hiện là": what follows is said of the name."""
    copulas, n = reading.pack.words("copulas"), k
    while (
        n < last
        and n - k < 5
        and (reading.norm(n) in copulas or (n > k and reading.norm(n) in reading.pack.words("the")))
    ):
        n += 1
    return n


def _over_rest(reading: Reading, title: TitleMention, last: int) -> int:
    """Skip the words of a membership up to the next comma: "Ủy viên Thường vụ Quân ủy Trung ương, Thứ trưởng …"."""
    k, pack = title.j, reading.pack
    member = title.holds_for == "none" and not pack.get("direct")
    links = pack.words("genitive") | pack.words("the") | {"'"} if member else frozenset()
    n = k - 1
    while (n := n + 1) < min(last, k + 9):
        token = reading.tokens[n]
        if member and (body := reading.hit(n, "agency")):  # du | Parti communiste chinois
            n = body.j - 1
            continue
        if token.text in ",-–—;)" or (member and token.norm in pack.words("and")):
            return n
        plain = (
            token.cap
            or token.norm in links
            or (member and token.word)
            or reading.hit(n, "field", "modifier", "demonym")
        )
        if token.text in ".:(" or not (plain or (reading.sentence_at[n] and reading.hit(n - 1, "field", "modifier"))):
            break
    return k


def _comma_name(sight: Sight, title: TitleMention, chain: bool = False) -> bool:
    """Whether a name follows a title behind a comma: in "T, N, T, N" each title is that of the name behind it.

    In a ``chain`` further titles of that name may stand between: "và Phó Thủ tướng, Bộ trưởng Bộ Nội vụ N".
    """
    reading, k = sight.reading, title.j + 1
    if reading.norm(title.j) != ",":
        return False
    k = _over_rank(reading, k)
    for _ in range(3):
        more = sight.title_start.get(k) if chain else None
        if more is None or more.j <= k:
            break
        k = _over_rank(reading, more.j + (reading.norm(more.j) == ","))
    return k < len(reading.tokens) and name_run(sight, k) is not None and not sight.masked[k]


def _over_rank(reading: Reading, k: int) -> int:
    """Behind articles, ranks and forms of address."""
    while k < len(reading.tokens) and (reading.norm(k) in reading.pack.words("the") or reading.norm(k) == "'"):
        k += 1
    while word := reading.hit(k, "rank", "honorific"):
        k = word.j
    return k


def _leads_on(sight: Sight, title: TitleMention) -> bool:
    """Whether a title runs straight into another name, and so is that one's: "X, Minister Y"."""
    reading, k = sight.reading, title.j
    if (
        reading.pack.get("prefixed")
        and reading.norm(k) in reading.pack.words("the")
        and reading.hit(k + 1, "honorific")
    ):
        k += 1  # "X, Minister of A, Minister of B the Hon. Y"
    word = reading.hit(k, "rank", "honorific")
    while word:
        k = word.j
        word = reading.hit(k, "rank", "honorific")
    if k >= len(reading.tokens) or reading.sentence_at[k] != reading.sentence_at[title.i]:
        return False
    return name_run(sight, k) is not None and not sight.masked[k]
