"""Which words of signing, agreeing or negotiating govern which agreement of a sentence."""

from __future__ import annotations

from bisect import bisect_left

from loaders.language.values import replace
from loaders.mentions.agreements.ground import Ground
from loaders.mentions.agreements.mention import AgreementMention
from loaders.mentions.reading import Reading
from loaders.mentions.signs import SignCue

_VERBS = ("meet", "held", "passive", "travel", "co_chair", "chair", "attend")
_BEFORE_SIGN, _BEFORE, _AFTER = 26, 10, 18
_NEIGHBOURS, _WINDOW = 8, 120
_LASTS = ("in_force", "ended")
_AFTER_SLOTS = ("sign", "signed", "signed_by", "reached", "intent")


def attach(ground: Ground, mentions: list[AgreementMention], cues: list[SignCue]) -> list[AgreementMention]:
    """The mentions of one sentence, each with the cues that govern it, nearest first."""
    out: list[AgreementMention] = []
    starts = [c.i for c in cues]
    for n, mention in enumerate(mentions):
        low, high = max(0, n - _NEIGHBOURS), n + 1 + _NEIGHBOURS
        near = cues[bisect_left(starts, mention.i - _WINDOW) : bisect_left(starts, mention.j + _WINDOW)]
        if mention.definite and cues and cues[0] not in near:
            near = [cues[0], *near]  # "Signed by A and B, this protocol …"
        before = _before(ground, mentions[low:high], out[low:], n - low, near)
        after = _after(ground, mentions[low:high], out[low:], n - low, near, before)
        out.append(replace(mention, before=tuple(before), after=tuple(after)) if before or after else mention)
    return out


def _before(
    ground: Ground, mentions: list[AgreementMention], done: list[AgreementMention], n: int, cues: list[SignCue]
) -> list[SignCue]:
    mention = mentions[n]
    reading = ground.reading
    floor = reading.first_of(mention.i)
    outer = next((m for m in reversed(mentions[:n]) if m.i < mention.i < m.j), None)
    if outer is not None:
        floor = outer.head_end
    previous = next((m for m in reversed(done) if m.j <= mention.i and m.j > floor), None)
    if previous is not None and outer is None:
        if _coordinated(reading, previous.j, mention.i):
            inherited = [c for c in previous.before if c.has("sign", "signing", "reached", "intent", "used")]
            own = [c for c in reversed(cues) if previous.j <= c.i and c.j <= mention.i]
            return own + inherited
        floor = max(floor, previous.head_end)
    out = []
    for cue in reversed(cues):
        if cue.j > mention.i:
            continue
        if cue.has("negation") and not cue.signs:
            if mention.i - cue.j <= 2:  # "without a joint statement"
                out.append(replace(cue, standing="not"))
            continue
        if cue.form == "passive" and cue.i <= floor + 1 and mention.definite:  # "Signed by A and B, this protocol …"
            out.append(cue)
            break
        reach = _BEFORE_SIGN if cue.signs else _BEFORE
        if cue.i < floor or mention.i - cue.j > reach or _barrier(ground, cue.j, mention.i):
            if mention.definite and cue.i >= floor:
                continue
            break
        if cue.has("intent") and not cue.signs and _restarts(reading, cue.j, mention.i):
            break
        if outer is not None and cue.signs and cue.i >= outer.head_end:
            cue = replace(cue, standing="future")  # "a letter of intent on signing a memorandum"
        if not _participle(reading, mentions[:n], cue):
            out.append(cue)
    return out


def _restarts(reading: Reading, i: int, j: int) -> bool:
    """Whether a comma stands right before an agreement and its article: "with a view to …, the minutes were signed"."""
    k = j - 1
    while k > i and (reading.norm(k) in reading.pack.words("accord.definite") or reading.norm(k) == "'"):
        k -= 1
    return j - 1 > k >= i and reading.tokens[k].text == "," and not reading.pack.get("direct")


def _coordinated(reading: Reading, i: int, j: int) -> bool:
    """Whether two agreements are members of one list: "and", a comma or a semicolon and little else between them."""
    if j - i > 6:
        return False
    pack = reading.pack
    return any(
        reading.norm(k) in pack.words("and") or reading.tokens[k].text in ",;:" for k in range(i, j)
    ) and not any(reading.hit(k, "sign", "signed", "signed_by", *_VERBS) for k in range(i, j))


