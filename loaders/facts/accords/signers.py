"""Who signed: the subject of the signing, those it was signed by or with, the sides between which it was signed."""

from __future__ import annotations

from loaders.facts.accords.accord import Accord
from loaders.facts.accords.cast import Cast
from loaders.facts.accords.partners import partners
from loaders.facts.accords.subject import agents, side_subject, subject
from loaders.facts.scene import Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Hit, Reading
from loaders.mentions.signs import SignCue

SURE, LIKELY = 0.9, 0.7
_APART = 26  # tokens between two people of whom each has a title


def note_signers(cast: Cast, scene: Scene, mention: AgreementMention, accord: Accord) -> None:
    """Add signatories and parties that one mention names."""
    _parties(cast, scene, mention, accord)
    if mention.kind == "partnership" or (mention.inside and not mention.after):
        return
    cues = [c for c in (*mention.before, *mention.after) if c.signs and c.standing == "done"]
    cues = cues or [c for c in mention.before[:1] if _concluded(cast.reading, c)]
    for cue in cues[:2]:
        found = _signed(cast, scene, mention, cue) or (
            _handed(cast, scene, mention) if cue in mention.after and not mention.inside else []
        )
        for who in found:
            accord.sign(who, [scene.number], SURE)
        if not found:
            _sides(cast, scene, mention, cue, accord)
    if cues and not cast.persons & set(accord.signers) and _signed_between(cast, mention, cues):
        people = _people_between(cast, scene, mention)
        bodies = [] if accord.signers else _pair(cast, scene, mention) or list(accord.parties)[:2]
        for who in people or bodies:
            accord.sign(who, [scene.number], SURE)


def _concluded(reading: Reading, cue: SignCue) -> bool:
    """Whether two sides are said to have made an agreement, which is as much as signing: "A and B struck a deal"."""
    be = reading.pack.words("accord.be")
    active = not any(reading.norm(k) in be for k in range(cue.i - 2, cue.i))
    return cue.slots.get("reached") in ("concluded", "attained") and cue.standing == "done" and active


def _signed(cast: Cast, scene: Scene, mention: AgreementMention, cue: SignCue) -> list[str]:
    """The people, else the bodies, that stand as signatories beside one word of signing."""
    if cue.form in ("active", ""):
        people, bodies = subject(cast, scene, cue)
    else:
        people, bodies = agents(cast, scene, mention, cue)
    more, others = partners(cast, scene, mention, cue)
    if not people and not bodies and len(more) == 1 and cue.form != "noun":
        people = cast.spoken_of(scene.number, more[0]) if _his(cast, scene, cue) else []
    if cue.form == "active" and len(people) == 1 and not more and _led_with(cast, scene, cue, people[0]):
        people = [*cast.spoken_of(scene.number, people[0]), *people]
    people += [p for p in more if p not in people]
    if len(people) == 1 and not more:  # "the commissioner signed with the Fiji Police Force"
        return people + [b for b in others if b not in cast.lands]
    return people or list(dict.fromkeys([*bodies, *others])) if people or bodies else more


def _his(cast: Cast, scene: Scene, cue: SignCue) -> bool:
    """Whether "he" signed, or it was signed with "his counterpart": the one of whom the text speaks."""
    reading = cast.reading
    before = range(max(scene.sentence.first, cue.i - 4), cue.i)
    pronouns = reading.pack.words("pronouns") - reading.pack.words("plural_pronouns")
    if any(reading.norm(k) in pronouns for k in before):
        return True
    return any(reading.hit(k, "counterpart") for k in range(cue.j, scene.sentence.last))


def _led_with(cast: Cast, scene: Scene, cue: SignCue, person: str) -> bool:
    """Whether the one before the verb is with whom somebody signed: "ông đã cùng Bộ trưởng X ký"."""
    words = cast.reading.pack.words("with")
    return any(
        a.person.id == person and any(cast.reading.norm(k) in words for k in (a.i - 1, a.i - 2))
        for a in scene.between(scene.sentence.first, cue.i)
    )


def _handed(cast: Cast, scene: Scene, mention: AgreementMention) -> list[str]:
    """The two people who hand each other what is signed: "A và B trao bản ghi nhớ đã ký"."""
    words = cast.reading.pack.words("accord.handed")
    verb = next(
        (
            k
            for k in range(mention.i - 1, max(scene.sentence.first, mention.i - 6) - 1, -1)
            if cast.reading.norm(k) in words
        ),
        None,
    )
    people = list(dict.fromkeys(a.person.id for a in scene.between(scene.sentence.first, verb))) if verb else []
    return people if len(people) == 2 else []


def _sides(cast: Cast, scene: Scene, mention: AgreementMention, cue: SignCue, accord: Accord) -> None:
    """ "The two ministers signed", "hai bên đã ký", "signed by the two sides"."""
    reading = cast.reading
    if cue.form == "noun":
        return
    if cue.form in ("active", ""):
        hit = side_subject(cast, scene, scene.sentence.first, cue.i)
    else:
        near = range(max(scene.sentence.first, cue.i - 8), min(cue.j + 12, scene.sentence.last))
        hit = next((h for k in near if (h := reading.hit(k, "people_sides", "sides"))), None)
    if hit is None:
        return
    meant = next((h for h in reading.hits[hit.i] if h.entry.slot == "people_sides" and h.j >= hit.j), None)
    office = _officials(cast, hit) if meant is None else ""
    if meant is not None or office:
        people, told = cast.principals(scene.number, 8 if meant is not None and meant.entry.key == "all" else 2)
        people = [p for p in people if not office or cast.holds(p, office)]
        for who in people:
            accord.sign(who, [scene.number, *told], LIKELY)
        return
    which = hit.entry.key
    pair = _pair(cast, scene, mention) or list(accord.parties)
    keys, told = (pair, []) if len(pair) >= 2 else cast.sides(scene.number, which, _states(cast, mention))
    for who in keys:
        accord.sign(who, [scene.number, *told], LIKELY)
        accord.join(who, [scene.number, *told], LIKELY)


