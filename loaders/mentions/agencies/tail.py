"""Where a body's name ends behind its head, and which fields it names on the way."""

from __future__ import annotations

from loaders.language.syllables import vietnamese
from loaders.mentions.agencies.places import PLACES, after_connector, nation
from loaders.mentions.reading import Hit, Reading

_OTHER = (*PLACES, "office", "rank", "honorific", "forum", "body", "type", "agency", "weak_city")
_VERBS = (
    "meet",
    "meet_with",
    "travel",
    "attend",
    "sign",
    "support",
    "chair",
    "co_chair",
    "lead",
    "took_place",
    "future",
    "passive",
    "office",
    "rank",
    "honorific",
    "several_countries",
    "sides",
    "counterpart",
)
_REACH = 16
_OFFICES = ("directorate", "department", "bureau")  # of a police: Cục, Tổng cục, Phòng


def tail(reading: Reading, head: Hit) -> tuple[int, tuple[str, ...]]:
    """The end of the name and the keys of its fields."""
    pack, tokens = reading.pack, reading.tokens
    last = min(reading.last_of(head.i), head.j + _REACH)
    j = k = head.j
    fields: list[str] = []
    direct = bool(pack.get("direct"))
    linked = direct
    if direct:
        police = reading.hit(head.j, "body") if head.entry.key.startswith(_OFFICES) else None
        if police and police.entry.key == "police" and reading.hit(police.j, "field"):
            j = k = police.j  # Cục Cảnh sát | phòng, chống ma túy
        else:
            j = k = _numbered(reading, head, last) or _town(reading, head, last) or _local(reading, head.j, last)
    while k < last:
        word = reading.hit(k, "field", "modifier")
        token = tokens[k]
        if word and direct and word.entry.slot == "modifier" and token.cap and not word.entry.capital:
            word = None  # the name Chung is not the word "chung"
        if word and (linked or (word.entry.slot == "modifier" and not pack.get("prefixed"))):
            k = word.j
            before = tokens[word.i - 1].norm
            if word.entry.slot == "field" or before not in pack.words("the") | pack.words("of") | {"'"}:
                j = k
            if word.entry.slot == "field":
                fields.append(word.entry.key)
                j = k = _local(reading, k, last) if direct else _rounded(reading, k, last)
            linked = linked if direct else False
        elif (linked or (reading.glued(k) and tokens[k - 1].text == "-")) and cap_word(reading, k):
            j = k = k + 1 + (direct and _goes_on(reading, k, last))
        elif not direct and token.norm in pack.words("genitive") | pack.words("of"):
            k, linked = after_connector(reading, k), True
            state = reading.norm(k) in pack.words("state_nouns")  # de la République islamique de Mauritanie
            place = reading.hit(k, *PLACES) or (nation(reading, k) if state else None)
            if place and not reading.hit(k, "field", "modifier"):
                break
        elif not direct and reading.hit(k, "demonym") and j == head.j and not pack.get("prefixed"):
            k = _demonym_end(reading, k)
        elif token.norm in pack.words("and") or token.text == ",":
            joined = _joined(reading, k, fields) or _paired(reading, k, j)
            if joined is None:
                break
            k, linked = joined, True
        elif token.text in "-’'" and reading.glued(k) and j > head.j:
            k += 1
        else:
            break
    return j + _number_behind(reading, head, j, last), tuple(fields)


def _numbered(reading: Reading, head: Hit, last: int) -> int | None:
    """Vietnamese: the end of a region that has a number and a service: Vùng 3 | Hải quân."""
    if head.entry.key != "region" or head.j >= last or not reading.tokens[head.j].text.isdigit():
        return None
    arm = reading.hit(head.j + 1, "type")
    return arm.j if arm and arm.j <= last else head.j + 1


def _number_behind(reading: Reading, head: Hit, j: int, last: int) -> int:
    """Vietnamese: the number of a region's command behind its name: Vùng Cảnh sát biển | 2."""
    return int(head.entry.key == "region" and j > head.j and j < last and reading.tokens[j].text.isdigit())


def _town(reading: Reading, head: Hit, last: int) -> int | None:
    """Vietnamese: the town whose police it is, no word for a town before it: Công an | TPHCM."""
    town = reading.hit(head.j, "city", "capital") if head.entry.key == "police" else None
    return town.j if town and town.j <= last else None


def _rounded(reading: Reading, k: int, last: int) -> int:
    """Behind the English words that round off a field: Bureau of Political | Military Affairs."""
    pack = reading.pack
    if not pack.get("prefixed"):
        return k
    ends, n, end = pack.words("field_ends") | pack.words("portfolio"), k, k
    while n < min(last, k + 3) and reading.tokens[n].cap and (reading.norm(n) in ends or reading.hit(n, "modifier")):
        n += 1
        end = n if reading.norm(n - 1) in ends else end
    return end