def _barrier(ground: Ground, i: int, j: int) -> bool:
    reading = ground.reading
    pack = reading.pack
    for k in range(i, j):
        token = reading.tokens[k]
        if token.text == ";" or token.norm in pack.words("left_stop"):
            return True
        if k not in ground.closed and not token.cap and reading.hit(k, *_VERBS) and not reading.hit(k, "no_event"):
            return True
        if token.norm in pack.words("speech") and k > i + 1:
            return True
    return False


def _participle(reading: Reading, earlier: list[AgreementMention], cue: SignCue) -> bool:
    """Whether a word of signing belongs to an agreement before it ("…, ký ngày 11/5, và Biên bản …")."""
    if not cue.signs or cue.form == "noun":
        return False
    return (any(0 <= cue.i - m.j <= 2 for m in earlier) and cue.form == "passive") or any(
        0 <= cue.i - m.j <= 2 and _bare_follow(reading, cue.j) for m in earlier
    )


def _bare_follow(reading: Reading, k: int) -> bool:
    """Whether a date, a place or an agent follows, and no object."""
    pack = reading.pack
    if k >= len(reading.tokens) or not reading.tokens[k].word:
        return True
    words = (
        pack.words("day_words")
        | pack.words("year_words")
        | pack.words("place_words")
        | pack.words("by")
        | pack.words("between")
    )
    return (
        reading.norm(k) in words
        or bool(reading.hit(k, "weekday", "month"))
        or reading.norm(k) == pack.get("month_word")
    )


def _after(
    ground: Ground,
    mentions: list[AgreementMention],
    done: list[AgreementMention],
    n: int,
    cues: list[SignCue],
    before: list[SignCue],
) -> list[SignCue]:
    mention = mentions[n]
    reading = ground.reading
    following = next((m for m in mentions[n + 1 :] if m.i >= mention.j), None)
    inner = any(m.inside and m.j >= mention.j - 1 for m in mentions[n + 1 :] if m.i < mention.j)
    if inner and any(c.signs for c in before):
        return []  # "signed the protocol to the treaty signed in 1998": the second signing is the treaty's
    if mention.inside and any(m.after for m in done if m.i < mention.i < m.j):
        return []
    limit = (
        following.i
        if following is not None and not _coordinated(reading, mention.j, following.i)
        else reading.last_of(mention.i)
    )
    for cue in cues:
        if (cue.signs or cue.has("reached")) and any(i <= cue.i < j for i, j in mention.gaps):
            return [cue]
        if cue.i < mention.j or not (cue.has(*_AFTER_SLOTS) or cue.slots.get("used") in _LASTS):
            continue
        if _open(ground, mention.j, cue.i) > _AFTER or cue.i >= limit or _ended(reading, mention.j, cue.i):
            break
        if cue.slots.get("reached") == "greeted":
            continue
        if cue.has("intent") and not cue.signs and (cue.slots.get("intent") != "proposed" or cue.j - cue.i < 2):
            continue
        owner = next((m for m in mentions if 0 <= m.i - cue.j <= 8 and not _ended(reading, cue.j, m.i)), None)
        if (
            owner is not None
            and cue.form != "passive"
            and not (cue.i - mention.j <= 2 and _bare_follow(reading, cue.j))
        ):
            break
        if cue.form == "active" and cue.i - mention.j <= 2 and _bare_follow(reading, cue.j):
            cue = replace(cue, form="passive")
        return [cue]
    return []


def _open(ground: Ground, i: int, j: int) -> int:
    """How many words lie between two places, names and titles not counted."""
    return sum(k not in ground.closed for k in range(i, j))


def _ended(reading: Reading, i: int, j: int) -> bool:
    """Whether the clause ends between two places: a stop, or a new clause that is not about what stood before."""
    pack = reading.pack
    which = next((k for k in range(i, min(i + 6, j)) if reading.norm(k) in pack.words("accord.which")), None)
    return any(
        reading.tokens[k].text in ";.!?" or (reading.norm(k) in pack.words("left_stop") and k > i + 2 and k != which)
        for k in range(i, j)
    )
