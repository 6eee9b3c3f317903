"""The titles, ranks and forms of address that stand beside a name, before it and behind it."""

from __future__ import annotations

from loaders.mentions.reading import Reading
from loaders.mentions.runs import Sight, name_run
from loaders.mentions.titles import TitleMention

_SIGNS = ",-–—(:"


def titles_before(
    sight: Sight, i: int, claimed: tuple[TitleMention, ...]
) -> tuple[tuple[TitleMention, ...], str, int, bool]:
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
            held = next((n for n in range(word.i + 1, word.j) if n in sight.title_end), None)
            if held:  # "Chief of the General Staff of the British Army | General X" holds no Army General
                addressed, k = True, held
                continue
            addressed, k = True, word.i
            if word.entry.slot == "rank":
                branch = reading.hit_before(k, "field", "modifier") if reading.tokens[k - 1].cap else None
                k = branch.i if branch and branch.i >= first and k not in sight.title_end else k
                rank = rank or reading.slice(k, word.j)
            continue
        step = _bridge(sight, k, first, bool(titles), addressed, claimed)
        if step is None:
            break
        k = step
    return tuple(titles), rank, k, addressed


def _bridge(
    sight: Sight, k: int, first: int, titled: bool, addressed: bool, claimed: tuple[TitleMention, ...]
) -> int | None:
    """Over a comma, bracket, article or "and" between a title and what follows it, where it can still be the name's."""
    reading = sight.reading
    token, pack = reading.tokens[k - 1], reading.pack
    if k - 1 <= first:
        return None
    article = k - 2 if token.text in "'’" and reading.glued(k) else k - 1  # l'ambassadeur
    if reading.norm(article) in pack.words("the") and article > first and (titled or addressed):
        apart = sight.title_end.get(article - 1) if reading.tokens[article - 1].text == "," else None
        if apart is not None and apart.plural and not pack.get("prefixed"):
            return None  # "with the ministers of A and B, the general X …"
        led = sight.title_end.get(article) or reading.tokens[article - 1].text == ","
        return article if led or reading.hit_before(article, "honorific") else None
    if (noun := reading.hit_before(k, "demonym")) and reading.tokens[noun.i].cap and _nationality(reading, noun.i):
        return noun.i - 1
    if pack.get("direct") and token.norm in pack.words("copulas"):  # ngoại trưởng Mỹ khi đó là John Kerry
        return next((n for n in (k - 1, k - 3) if n in sight.title_end), None)
    title = sight.title_end.get(k - 1) or sight.title_end.get(_under_bracket(reading, k - 1))
    if title and _joins(sight, k - 1, title, titled, addressed):
        return None if any(t is title for t in claimed) else k - 1
    if token.text == ")":  # a short form: Defence Minister (MoD) X, Menteri Pertahanan Indonesia (Menhan RI) X
        return next((n for n in range(k - 3, max(k - 5, first), -1) if reading.tokens[n].text == "("), None)
    if token.text == "." and reading.hit_before(k - 1, "rank", "honorific"):
        return k - 1
    return None


def _nationality(reading: Reading, i: int) -> bool:
    """Whether a people's name behind an article stands before a name: "…, le Russe Ivan Petrov"."""
    before = reading.tokens[i - 2].text if i > 1 else ""
    return not reading.pack.get("prefixed") and reading.norm(i - 1) in reading.pack.words("the") and before == ","


def _under_bracket(reading: Reading, k: int) -> int:
    """The end of what stands before a short form in brackets: Chief of Defence Staff (CDS)|, General …"""
    closed = k > 3 and reading.tokens[k - 1].text == ")" and reading.tokens[k - 3].text == "("
    return k - 3 if closed else k


def _joins(sight: Sight, k: int, title: TitleMention, titled: bool, addressed: bool) -> bool:
    """Whether the sign or word at k ties an office to the one behind it, or to the name."""
    reading, pack = sight.reading, sight.reading.pack
    token = reading.tokens[k]
    if token.norm in pack.words("concurrently"):
        return titled
    if token.text in "-–—" and pack.get("direct"):  # Đại sứ Iran tại Nga - ông Kazem Jalal
        return addressed and not titled and not (reading.glued(k) and reading.glued(k + 1))
    if token.text == ",":
        definite = reading.norm(title.i - 1) in pack.words("the")
        return title.specific or (titled and title.holds_for == "country") or ((addressed or definite) and not titled)
    if titled and token.norm in pack.words("and"):
        return title.specific or not pack.get("direct")
    return False


def titles_after(sight: Sight, j: int, led: bool) -> tuple[TitleMention, ...]:
    """Titles in apposition behind a name: ", Deputy Director of …", "(Thư ký …)", "- Ủy viên …, Bộ trưởng …"."""
    reading = sight.reading
    out: list[TitleMention] = []
    last, direct = reading.last_of(j - 1), bool(reading.pack.get("direct"))
    k = _over_letters(reading, j, last)
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
                        or (out and reading.tokens[n].norm in reading.pack.words("concurrently"))
                    )
                )
            )
        ):
            n += 1
        joined = [t.norm for t in reading.tokens[k:n]]
        if out and any(w in reading.pack.words("and") for w in joined) and joined[-1] in reading.pack.words("the"):
            break  # "X, minister of A, and the minister of B, Y"
        if k == j and n == k:
            n = _over_copula(reading, k, last)
        rank = reading.hit(n, "rank")
        if rank and n > k and rank.j in sight.title_start:
            n = rank.j
        n += n > k and n + 1 in sight.title_start and reading.norm(n) in reading.pack.words("office_prefix")  # nouvel
        title = sight.title_start.get(n)
        bare = n == k == j and title is not None and _runs_on(reading, title, led)
        if title is None or (n == k and not out and not bare) or title.j <= k:
            break
        if not out and led and _new_subject(reading, title, n):
            break  # "A, minister of X, the Polish minister said": another takes the word
        listed = any(
            reading.norm(m) in reading.pack.words("and") for m in range(k, n)
        )  # "X, office, and the office, Y"
        if listed and out[-1:] and title.country and out[-1].country not in (None, title.country):
            break  # "X, Prosecutor General of Serbia and Romania's Prosecutor General, Y"
        told = (led and not out) or (listed and ("," in joined or direct)) or (not out and _apart(reading, j, n))
        if _leads_on(sight, title) or (told and _comma_name(sight, title, listed and direct)):
            break
        if listed and not title.specific and _body_follows(sight, title, last):
            break  # "X, office, and deputy director first class of the AGENCY Y": the words between are not understood
        out.append(title)
        k = _over_rest(reading, title.j, last)
    return tuple(out)


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
    follows = reading.norm(title.j)
    return follows in pack.words("auxiliaries") | pack.words("speech") | {"s", "est", "se"}


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
