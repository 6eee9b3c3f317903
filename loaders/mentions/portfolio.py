"""A minister's portfolio in words that no list of fields holds: Citizen Protection, Safety and Emergency Services."""

from __future__ import annotations

from loaders.mentions.reading import Reading

_OTHER = ("name", "family", "country", "demonym", "office", "rank", "honorific", "body", "type", "forum", "capital")


def portfolio_end(reading: Reading, n: int, last: int) -> int | None:
    """Where a portfolio that begins at token n ends; None where none does. Names behind it are left out."""
    pack = reading.pack
    if not pack.get("prefixed"):
        return _linked(reading, n, last)
    if not reading.tokens[n].cap and reading.hit(n, "field"):
        return _in_lower_case(reading, n, last)
    end = _part(reading, n, last)
    k = end
    while k is not None and k < last and k - n < 24:
        joined = reading.norm(k) in pack.words("and")
        if not joined and reading.norm(k) != ",":
            break
        m = k + 1 + (not joined and reading.norm(k + 1) in pack.words("and"))
        joined = joined or m > k + 1
        k = _part(reading, m, last)
        if k is not None and joined:
            end = k
    return end


def _in_lower_case(reading: Reading, n: int, last: int) -> int | None:
    """The end of a portfolio in lower case, up to a comma or a capital: home affairs, immigration and safety."""
    pack, k, closed = reading.pack, n, False
    while k < min(last, n + 16):
        word = reading.hit(k, "field")
        if word is None and reading.norm(k) not in pack.words("portfolio"):
            return None
        k = word.j if word else k + 1
        if k >= last or (closed and (reading.tokens[k].text in ",(" or reading.tokens[k].cap)):
            return k if closed else None
        if reading.norm(k) not in pack.words("and") and reading.tokens[k].text != ",":
            return k if closed and reading.norm(k) in pack.words("genitive") else None
        closed = closed or reading.norm(k) in pack.words("and")
        k += 1
        if reading.norm(k) in pack.words("and"):
            closed, k = True, k + 1
    return None


def _linked(reading: Reading, n: int, last: int) -> int | None:
    """The end of a portfolio whose parts repeat their preposition: "de l'Intérieur, des Cultes et de la Cohésion"."""
    pack, parts, closed = reading.pack, 0, False
    end, k = None, n
    while k < last and k - n < 30 and not closed:
        guest = reading.hit(k, "forum") if parts else None  # ministre des Affaires maghrébines, de l'Union africaine
        j = guest.j if guest and guest.j <= last else _noun(reading, k, last)
        if j is None:
            break
        end, parts = j, parts + 1
        joined = reading.norm(j) in pack.words("and")
        closed = closed or (parts > 1 and reading.norm(k - 1) != "," and _closes(reading, k))
        m = j + 1
        if not (joined or reading.norm(j) == ",") or reading.norm(m) not in pack.words("genitive"):
            break
        k = reading.past(m, last, "genitive", "the")
    return end if parts > 1 else None


def _closes(reading: Reading, k: int) -> bool:
    """Whether "and" leads in the part at token k: it is the last one."""
    return reading.norm(reading.back(k, 0, "genitive", "the") - 1) in reading.pack.words("and")


def _noun(reading: Reading, k: int, last: int) -> int | None:
    """The end of one part: a field or a noun with its adjectives, and the words that tell where or whose it is."""
    if k >= last:
        return None
    pack, word = reading.pack, reading.hit(k, "field")
    token = reading.tokens[k]
    if word is None and (not token.word or not (token.cap or token.norm in pack.words("portfolio"))):
        return None
    if word is None and reading.hit(k, "country", "office", "rank", "honorific", "body", "type", "agency", "forum"):
        return None
    j, links = word.j if word else k + 1, pack.words("and") | pack.words("of") | pack.words("the")
    while j < last and reading.tokens[j].word and reading.norm(j) not in links:
        if reading.hit(j, "demonym", "country", "office"):
            break
        plain = not reading.tokens[j].cap and _ends_part(reading, j + 1, last)
        if not plain and reading.norm(j) not in pack.words("portfolio") and not reading.hit(j, "modifier"):
            break
        j += 1
    abroad = reading.hit(j, "abroad")
    return abroad.j if abroad else j


