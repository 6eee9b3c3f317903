"""The subject of a signing, its agents and its partners, by their place in the sentence."""

from __future__ import annotations

import itertools

from loaders.facts.accords.cast import Cast
from loaders.facts.scene import Actor, Cue, Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Hit
from loaders.mentions.signs import SignCue

_VERBS = (
    "meet",
    "meet_with",
    "passive",
    "travel",
    "took_place",
    "attend",
    "co_chair",
    "chair",
    "sidelines",
    "accompany",
    "lead",
)
_TALKS = ("meet", "meet_with", "co_chair", "passive")
_SIGNS = ("sign", "signed_by")
_WATCH = ("witness", "attended_by")
_CLOSE = 7
_LED = 3  # tokens between bodies and the first verb of those that they do one after the other
_BARE = 2  # tokens between "the ministers" and the verb
_MANY = 8


def subject(cast: Cast, scene: Scene, cue: SignCue) -> tuple[list[str], list[str]]:
    """People and bodies that sign: those right before the verb, else those that the clause before it is about."""
    first = _clause(cast, scene, cue.i)
    if side_subject(cast, scene, first, cue.i):
        return [], []
    seen = next((c.j for c in scene.cues if first < c.i and c.j <= cue.i and _looks_on(scene, c)), first)
    actors = [a for a in scene.between(seen, cue.i) if not _watches(cast, scene, a, cue.i)]
    verbs = [c for c in scene.cues if first <= c.i < cue.i and c.has(*_VERBS)]
    after = [a for a in actors if not verbs or a.at >= verbs[-1].j]
    if after and not _joined(cast, after[-1], cue.i) and _gap(scene, after[-1].j, cue.i) <= _CLOSE:
        return ids_of(_over_relative(cast, actors, after, verbs) + after), []
    if _aside(cast, scene, verbs, cue):
        return [], []
    bodies = [b for b in cast.bodies(scene, verbs[-1].j if verbs else first, cue.i) if not _visited(cast, b[0])]
    if bodies and not after and _gap(scene, bodies[-1][1], cue.i) <= _CLOSE:
        return _held(cast, bodies)
    if not verbs and not actors and cue.i - first <= 1:
        return ids_of(_inverted(cast, scene, cue)), []
    if not verbs:
        return (ids_of(actors) if actors and not _sides_between(cast, actors[-1].j, cue.i) else []), []
    left = [a for a in actors if a.at < verbs[0].i]
    leads = cast.bodies(scene, first, verbs[0].i) if not actors else []
    if leads and _gap(scene, leads[-1][1], verbs[0].i) <= _LED and not _sides_between(cast, first, cue.i):
        return [], chain(cast, leads)  # "a delegation of the Border Guard visited … and signed"
    if after and verbs[-1].has(*_TALKS):
        left += after
    return (ids_of(left) if not _sides_between(cast, verbs[-1].j, cue.i) else []), []


def _visited(cast: Cast, k: int) -> bool:
    """Whether a country is only where somebody is: "the minister, currently in the Emirates, signed"."""
    reading = cast.reading
    n = k - 1
    while k - n < 3 and reading.norm(n) in reading.pack.words("the"):
        n -= 1
    return reading.norm(n) in reading.pack.words("place_words") and n > reading.first_of(k)


def _inverted(cast: Cast, scene: Scene, cue: SignCue) -> list[Actor]:
    """The subjects behind "were": "Affixing their signatures to the document were A and B"."""
    be, last = cast.reading.pack.words("accord.be"), min(cue.j + 24, scene.sentence.last)
    verb = next((k for k in range(cue.j, last) if cast.reading.norm(k) in be), None)
    return scene.between(verb, min(verb + 40, scene.sentence.last)) if verb is not None else []


def _gap(scene: Scene, i: int, j: int) -> int:
    """How many words lie between two places, dates not counted."""
    dated = {k for d in scene.dates for k in range(d.i, d.j)}
    return sum(k not in dated for k in range(i, j))


def _over_relative(cast: Cast, actors: list[Actor], after: list[Actor], verbs: list[Cue]) -> list[Actor]:
    """The first of two subjects whose relative clause stands between: "X, who was visiting Delhi, and Y signed"."""
    pack = cast.reading.pack
    before = [a for a in actors if verbs and a.at < verbs[0].i][-1:]
    if not before or len(after) != 1:
        return []
    lead = [cast.reading.norm(k) for k in range(max(before[0].j, after[0].i - 3), after[0].i)]
    who = [cast.reading.norm(k) for k in range(before[0].j, min(before[0].j + 3, verbs[0].i))]
    joined = set(lead) & pack.words("and") and "," in lead
    return before if joined and set(who) & pack.words("relatives") else []