def _paired(reading: Reading, k: int, j: int) -> int | None:
    """Where the second of two English nouns begins: Institute of Standards and | Technology."""
    pack, n = reading.pack, k + 1
    if not pack.get("prefixed") or reading.norm(k) not in pack.words("and") or k != j or n + 1 >= len(reading.tokens):
        return None
    alone = not reading.tokens[n + 1].cap or reading.sentence_at[n + 1] != reading.sentence_at[n]
    plain = reading.tokens[k - 1].cap and not reading.hit(k - 1, "name", "family", "body", "type")
    return n if alone and plain and cap_word(reading, n) and not reading.hit(n, "name", "family") else None


def _local(reading: Reading, k: int, last: int) -> int:
    """The end of the province or city whose body it is: Công an tỉnh Lâm Đồng, Thành ủy Thành phố Hồ Chí Minh."""
    word = reading.hit(k, "local")
    if word is None or word.j >= last or not reading.tokens[word.j].cap:
        return k
    n = word.j
    city = reading.hit(n, "city", "capital", "weak_city")
    if city and city.j <= last:
        return city.j
    while (
        n < min(last, word.j + 4) and reading.tokens[n].cap and not reading.hit(n, "country", "office", "rank", "body")
    ):
        if n > word.j and reading.hit(n, "family") and _begins_name(reading, n):
            break
        n += 1
        dash = n + 1 < last and reading.tokens[n].text in "-–" and reading.glued(n)
        n += bool(dash and reading.tokens[n + 1].cap and n < word.j + 3)  # Thừa Thiên-Huế
    return n


def cap_word(reading: Reading, k: int) -> bool:
    """Whether a capitalised word at k may be part of a body's name: no place, office, other body or person."""
    token = reading.tokens[k]
    if not token.cap or reading.hit(k, *_OTHER) or (reading.pack.get("direct") and nation(reading, k)):
        return False
    if reading.pack.get("direct") and not token.text.isupper() and not vietnamese(token.text):
        return False  # a foreign word behind a Vietnamese body is a name: Bộ Ngoại giao | Mark Hale
    return not _begins_name(reading, k)


def _goes_on(reading: Reading, k: int, last: int) -> bool:
    """Vietnamese: whether a syllable in lower case ends the word that a capital begins: Ủy ban | Công tác Đối ngoại."""
    n = k + 1
    if n >= last or not reading.tokens[n].word or reading.tokens[n].cap or len(reading.tokens[k].text) < 2:
        return False
    pack, word = reading.pack, reading.norm(n)
    plain = ("tail_stop", "and", "with", "of", "by", "at", "posted", "the", "left_stop", "copulas", "speech", "there")
    if any(word in pack.words(w) for w in plain) or not vietnamese(reading.tokens[n].text):
        return False
    return reading.hit(n, *_VERBS) is None and not reading.tokens[k].text.isupper()


def _demonym_end(reading: Reading, k: int) -> int:
    hit = reading.hit(k, "demonym")
    return hit.j if hit else k + 1


def _begins_name(reading: Reading, k: int) -> bool:
    """Whether a person's name seems to begin here: a known name followed by another capitalised word."""
    return bool(reading.hit(k, "name", "family")) and k + 1 < len(reading.tokens) and reading.tokens[k + 1].cap


def _joined(reading: Reading, k: int, fields: list[str]) -> int | None:
    """Where a second field begins behind "and" (or a comma): another field, never another body or a person."""
    pack = reading.pack
    if not fields or k + 1 >= len(reading.tokens):
        return None
    n = after_connector(reading, k)
    if not pack.get("direct") and reading.norm(n) in pack.words("genitive"):
        n = after_connector(reading, n)
    word = reading.hit(n, "field")
    if word is None and pack.get("direct") and cap_word(reading, n) and reading.tokens[k].text != ",":
        return n
    if (
        not word
        or reading.hit(n, "body", "type", "office")
        or not reading.tokens[n].cap
        or _body_ahead(reading, word.j)
    ):
        return None
    if reading.tokens[k].text == ",":
        follow = reading.hit(word.j, "field") and not pack.get("prefixed")
        chained = reading.norm(word.j) in pack.words("and") | {","}
        return n if (follow or chained) else None
    return n


def _body_ahead(reading: Reading, k: int) -> bool:
    """Whether an English field is that of another body: "… and Communications, Public Security Intelligence Agency"."""
    if not reading.pack.get("prefixed"):
        return False
    for n in range(k, min(k + 3, reading.last_of(k - 1))):
        if reading.hit(n, "body", "type") and reading.tokens[n].cap:
            return True
        if not reading.tokens[n].cap:
            return False
    return False