def _ends_part(reading: Reading, j: int, last: int) -> bool:
    """Whether a part of a portfolio can end before token j: at a comma, "and", "of" or a country's adjective."""
    pack = reading.pack
    if j >= last or reading.tokens[j].text == ",":
        return True
    ends = reading.norm(j) in pack.words("and") and reading.norm(j + 1) in pack.words("genitive")
    return bool(ends or reading.norm(j) in pack.words("genitive") or reading.hit(j, "demonym"))


def _part(reading: Reading, k: int, last: int) -> int | None:
    """The end of one part: some capitalised words up to a word that portfolios end in, or a known field."""
    pack, k = reading.pack, reading.past(k, last, "genitive", "the")
    for n in range(k, min(k + 4, last)):
        word = reading.hit(n, "field")
        ends = reading.norm(n) in pack.words("portfolio") and reading.tokens[n].cap
        listed = word is not None and reading.norm(word.j) in pack.words("and") | {
            ","
        }  # Police, National Security and …
        whole = word is not None and not reading.hit(word.j, "office", "body", "type")
        if ends or (word and reading.tokens[n].cap and (listed or whole)):
            return _extended(reading, n + 1 if ends or word is None else word.j, last)
        if not reading.tokens[n].cap or reading.hit(n, *_OTHER):
            return None
    return None


def _extended(reading: Reading, k: int, last: int) -> int:
    """Over more words that portfolios end in: Emergency Services | Management."""
    while k < last and reading.tokens[k].cap and reading.norm(k) in reading.pack.words("portfolio"):
        k += 1
    return k


_CLOSES = ("office", "counterpart", "rank", "honorific", "capital", "city", "type", "event", "agency")


def portfolio_rest(reading: Reading, j: int, last: int) -> int:
    """The end of a portfolio that goes on in words of no list: "et des Marocains résidant à l'étranger | , Ali …".

    Only what leads up to a comma and a name is taken, each part of it led in as parts of a portfolio are.
    """
    links = reading.pack.words("of") | reading.pack.words("genitive")
    starts = reading.norm(j) in links | reading.pack.words("in_charge")
    if not (starts or _goes_on(reading, j, links)) or reading.hit(j + 1, "country"):
        return j
    for n in range(j, min(last, j + 24)):
        if reading.norm(n) == ",":
            if _name_follows(reading, n + 1, last):
                return n
            if not _goes_on(reading, n, links):
                return j
        elif _verbal(reading, n) or reading.hit(n, *_CLOSES):
            return j
    return j


def _verbal(reading: Reading, n: int) -> bool:
    """Whether a verb, a relative word or a sign stands at n, which no portfolio holds; à is not a."""
    pack, token = reading.pack, reading.tokens[n]
    if not token.word:
        return token.text not in "'’-"
    verbs = pack.words("auxiliaries") | pack.words("copulas") | pack.words("speech") | pack.words("left_stop")
    return token.norm in verbs | pack.words("its") and token.text.isascii()


def _goes_on(reading: Reading, n: int, links: frozenset[str]) -> bool:
    """Whether "and" or a comma at n leads in another part of a portfolio."""
    comma = reading.norm(n) == ","
    if not comma and reading.norm(n) not in reading.pack.words("and"):
        return False
    k = n + 1 + (reading.norm(n + 1) in reading.pack.words("and"))
    return reading.norm(k) in links or (not comma and reading.tokens[k].cap and not reading.hit(k, *_OTHER))


def _name_follows(reading: Reading, k: int, last: int) -> bool:
    """Whether two capitalised words, a rank or form of address before them or not, stand at k."""
    the = reading.pack.words("the") | {"'"}
    while k < last and (reading.norm(k) in the or reading.hit(k, "rank", "honorific")):
        word = reading.hit(k, "rank", "honorific")
        k = word.j if word else k + 1
    if k + 1 >= last or not (reading.tokens[k].cap and reading.tokens[k + 1].cap):
        return False
    return reading.hit(k, "office", "country", "body", "type", "agency", "forum") is None
