"""Which phrases are agreements, and which only sound like one: vague plurals, domestic plans, "the plan"."""

from __future__ import annotations

from loaders.mentions.agreements.ground import Ground
from loaders.mentions.agreements.head import Head
from loaders.mentions.agreements.mention import AgreementMention, universal
from loaders.mentions.agreements.span import Tail
from loaders.mentions.reading import Reading

_SIGNED = ("sign", "signed", "signed_by", "signing", "witness")


def several(about: Ground, head: Head, tail: Tail) -> list[tuple[int, int]]:
    """The parts of "two memoranda on X and Y": as many as the number says, else none.

    Of a plural without a number ("các Hiệp định về dẫn độ, chuyển giao …") the parts must be subjects of agreements.
    """
    reading = about.reading
    pack = reading.pack
    start = head.hit.j
    end = tail.between if tail.between is not None and tail.between > start else tail.j
    cuts = [
        k
        for k in range(start + 1, end)
        if reading.norm(k) in pack.words("and")
        or (reading.tokens[k].text == "," and reading.norm(k + 1) not in pack.words("tail_joins"))
    ]
    cuts = [k for k in cuts if k + 1 not in cuts]
    each = head.number == 0 and cuts and all(_subject(reading, k) for k in (start, cuts[0] + 1))
    if len(cuts) + 1 != head.number and not each:
        return []
    bounds = [start, *(k + 1 for k in cuts), end + 1]
    return [(bounds[n], bounds[n + 1] - 1) for n in range(len(cuts) + 1)]


def _subject(reading: Reading, k: int) -> bool:
    """Whether the words at token k, behind "on", are a subject that agreements have: extradition, prisoners."""
    lead = reading.pack.words("accord.on") | reading.pack.words("the") | reading.pack.words("genitive") | {"'"}
    n = k
    while n - k < 4 and reading.norm(n) in lead:
        n += 1
    hit = reading.hit(n, "topic")
    return hit is not None and hit.j - hit.i > 1


def worthy(about: Ground, head: Head, mention: AgreementMention) -> bool:
    """Whether a mention is one agreement; a bare noun is kept where it can point back to one."""
    if any(c.standing == "not" for c in mention.before) and head.which != "the":
        return False
    if mention.kind == "partnership":
        return _level(about, head)
    if head.plural:
        return _each(about, head, mention)
    if head.generic and head.kind == "ref":
        return _by_hand(mention) if mention.told else mention.definite or _signing(mention)
    if universal(about.reading, mention):
        return True
    if not head.weak or (mention.kind == "statement" and _shared(about, mention)):
        return True
    if mention.definite and not mention.told:
        return True
    if _signing(mention) and (mention.kind != "plan" or _by_hand(mention) or _shared(about, mention)):
        return True
    if mention.kind != "plan" and mention.told and _proper(about, head):
        return True
    if mention.kind == "plan" and mention.told and (_titled(about, head) or _agreed_on(about, mention)):
        return True
    if mention.definite and _shared(about, mention) and mention.told and any(c.has("used") for c in mention.before):
        return True
    if mention.years and mention.told:
        return _shared(about, mention)
    return mention.between is not None and _governed(mention) and (bool(mention.topic) or _of_bodies(about, mention))


def _of_bodies(about: Ground, mention: AgreementMention) -> bool:
    """Whether it is that of two bodies: "the cooperation plan between the two ministries", not of "the two sides"."""
    if mention.between is None or (about.reading.pack.get("direct") and not about.reading.tokens[mention.head].cap):
        return False
    ahead = range(mention.between + 1, mention.between + 3)
    sides = next((h for k in ahead if (h := about.reading.hit(k, "sides"))), None)
    return sides is not None and sides.entry.key == "bodies"


def _signing(mention: AgreementMention) -> bool:
    return any(
        c.has(*_SIGNED, "reached") or c.slots.get("intent") == "proposed" for c in (*mention.before[:1], *mention.after)
    ) or any(c.has(*_SIGNED) for c in mention.before)


def _by_hand(mention: AgreementMention) -> bool:
    """Whether it is signed, and not only adopted or drawn up as a country's own plans are."""
    return any(c.has(*_SIGNED) for c in (*mention.before, *mention.after))


def _proper(about: Ground, head: Head) -> bool:
    """Whether the noun is written as a name and says on what: the Declaration on, the Convention against."""
    reading = about.reading
    token = reading.tokens[head.hit.i]
    name = token.cap and not token.text.isupper() and head.hit.i > reading.first_of(head.hit.i)
    return name and not reading.pack.get("direct") and reading.norm(head.hit.j) in reading.pack.words("accord.on")


def _agreed_on(about: Ground, mention: AgreementMention) -> bool:
    """Whether the two sides adopt or approve a plan: "les deux parties ont adopté une feuille de route"."""
    reading = about.reading
    if not any(c.has("reached") and c.standing == "done" for c in (*mention.before[:2], *mention.after)):
        return False
    return any(True for _ in reading.phrases(reading.first_of(mention.i), mention.i, "sides", "people_sides"))


def _titled(about: Ground, head: Head) -> bool:
    """Whether a plan is written as a name of several words: Regional Roadmap for, Plan of Action 2020-2025."""
    reading = about.reading
    words = range(head.first, head.hit.j)
    caps = [k for k in words if reading.tokens[k].cap]
    name = len(caps) > 1 or (bool(caps) and reading.pack.get("direct") and head.hit.j - head.hit.i > 2)
    return name and head.hit.i > reading.first_of(head.hit.i) and not reading.tokens[head.hit.i].text.isupper()


def _governed(mention: AgreementMention) -> bool:
    return bool(mention.before or mention.after)


def _shared(about: Ground, mention: AgreementMention) -> bool:
    """Whether a plan is one of two sides and not of one country: it says between whom, or to cooperate."""
    reading = about.reading
    words = reading.pack.words("accord.shared")
    return mention.between is not None or any(reading.norm(k) in words for k in range(mention.i, mention.j))


def _level(about: Ground, head: Head) -> bool:
    """A level of relations, not "a strategic partner": led in by relations, upgraded to, or written as a name."""
    reading = about.reading
    if head.plural:
        return False
    if not reading.pack.get("direct") or reading.tokens[head.hit.i].cap:
        return True
    return any(reading.norm(k) in reading.pack.words("accord.level") for k in range(max(0, head.hit.i - 4), head.hit.i))


def _each(about: Ground, head: Head, mention: AgreementMention) -> bool:
    """A plural is named only where it says what each is on, and that they are signed or prepared."""
    reading = about.reading
    on = any(
        reading.norm(k) in reading.pack.words("accord.on") for k in range(head.hit.j, min(head.hit.j + 3, mention.j))
    )
    strong = len(mention.topic) > 1 and on and _signing(mention)
    sides = range(mention.between + 1, mention.between + 4) if mention.between is not None else ()
    if mention.topic and any(about.body_end(k) for k in sides):
        return True  # "conventions between Morocco and Egypt on judicial cooperation"
    return (strong and head.which != "many") or (
        strong and reading.tokens[head.hit.i].cap and reading.pack.get("direct")
    )
