"""Words that end the name of an agreement, and words that carry it on: lists, hyphens, joining words."""

from __future__ import annotations

from loaders.mentions.agreements.ground import Ground
from loaders.mentions.reading import Reading

CLOSE = '.;:()[]"”“»«!?…*|—'
BREAKS = (
    "sign",
    "signed",
    "signed_by",
    "co_chair",
    "co_chaired_by",
    "held",
    "passive",
    "attended_by",
    "witness",
    "rank",
    "honorific",
)
_CLAUSES = (*BREAKS, "meet", "travel", "attend", "chair", "used", "reached", "sides", "people_sides", "intent")
_STOPS = ("tail_stop", "left_stop", "accord.stop")


def stops(reading: Reading, k: int, leads: bool = False) -> bool:
    """Whether a word is no part of a name: a verb, a pronoun, a word of time; ``leads``: alone it would be one."""
    pack, token = reading.pack, reading.tokens[k]
    alone = not leads and token.text.lower() not in pack.get("accord.keep")
    for slot in _STOPS:
        if alone and token.norm in pack.words(slot):
            return True
        longer = pack.runs(slot).get(token.norm)
        if longer and not longer.isdisjoint(_ahead(reading, k, 3)):
            return True
    ends = pack.words("accord.verb_endings")
    return bool(ends) and not leads and not token.cap and token.norm.endswith(tuple(ends))


def _ahead(reading: Reading, k: int, longest: int) -> dict[str, int]:
    """The runs of two to so many words that begin at token k, apostrophes left out, each with its end."""
    out: dict[str, int] = {}
    run = reading.norm(k)
    n, count = k + 1, 1
    while n < len(reading.tokens) and count < longest:
        word = reading.norm(n)
        n += 1
        if word != "'":
            run, count = f"{run} {word}", count + 1
            out[run] = n
    return out


def begins(reading: Reading, k: int, back: bool) -> bool:
    """Whether a name can go on right behind its noun; in English, or if it points ``back``, a preposition leads on."""
    pack = reading.pack
    leads = reading.norm(k) in pack.words("accord.starters")
    if reading.hit_before(k, "agreement", "agreement_ref") is None:
        return leads  # an acronym: "the RAA on", and not "le RAA créait un cadre"
    at_place = not pack.get("direct") and reading.norm(k) in pack.words("place_words")
    return leads or not (pack.get("prefixed") or at_place or (back and not pack.get("direct")))


def going_on(reading: Reading, k: int) -> int | None:
    """The end of words that belong to a name although the first could end it: "có tổ chức", "năm 2024"."""
    pack = reading.pack
    if reading.norm(k) in pack.words("accord.period") and reading.tokens[k + 1 : k + 2] and is_year(reading, k + 1):
        return k + 2
    if reading.tokens[k].text.isdigit() and pack.get("direct") and reading.norm(k + 1) in pack.words("accord.period"):
        return k + 2  # "kế hoạch hợp tác 3 năm"
    phrases = pack.runs("accord.go_on").get(reading.norm(k))
    if not phrases:
        return None
    return next((end for run, end in _ahead(reading, k, 4).items() if run in phrases), None)


def is_year(reading: Reading, k: int) -> bool:
    text = reading.tokens[k].text
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100


def hyphen(reading: Reading, k: int) -> bool:
    """Whether a hyphen joins: glued on both sides, between numbers, between capitals (Việt Nam - Lào)."""
    if k + 1 >= len(reading.tokens):
        return False
    a, b = reading.tokens[k - 1], reading.tokens[k + 1]
    return (reading.glued(k) and reading.glued(k + 1)) or (a.text.isdigit() and b.text.isdigit()) or (a.cap and b.cap)


def list_goes_on(ground: Ground, k: int, last: int) -> bool:
    """Behind a comma: the next member of a list that a joining word closes, or a pair such as "phòng, chống"."""
    reading = ground.reading
    pack = reading.pack
    if k + 1 >= last:
        return False
    if reading.norm(k + 1) in pack.words("tail_joins") - pack.words("and"):
        return True
    n = k + 1
    skip = pack.words("and") | {"'"} | (set() if pack.get("prefixed") else pack.words("the") | pack.words("genitive"))
    while n < k + 4 and n < last and reading.norm(n) in skip:
        n += 1
    if n >= last or n in ground.bodies or _coordinate(ground, n, last):
        return False
    return bool(reading.hit(n, "topic", "field"))


def joins(ground: Ground, k: int, last: int) -> bool:
    """Whether "and" goes on with the name: no verb, no body, no other agreement behind it."""
    reading = ground.reading
    pack = reading.pack
    n = k + 1
    if n >= last or n in ground.names or reading.tokens[n].text in CLOSE + ",":
        return False
    if reading.tokens[n].text.isdigit() and not is_year(reading, n) and reading.norm(n + 1) in pack.words("year_words"):
        return False  # "and 15 years of"
    two = f"{reading.norm(n)} {reading.norm(n + 1)}"
    if reading.norm(n) in pack.words("speech") or two in pack.words("speech"):
        return False
    if (stops(reading, n) and not going_on(reading, n)) or _coordinate(ground, n, last):
        return False
    if reading.hit(n, *_CLAUSES) and not reading.hit(n, "topic"):
        return False
    if reading.tokens[n].cap and reading.hit(n, "office", "rank", "honorific"):
        return False
    if _infinitive(reading, n):
        return False
    return n not in ground.bodies


def _infinitive(reading: Reading, n: int) -> bool:
    """French: whether "et de", "et d'" leads in a verb, another thing that was agreed."""
    pack = reading.pack
    if pack.get("prefixed") or pack.get("direct") or reading.norm(n) not in pack.words("genitive"):
        return False
    k = n + 1 + (reading.norm(n + 1) == "'")
    word = reading.norm(k)
    return bool(reading.hit(k, "intent", "used")) or (word.endswith("er") and not word.endswith("ier"))


def _coordinate(ground: Ground, n: int, last: int) -> bool:
    """Whether another agreement begins at n: "and an agreement on", "và dự thảo Hiệp định"."""
    reading = ground.reading
    pack = reading.pack
    skip = pack.words("accord.before") | pack.words("of") | pack.words("accord.modifiers") | {"'"}
    for k in range(n, min(n + 6, last)):
        if reading.hit(k, "agreement", "agreement_ref", "vague"):
            return True
        word = reading.norm(k)
        if word in skip or any(word in pack.words(f"accord.{s}") for s in ("definite", "one", "many", "owner", "this")):
            continue
        if not (reading.tokens[k].cap and pack.get("prefixed")) and not reading.tokens[k].text.isdigit():
            return False
    return False


def trimmed(reading: Reading, head_end: int, k: int) -> int:
    pack = reading.pack
    loose = (
        pack.words("of") | pack.words("the") | pack.words("and") | pack.words("day_words") | pack.words("year_words")
        | pack.words("accord.loose") | pack.words("between") | pack.words("with")
    )  # fmt: skip
    while k > head_end:
        token = reading.tokens[k - 1]
        if k - 2 >= head_end and going_on(reading, k - 2) == k:
            break  # "3 năm", "hằng năm"
        if token.norm in loose or (not token.word and not token.text.isdigit()):
            k -= 1
        else:
            break
    return k
