"""Where a body's name ends behind its head, and which fields it names on the way."""

from __future__ import annotations

from dataclasses import field

from loaders.language.syllables import vietnamese
from loaders.language.values import dataclass
from loaders.mentions.agencies.places import PLACES, after_connector, body_ahead, bracketed, nation
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
_LOOSE = ("agency", "committee", "council", "commission", "directorate", "bureau", "centre", "academy", "institute")
_OFFICES = ("directorate", "department", "bureau")  # of a police: Cục, Tổng cục, Phòng


@dataclass(slots=True)
class _Walk:
    """A walk over the words behind a body's head, up to token ``last``.

    ``j`` is where the name ends so far, ``k`` the word that is looked at: words between them belong to the name only if
    more of it follows. ``linked``: whether a field or a name may stand at ``k``, for which most languages need an "of".
    """

    reading: Reading
    head: Hit
    last: int
    j: int
    k: int
    linked: bool
    fields: list[str] = field(default_factory=list)

    @property
    def direct(self) -> bool:
        """Whether the language puts a body's fields right behind its head, as Vietnamese does."""
        return bool(self.reading.pack.get("direct"))


def tail(reading: Reading, head: Hit) -> tuple[int, tuple[str, ...]]:
    """The end of the name and the keys of its fields."""
    last = min(reading.last_of(head.i), head.j + _REACH)
    direct = bool(reading.pack.get("direct"))
    j = _own_words(reading, head, last) if direct else head.j
    walk = _Walk(reading, head, last, j, j, linked=direct)
    while walk.k < last and _step(walk):
        pass
    j = _to_owner(reading, head, walk.j, last) if direct else walk.j
    return j + _number_behind(reading, head, j, last), tuple(walk.fields)


def _to_owner(reading: Reading, head: Hit, j: int, last: int) -> int:
    """Vietnamese: over words in lower case that lead up to whose body it is or to its short form in brackets.

    Cơ quan Giám sát | hành chính Ai Cập, Ủy ban Xây dựng | hòa bình Liên hợp quốc (PBC).
    """
    if head.entry.key not in _LOOSE or j == head.j:
        return j
    stop = reading.pack.words("tail_stop") | reading.pack.words("left_stop") | reading.pack.words("of")
    for n in range(j, min(last, j + 5)):
        token = reading.tokens[n]
        if n > j and (nation(reading, n) or reading.hit(n, "forum", "agency") or bracketed(reading, n)):
            return n
        if not token.word or token.cap or token.norm in stop or reading.hit(n, *_VERBS) or reading.hit(n, *_OTHER):
            return j
    return j


def _own_words(reading: Reading, head: Hit, last: int) -> int:
    """Vietnamese: the end of what belongs to a head before any field: the police, a number, a town or a province."""
    police = reading.hit(head.j, "body") if head.entry.key.startswith(_OFFICES) else None
    if police and police.entry.key == "police" and reading.hit(police.j, "field"):
        return police.j  # Cục Cảnh sát | phòng, chống ma túy
    return _numbered(reading, head, last) or _town(reading, head, last) or local_end(reading, head.j, last)


def _step(walk: _Walk) -> bool:
    """Take in the next word; False where the name cannot go on."""
    reading, k = walk.reading, walk.k
    pack, token, before = reading.pack, reading.tokens[k], reading.tokens[k - 1]
    word = _field_word(walk)
    if word and (walk.linked or (word.entry.slot == "modifier" and not pack.get("prefixed"))):
        _take_field(walk, word)
    elif (walk.linked or (reading.glued(k) and before.text == "-")) and cap_word(reading, k):
        walk.j = walk.k = k + 1 + (walk.direct and _goes_on(reading, k, walk.last))
        if walk.direct and token.text.isupper():
            walk.j = walk.k = local_end(reading, walk.j, walk.last)  # Ban Chỉ huy BĐBP | tỉnh Gia Lai
    elif not walk.direct and token.norm in pack.words("genitive") | pack.words("of"):
        return _over_of(walk)
    elif not walk.direct and reading.hit(k, "demonym") and walk.j == walk.head.j and not pack.get("prefixed"):
        walk.k = _demonym_end(reading, k)
    elif token.norm in pack.words("and") or token.text == ",":
        return _over_and(walk)
    elif token.text in "-’'" and reading.glued(k) and walk.j > walk.head.j:
        walk.k += 1
    else:
        return False
    return True


def _field_word(walk: _Walk) -> Hit | None:
    """The field, or the adjective of one, at the word that is looked at."""
    word = walk.reading.hit(walk.k, "field", "modifier")
    named = walk.direct and walk.reading.tokens[walk.k].cap
    if word and named and word.entry.slot == "modifier" and not word.entry.capital:
        return None  # the name Chung is not the word "chung"
    return word


def _take_field(walk: _Walk, word: Hit) -> None:
    """Take a field into the name with what is said of it; an adjective right behind "of" waits for its noun."""
    reading, pack = walk.reading, walk.reading.pack
    walk.k = word.j
    before = reading.tokens[word.i - 1].norm
    if word.entry.slot == "field" or before not in pack.words("the") | pack.words("of") | {"'"}:
        walk.j = word.j
    if word.entry.slot == "field":
        walk.fields.append(word.entry.key)
        end = local_end if walk.direct else _rounded
        walk.j = walk.k = end(reading, word.j, walk.last)
    walk.linked = walk.linked and walk.direct


def _over_of(walk: _Walk) -> bool:
    """Over "of the", behind which a field or name may stand; False where it leads in a place: the name ends before."""
    reading = walk.reading
    posted = reading.norm(walk.k) in reading.pack.words("posted")
    walk.k, walk.linked = after_connector(reading, walk.k), True
    if reading.hit(walk.k, "field", "modifier") is not None:
        return True
    state = reading.norm(walk.k) in reading.pack.words("state_nouns")  # de la République islamique de Mauritanie
    place = reading.hit(walk.k, *PLACES) or (nation(reading, walk.k) if state else None)
    return not place and not posted  # a Centre | in Pinkenba, a Commission | To Handle


def _over_and(walk: _Walk) -> bool:
    """Over "and" or a comma to another field of the same body; False where something else is joined."""
    reading, k = walk.reading, walk.k
    joined = _joined(reading, k, walk.fields) or _paired(reading, k, walk.j)
    if joined is None:
        return False
    walk.k, walk.linked = joined, True
    return True


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


def local_end(reading: Reading, k: int, last: int) -> int:
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


def _other_body(reading: Reading, n: int, j: int) -> bool:
    """Whether a body or an office stands at n, and no field that is also called so: … and Correctional Services."""
    other = reading.hit(n, "body", "type", "office")
    same = other is not None and other.entry.slot == "type" and other.j <= j and reading.pack.get("prefixed")
    return other is not None and not same


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
    if not word or _other_body(reading, n, word.j) or not reading.tokens[n].cap or body_ahead(reading, word.j):
        return None
    if reading.tokens[k].text == ",":
        follow = reading.hit(word.j, "field") and not pack.get("prefixed")
        chained = reading.norm(word.j) in pack.words("and") | {","}
        return n if (follow or chained) else None
    return n
