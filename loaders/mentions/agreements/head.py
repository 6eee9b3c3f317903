"""The noun that an agreement is named by, with what stands before it: which, how many, whether it points back."""

from __future__ import annotations

from loaders.language.values import dataclass
from loaders.mentions.agreements.ground import Ground, overlapped
from loaders.mentions.reading import Hit, Reading

_VERBS = (
    "sign", "signed", "signed_by", "signing", "reached", "used", "intent", "meet", "held", "attend", "travel",
    "attended_by", "passive", "co_chair", "chair", "witness",
)  # fmt: skip
_LEADS = ("sign", "signed", "signing", "reached", "used", "intent", "upgrade", "invoked")


@dataclass(frozen=True, slots=True)
class Head:
    """A phrase of the lexicon at ``hit``; its name begins at ``first``.

    ``which`` is this, the, one, owner, many or empty; ``number`` the count before a plural ("two memoranda").
    """

    hit: Hit
    first: int
    which: str
    number: int
    plural: bool
    weak: bool
    generic: bool

    @property
    def kind(self) -> str:
        """The kind of agreement that the noun names; "ref" where it only points to one."""
        return self.hit.entry.key


def head_at(ground: Ground, k: int) -> Head | None:
    """The head at token k; None where the words there name no agreement (d'accord, a peace plan, to plan to)."""
    reading = ground.reading
    hit = reading.hit(k, "agreement", "agreement_ref") or ground.short_of(k)
    if (
        hit is None
        or k in ground.names
        or ground.bodies.get(k, 0) > hit.j
        or overlapped(reading, hit, "forum", "agency")
        or (overlapped(reading, hit, "not_agreement") and not _signed_next(reading, hit.j))
    ):
        return None
    if hit.entry.slot == "agreement_ref" and _text_of(reading, hit):
        return None
    first = _front(ground, hit)
    which, number = _which(reading, first)
    if _points_back(reading, hit):
        which = "this"
    words = {reading.norm(n) for n in range(hit.i, hit.j)}
    plural = which == "many" or number > 1 or bool(words & reading.pack.words("accord.plural"))
    weak = words <= reading.pack.words("weak_agreement")
    generic = hit.entry.slot == "agreement_ref" or words <= reading.pack.words("accord.generic")
    head = Head(hit, first, which, number, plural, weak, generic)
    return head if _is_noun(reading, head) else None


def _signed_next(reading: Reading, k: int) -> bool:
    """Whether it is said to be signed after all: "the statement was inked by"; "the statement" alone is the press's."""
    n = k
    while n - k < 3 and reading.norm(n) in reading.pack.words("accord.be"):
        n += 1
    return n > k and reading.hit(n, "sign", "signed", "signed_by") is not None


def _text_of(reading: Reading, hit: Hit) -> bool:
    """Whether the noun is only the wording of an agreement named next: "the text of the agreement"."""
    skip = reading.pack.words("of") | reading.pack.words("the") | {"'"}
    k = hit.j
    while k - hit.j < 4 and reading.norm(k) in skip:
        k += 1
    return reading.hit(k, "agreement") is not None


def _front(ground: Ground, hit: Hit) -> int:
    """English: all words of the noun phrase from its determiner on, else those known to stand in such names."""
    reading = ground.reading
    pack, start = reading.pack, reading.first_of(hit.i)
    if not pack.get("prefixed"):
        return hit.i
    k = hit.i
    while k > start and hit.i - k < 8 and not _ends_phrase(ground, k - 1):
        if _determines(reading, k - 1):
            return _trimmed(reading, k, hit.i)
        k -= 1
    k = hit.i
    while k > start and hit.i - k < 9 and _modifies(ground, k - 1):
        k -= 1
    return _trimmed(reading, k, hit.i)


def _determines(reading: Reading, k: int) -> bool:
    pack, word = reading.pack, reading.norm(k)
    if word == "'" or (word in pack.words("possessive") and reading.norm(k - 1) == "'"):
        return True
    numbers = {pack.form(str(w)) for w in pack.get("accord.numbers")}
    return (
        any(word in pack.words(f"accord.{slot}") for slot in ("definite", "this", "one", "owner", "many"))
        or word in numbers
    )