def _officials(cast: Cast, hit: Hit) -> str:
    """The office that those who sign hold: "the two countries' interior ministers", "the ministers of both"."""
    reading = cast.reading
    words = reading.pack.words("plural_offices")
    of = reading.pack.words("genitive") | reading.pack.words("of")
    first = max(reading.first_of(hit.i), hit.i - 7)
    spans = [range(hit.j + 1, hit.j + 6)] if reading.norm(hit.j) in ("'", "’") else []
    spans += [range(first, hit.i)] if any(reading.norm(k) in of for k in range(first, hit.i)) else []
    held = [h.entry.key for span in spans for k in span if reading.norm(k) in words and (h := reading.hit(k, "office"))]
    return held[0] if held else ""


def _states(cast: Cast, mention: AgreementMention) -> bool:
    """Whether an agreement is one of states: a treaty, or "between the governments"."""
    words = cast.reading.pack.words("accord.states")
    return mention.kind == "treaty" or any(cast.reading.norm(k) in words for k in range(mention.i, mention.j))


def _pair(cast: Cast, scene: Scene, mention: AgreementMention) -> list[str]:
    """The two bodies behind "between" in the name or right behind it."""
    opens = _opens(cast, mention)
    if opens is None:
        return []
    if any(cast.reading.hit(k, "sides") for k in (opens + 1, opens + 2)):
        return []
    found = cast.bodies(scene, opens, min(opens + 40, scene.sentence.last), True)
    pair: list[str] = []
    last, closed = opens, False
    words = cast.reading.pack.words("and") | cast.reading.pack.words("with")
    for i, j, key in found:
        if pair and (i - last > 9 or (closed and len(pair) > 1)):
            break
        closed = bool(pair) and any(
            cast.reading.norm(k) in words for k in range(last, i)
        )  # "A, B and C": C is the last
        if key not in pair:
            pair.append(key)
        last = j
    return pair[:5] if len(pair) >= 2 else []


def _people_between(cast: Cast, scene: Scene, mention: AgreementMention) -> list[str]:
    """ "signed in 2018 between President A and Chairman B": the two people."""
    opens = _opens(cast, mention)
    if opens is None:
        opens = next(
            (
                k
                for c in mention.after
                for k in range(c.j, min(c.j + 8, scene.sentence.last))
                if cast.reading.norm(k) in cast.reading.pack.words("between")
            ),
            None,
        )
    if opens is None:
        return []
    row = scene.between(opens, scene.sentence.last)
    near = [a for n, a in enumerate(row) if a.at - (row[n - 1].j if n else opens) <= _APART]
    people = list(dict.fromkeys(a.person.id for a in near))
    return people[:2] if len(people) >= 2 else []


def _opens(cast: Cast, mention: AgreementMention) -> int | None:
    if mention.between is not None:
        return mention.between
    words = cast.reading.pack.words("between")
    ends = [(mention.j, 3), *((c.j, 9) for c in mention.after)]
    ends += [
        (c.j - 1, mention.i - c.j) for c in mention.before[:1] if c.form == "noun"
    ]  # "la signature entre A et B de"
    last = cast.reading.last_of(mention.i)
    return next((k for e, far in ends for k in range(e, min(e + far, last)) if cast.reading.norm(k) in words), None)


def _parties(cast: Cast, scene: Scene, mention: AgreementMention, accord: Accord) -> None:
    pair = _pair(cast, scene, mention)
    if len(pair) == 2:
        cast.pair, cast.paired = (pair[0], pair[1]), [scene.number]
    for who in pair:
        accord.join(who, [scene.number], SURE)
    opens = _opens(cast, mention)
    if not pair and opens is not None:
        sides = cast.reading.hit(opens + 1, "sides") or cast.reading.hit(opens + 2, "sides")
        if sides:
            keys, told = cast.sides(scene.number, sides.entry.key, _states(cast, mention))
            for who in keys:
                accord.join(who, [scene.number, *told], LIKELY)


def _signed_between(cast: Cast, mention: AgreementMention, cues: list[SignCue]) -> bool:
    """Whether the words say that the two bodies behind "between" signed: a participle, or the ceremony of a signing."""
    return _opens(cast, mention) is not None and any(c.form in ("passive", "noun") or c in mention.after for c in cues)


def settle_signers(cast: Cast, accord: Accord) -> None:
    """Nobody signs what is not signed; where people sign, their countries and bodies are parties."""
    if accord.status != "signed" or accord.said.get("signed", 0) < 2:
        accord.signers.clear()
        return
    people = cast.persons & set(accord.signers)
    if not people:
        for who, claim in accord.signers.items():
            accord.join(who, claim.sentences, claim.confidence)
        own = [who for who in accord.signers if who not in cast.lands]
        seated = {cast.land_of(who) for who in own} if len(own) > 1 else set()
        for land in [w for w in accord.signers if w in cast.lands and w in seated]:
            del accord.signers[land]  # its own ministry signed
        return
    homes = {h for p in people if (h := cast.home_of(p))}
    countries = {a.id: a.country for a in cast.agencies}
    for who in [w for w in accord.signers if w not in people]:
        claim = accord.signers[who]
        accord.join(who, claim.sentences, claim.confidence)
        if len(people) > 1 or who not in countries or countries[who] in homes:
            del accord.signers[who]