def agents(cast: Cast, scene: Scene, mention: AgreementMention, cue: SignCue) -> tuple[list[str], list[str]]:
    """Those an agreement was signed by: behind "by", or between "được", "do" and the verb."""
    reading = cast.reading
    pack = reading.pack
    span = None
    if pack.get("direct"):
        opens = [k for k in range(max(mention.i, cue.i - 90), cue.i) if reading.norm(k) in pack.words("accord.be")]
        if opens and opens[-1] >= mention.head_end - 1:
            first = next((k for k in opens if k >= mention.j - 1), opens[-1])
            span = (first + 1, cue.i)
    if span is None or not (scene.between(*span) or cast.bodies(scene, *span)):
        by = cue.j if cue.has("signed_by") else _by(cast, scene, cue, mention)
        if by is None:
            return [], []
        span = (by, until_other(scene, by))
        if not scene.between(*span) and _unnamed(cast, by):
            return [], []
    people = ids_of(scene.between(*span))
    return (people, []) if people else _held(cast, cast.bodies(scene, *span))


def _held(cast: Cast, bodies: list[tuple[int, int, str]]) -> tuple[list[str], list[str]]:
    """Bodies that sign; where their ministers are said to, those whom another sentence names as such."""
    row = chain(cast, bodies)
    reading = cast.reading
    words = reading.pack.words("plural_offices")
    officials = bodies and any(reading.norm(k) in words for k in range(max(0, bodies[0][0] - 4), bodies[-1][1]))
    people = [cast.holder_of(b) for b in row] if officials else []
    return ([p for p in people if p], []) if len(people) > 1 and all(people) else ([], row)


def _unnamed(cast: Cast, k: int) -> bool:
    """Whether those behind "by" are only counted: both countries' ministers, the two sides."""
    reading = cast.reading
    counted = reading.norm(k) in reading.pack.words("accord.many")
    return counted or any(reading.hit(n, "sides", "people_sides") for n in (k, k + 1))


def _by(cast: Cast, scene: Scene, cue: SignCue, mention: AgreementMention) -> int | None:
    """Behind "by" within reach of the verb: "signed in Hanoi on May 3 by"; for a noun, behind the name."""
    pack = cast.reading.pack
    spans = [(cue.j - 1, min(cue.j + 14, scene.sentence.last))]
    if cue.form == "noun":
        spans = [(cue.j - 1, cue.j + 1), (mention.j, min(mention.j + 3, scene.sentence.last))]
    for first, last in spans:
        for k in range(first, last):
            if cast.reading.tokens[k].text in ".;" or (k >= cue.j and cast.reading.norm(k) in pack.words("left_stop")):
                break
            if cast.reading.norm(k) in pack.words("by") and cast.reading.norm(k - 1) not in pack.words("accord.stands"):
                return k + 1
    return None


def _clause(cast: Cast, scene: Scene, at: int) -> int:
    """Where the clause that holds a verb begins: behind the last colon or semicolon that a subject follows.

    A semicolon behind which nothing has happened yet only parts a list: "A, minister of …; B, minister of …, signed".
    """
    reading, first = cast.reading, scene.sentence.first
    verb = next((c.i for c in scene.cues if c.has(*_VERBS, *_SIGNS)), at)
    for k in range(at - 1, first - 1, -1):
        ends = reading.tokens[k].text == ":" or (reading.tokens[k].text == ";" and verb < k)
        if ends and (scene.between(k, at) or cast.bodies(scene, k, at)):
            return k + 1
    return first


def until_other(scene: Scene, first: int) -> int:
    """Where a list of signatories ends: before who watched, or another verb."""
    ends = [c.i for c in scene.cues if c.i >= first and c.has(*_VERBS, *_WATCH)]
    return min([*ends, scene.sentence.last])


def _looks_on(scene: Scene, cue: Cue) -> bool:
    """Whether somebody right before a word of witnessing does so: "Mr Trump witnessed the two countries sign"."""
    return cue.has("witness") and any(0 <= cue.i - a.j <= 1 for a in scene.actors)