def _ends_phrase(ground: Ground, k: int) -> bool:
    reading = ground.reading
    pack, token = reading.pack, reading.tokens[k]
    if _determines(reading, k):
        return False
    if not token.word and not token.text.isdigit():
        return token.text not in "-–" and not (token.text == "." and reading.glued(k))
    stops = (
        pack.words("of")
        | pack.words("and")
        | pack.words("with")
        | pack.words("accord.starters")
        | pack.words("left_stop")
    )
    if token.norm in pack.words("and") and _two_fields(reading, k):
        return False
    if token.norm in stops or token.norm in pack.words("tail_stop") or token.norm in pack.words("speech"):
        return True
    return k in ground.names or (bool(reading.hit(k, *_VERBS)) and not token.cap)


def _two_fields(reading: Reading, k: int) -> bool:
    """Whether a conjunction stands within a name: "Defence and Economic Cooperation Framework Agreement"."""
    words = reading.pack.words("accord.modifiers")
    return all(reading.tokens[n].cap and reading.norm(n) in words for n in (k - 1, k + 1) if n >= 0)


def _modifies(ground: Ground, k: int) -> bool:
    """Whether the word at k belongs to the name that follows it: Vietnam-Laos, joint, extradition."""
    reading = ground.reading
    token = reading.tokens[k]
    if (token.text in "-–" and reading.glued(k + 1)) or (token.text == "." and reading.glued(k)):
        return True
    if token.norm in reading.pack.words("accord.modifiers"):
        return True
    if token.norm in reading.pack.words("and") and _two_fields(reading, k):
        return True
    if not token.cap or k in ground.names or token.norm in reading.pack.words("the"):
        return False
    return not reading.hit(k, *_VERBS, "rank", "honorific", "office") and token.norm not in reading.pack.words(
        "of"
    ) | reading.pack.words("and")


def _trimmed(reading: Reading, k: int, head: int) -> int:
    while k < head and (
        (not reading.tokens[k].word and not reading.tokens[k].text.isdigit())
        or reading.norm(k) in reading.pack.words("accord.before")
    ):
        k += 1
    return k


def _which(reading: Reading, first: int) -> tuple[str, int]:
    """What determines the noun: nothing between but words such as draft, new, vaste, bản."""
    pack, start = reading.pack, reading.first_of(first)
    numbers = {pack.form(str(w)): n for w, n in pack.get("accord.numbers").items()}
    for k in range(first - 1, max(start, first - 5) - 1, -1):
        word, text = reading.norm(k), reading.tokens[k].text
        if word in pack.words("accord.many"):
            return "many", numbers.get(word, 0)
        if word in numbers or (text.isdigit() and len(text) < 4 and int(text) > 1):
            return "", numbers.get(word) or int(text)
        for slot in ("this", "one", "definite", "owner"):
            if word in pack.words(f"accord.{slot}"):
                if slot == "one" and pack.get("prefixed") and reading.norm(k - 1) in pack.words("accord.definite"):
                    return "the", 0  # "the new pact"
                return ("the" if slot == "definite" else slot), 0
        if word not in pack.words("accord.before") and word != "'" and word not in pack.words("possessive"):
            break
        if word in pack.words("possessive") or (word == "'" and pack.get("prefixed")):
            return "owner", 0
    return "", 0


def _points_back(reading: Reading, hit: Hit) -> bool:
    """Vietnamese: "bản ghi nhớ này", "thỏa thuận nói trên"."""
    return reading.norm(hit.j) in reading.pack.words("accord.after_this")


def _is_noun(reading: Reading, head: Head) -> bool:
    """Words that are also something else are agreements only where the phrase around them says so."""
    pack, hit = reading.pack, head.hit
    token, before = reading.tokens[hit.i], reading.norm(hit.i - 1)
    starts = hit.i == reading.first_of(hit.i)
    if not head.generic:
        return True
    if not token.cap and before in pack.words("accord.verb_marks"):
        return False
    if head.which or head.number or head.first < hit.i or (token.cap and not starts) or pack.get("direct"):
        return True
    led = bool(reading.hit_before(head.first, *_LEADS)) or reading.norm(head.first - 1) in pack.words("of")
    return led or (starts and head.hit.j - head.hit.i > 1)