def _watches(cast: Cast, scene: Scene, actor: Actor, at: int) -> bool:
    """Whether an actor only stands in "in the presence of A and B," before the subject."""
    if any(c.has("invite") and 0 <= actor.i - c.j <= _BARE for c in scene.cues):
        return True  # "at the invitation of Minister A, Minister B signed"
    cue = next((c for c in reversed(scene.cues) if c.j <= actor.at and c.has(*_WATCH)), None)
    if cue is None:
        return False
    reading = cast.reading
    row = scene.between(cue.j, at)
    for a, b in itertools.pairwise(row):
        if any(reading.tokens[k].text == "," for k in range(a.j, b.i)) and _closed(cast, row, a, cue):
            return actor.at <= a.at
    return cue.has("attended_by") or (bool(row) and row[-1].j < at and reading.tokens[row[-1].j].text == ",")


def _closed(cast: Cast, row: list[Actor], last: Actor, cue: Cue) -> bool:
    """Whether a list of names has had its "and" by this one, or is one name long."""
    words = cast.reading.pack.words("and")
    n = row.index(last)
    return (
        (n == 0 and len(row) > 1 and cue.j <= last.i)
        or any(cast.reading.norm(k) in words for k in range(row[n - 1].j, last.i))
        if n
        else True
    )


def _joined(cast: Cast, actor: Actor, at: int) -> bool:
    """Whether "and" stands between a name and the verb, so that the verb has the subject of the one before."""
    words = cast.reading.pack.words("and")
    return any(cast.reading.norm(k) in words for k in range(actor.j, at))


def _aside(cast: Cast, scene: Scene, verbs: list[Cue], cue: SignCue) -> bool:
    """Whether the signing stands in a phrase of occasion whose own subject is not said: "nhân dịp sang thăm, ký"."""
    return any(v.has("sidelines") and not scene.between(v.j, cue.i) for v in verbs) and not any(
        cast.reading.tokens[k].text == "," and cast.reading.hit(k + 1, "sides", "people_sides")
        for k in range(verbs[-1].j, cue.i)
    )


def side_subject(cast: Cast, scene: Scene, i: int, j: int) -> Hit | None:
    """The phrase for both sides that is the subject of a verb at j: no preposition before, nobody named behind it."""
    reading = cast.reading
    pack = reading.pack
    last = max((a.j for a in scene.between(i, j)), default=i)
    for k in range(j - 1, last - 1, -1):
        hit = reading.hit(k, "people_sides", "sides")
        if hit is None or hit.j > j:
            continue
        if hit.entry.key == "all" and j - hit.j > _BARE:
            continue  # "the ministers of Belgium and Luxembourg signed": others than those of the talks
        n = k - 1
        while n >= i and (reading.norm(n) in pack.words("the") or reading.norm(n) in pack.words("accord.owner")):
            n -= 1
        bound = (
            pack.words("of") | pack.words("between") | pack.words("with") | pack.words("genitive") | pack.words("by")
        )
        if n < i or reading.norm(n) not in bound:
            return hit
    return None


def _sides_between(cast: Cast, i: int, j: int) -> bool:
    """Whether "the two sides" stands as the subject itself."""
    return any(cast.reading.hit(k, "sides", "people_sides") for k in range(i, j))


def ids_of(actors: list[Actor]) -> list[str]:
    return list(dict.fromkeys(a.person.id for a in actors))[:_MANY]


def _short(cast: Cast, k: int) -> int:
    """Behind the acronym in brackets that follows a name."""
    tokens = cast.reading.tokens
    return k + 3 if k + 2 < len(tokens) and tokens[k].text == "(" and tokens[k + 2].text == ")" else k


def _barred(cast: Cast, i: int, j: int) -> bool:
    return any(cast.reading.tokens[k].text in ")–—" for k in range(i, j))


def chain(cast: Cast, bodies: list[tuple[int, int, str]]) -> list[str]:
    """The bodies of one list: those that follow closely on each other, read from the last one back; no parents."""
    out: list[str] = []
    nxt = None
    belongs = cast.reading.pack.words("genitive")
    seats = cast.reading.pack.words("accord.on") - cast.reading.pack.words(
        "and"
    )  # "the European delegation to Jamaica"
    for n in range(len(bodies) - 1, -1, -1):
        i, j, key = bodies[n]
        if nxt is not None and (nxt - j > 5 + 3 * (_short(cast, j) > j) or _barred(cast, _short(cast, j), nxt)):
            break  # behind a dash or a bracket stands the town of the dateline
        before = [cast.reading.norm(k) for k in range(bodies[n - 1][1], i)] if n else []
        above = (0 < len(before) <= 3 and before[0] in belongs) or (
            before[-1:] and before[-1] in seats and key in cast.lands
        )
        if key not in out and not above:
            out.insert(0, key)
        nxt = i
    return out[:_MANY]
