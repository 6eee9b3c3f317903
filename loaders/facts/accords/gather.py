"""Mentions of agreements joined: headline, lead, body and caption tell of one; a plan for another year is another."""

from __future__ import annotations

import itertools

from loaders.facts.accords.accord import Accord
from loaders.facts.accords.behalf import note_again, note_behalf, note_between
from loaders.facts.accords.cast import Cast
from loaders.facts.accords.dating import note_date
from loaders.facts.accords.loosely import join_loose
from loaders.facts.accords.promised import note_vague, pledged, redeem
from loaders.facts.accords.signers import note_signers, settle_signers
from loaders.facts.accords.status import note_status, settle
from loaders.facts.bodies import Agency, Country
from loaders.facts.events import Event
from loaders.facts.roles import Role
from loaders.facts.scene import Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Reading

_ALIKE = 0.6
_KEPT = 60  # so many agreements back a mention can point
_MINUTES = ("mou", "protocol")
_KINDS = {"treaty": "agreement"}


def gather_accords(
    reading: Reading,
    scenes: list[Scene],
    agencies: list[Agency],
    countries: list[Country],
    events: list[Event],
    roles: list[Role],
) -> list[Accord]:
    """Agreements in order of the text, each mention given to the one it repeats."""
    cast = Cast(reading, scenes, agencies, countries, events, roles)
    out: list[Accord] = []
    sides: dict[str, frozenset[str]] = {}
    pledges: list[tuple[int, int, list[str]]] = []
    for scene in scenes:
        count, people = pledged(cast, scene)
        if people:
            pledges.append((scene.number, count, people))
        for mention in scene.agreements:
            between = _between(cast, scene, mention)
            each, none = mention.party is not None, frozenset[str]()
            free = [a for a in out[-_KEPT:] if not _apart(cast, a, sides.get(a.id, none), between, each)]
            accord = _short(reading, free, mention) or _find(free, sides, scene, mention, between)
            if accord is None:
                if not _begins(reading, mention, between):
                    continue
                accord = Accord(f"g{len(out) + 1}", mention.kind)
                out.append(accord)
            _take_in(accord, scene, mention)
            sides[accord.id] = sides.get(accord.id, frozenset()) | between
            note_status(reading, accord, mention)
            note_signers(cast, scene, mention, accord)
            note_date(scene, mention, accord)
        note_vague(cast, scene, out)
        note_behalf(cast, scene, out)
        note_again(cast, scene, out)
        note_between(cast, scene, out)
    redeem(pledges, out)
    out = join_loose(cast, out)
    for accord in out:
        settle(reading, accord)
        settle_signers(cast, accord)
    return out


def _take_in(accord: Accord, scene: Scene, mention: AgreementMention) -> None:
    bare = not accord.topic and not accord.years
    if (
        (mention.told and bare)
        or accord.kind == "ref"
        or (accord.kind == "agreement" and not mention.generic and accord.mentions)
    ):
        accord.kind = mention.kind
    accord.mentions.append(mention)
    accord.told.append(scene.number)
    accord.topic |= mention.topic
    accord.years |= mention.years


def _between(cast: Cast, scene: Scene, mention: AgreementMention) -> frozenset[str]:
    """The named bodies between which a mention says the agreement is."""
    if mention.kind == "partnership":
        return _partners_named(cast, scene, mention)
    first = mention.party or (mention.partner and mention.partner + 1)
    if first is not None:
        with_whom = frozenset(key for _, _, key in cast.bodies(scene, first, first + 3, True)[:1])
        return with_whom if mention.party is not None or with_whom <= cast.lands else frozenset()
    if mention.between is None:
        pair = [b for b in cast.bodies(scene, mention.i, mention.j, True) if b[2] in cast.lands]
        joined = len(pair) == 2 and 0 < pair[1][0] - pair[0][1] <= 1  # "the Vietnam-Laos treaty"
        return frozenset(key for _, _, key in pair) if joined else frozenset()
    return frozenset(key for _, _, key in cast.bodies(scene, mention.between, mention.j, True)[:2])


def _partners_named(cast: Cast, scene: Scene, mention: AgreementMention) -> frozenset[str]:
    """Whose partnership it is, where that is part of its name: the ASEAN-Australia Strategic Partnership."""
    around = cast.bodies(scene, max(scene.sentence.first, mention.i - 6), min(mention.j + 6, scene.sentence.last), True)
    for a, b in itertools.pairwise(around):
        joined = b[0] - a[1] == 1 and cast.reading.tokens[a[1]].text in "-–"
        if joined and (b[1] == mention.i or a[0] == mention.j):
            return frozenset((a[2], b[2]))
    return frozenset()


def _apart(cast: Cast, accord: Accord, sides: frozenset[str], between: frozenset[str], each: bool) -> bool:
    """Whether an agreement is one of other bodies; a country stands for its ministries; ``each``: one of several."""
    if accord.kind == "partnership" and len(between) == 2:
        known = sides or frozenset(accord.parties)
        return len(known) > 1 and not between <= known
    if sides & between or not between:
        return False
    if sides and (each or not (sides | between) & cast.lands):
        return True
    homes = {cast.home_of(b) or cast.land_of(b) for b in (*sides, *accord.signers, *accord.parties)} - cast.persons
    return len(homes) > 1 and not homes & {cast.land_of(b) for b in between}


def _begins(reading: Reading, mention: AgreementMention, between: frozenset[str]) -> bool:
    """Whether a mention that repeats nothing is an agreement: it tells which, or is signed in these very words."""
    if mention.kind == "ref":
        return False
    if mention.told or between or (mention.kind == "statement" and not mention.weak):
        return True
    cues = (*mention.before, *mention.after)
    named = reading.tokens[mention.head].cap or not reading.pack.get("direct")
    if mention.between is not None and named and mention.before and mention.before[0].has("used"):
        return True
    signed = [c for c in cues if c.signs and c.standing == "done"]
    if signed:
        return not (mention.definite and mention.generic) or any(c.form in ("passive", "noun") for c in signed)
    if (
        mention.partner is not None
        and mention.party is None
        and any(c.slots.get("intent") == "proposed" or c.signs for c in cues)
    ):
        return True
    wanted = [c for c in (*mention.before[:1], *mention.after) if c.signs and c.standing == "future"]
    issued = [c for c in mention.before[:1] if c.has("reached") and c.standing == "done"]
    return bool(wanted or issued) and not (mention.generic or mention.definite)


def _find(
    accords: list[Accord],
    sides: dict[str, frozenset[str]],
    scene: Scene,
    mention: AgreementMention,
    between: frozenset[str],
) -> Accord | None:
    if mention.told:
        return _like(accords, scene, mention, sides if not between else {})
    same = [a for a in accords if _one_kind(a.kind, mention.kind)]
    if mention.kind == "partnership":
        return same[-1] if same else None
    if (
        not same and mention.kind in _MINUTES and not (mention.indefinite or between)
    ):  # "le protocole" of a "protocole d'accord"
        same = [a for a in accords if a.kind in _MINUTES]
    if same and not (mention.indefinite and _same_sentence(same[-1], scene)):
        return same[-1]
    if not mention.definite and not mention.generic and any(c.signs and c.standing == "done" for c in mention.after):
        loose = [a for a in accords[-1:] if not a.topic and a.kind == "agreement" and a.said.get("signed") == 3]
        return loose[0] if loose and all(m.generic for m in loose[0].mentions) else None
    named = mention.generic or mention.weak or mention.after
    if mention.definite and not named:  # "the memorandum" of what was called an agreement
        loose = [a for a in accords if a.kind == "agreement" and 0 < scene.number - a.told[-1] <= 3]
        return loose[-1] if loose and all(m.generic for m in loose[-1].mentions) else None
    if mention.generic and (mention.definite or _near(accords, scene)):
        others = [a for a in accords if a.kind != "partnership"]
        return others[-1] if others else None
    return None


def _short(reading: Reading, accords: list[Accord], mention: AgreementMention) -> Accord | None:
    """The agreement that the text has given an acronym, where that acronym stands for it."""
    word = reading.tokens[mention.head].text
    known = (a for a in accords if any(m.acronym == word for m in a.mentions)) if word.isupper() else ()
    return next(iter(known), None)


def _one_kind(a: str, b: str) -> bool:
    return _KINDS.get(a, a) == _KINDS.get(b, b)


def _same_sentence(accord: Accord, scene: Scene) -> bool:
    return scene.number in accord.told[-8:]


def _near(accords: list[Accord], scene: Scene) -> bool:
    """Whether the agreement told last was told within the two sentences before."""
    return any(0 < scene.number - a.told[-1] <= 2 for a in accords[-1:])


def _like(
    accords: list[Accord], scene: Scene, mention: AgreementMention, sides: dict[str, frozenset[str]]
) -> Accord | None:
    """The agreement with the same topic; else a bare one that this mention now tells more about."""
    best: tuple[tuple[float, bool], Accord] | None = None
    for a in reversed(accords):
        if mention.inside and _same_sentence(a, scene):
            continue
        if a.years and mention.years and not a.years & mention.years:
            continue
        alike = _likeness(a.topic, mention.topic)
        loose = mention.generic or all(m.generic for m in a.mentions)
        if not _one_kind(a.kind, mention.kind) and not (loose and alike >= _ALIKE):
            continue
        if _same_sentence(a, scene) and a.topic != mention.topic and not mention.definite:
            continue
        if not (a.topic or mention.topic):
            alike = 1.0 if a.years & mention.years else 0.0
        rank = (alike, a.mentions[0].party is None)  # one of a list in passing is not what the article is about
        if alike >= _ALIKE and (best is None or rank > best[0]):
            best = (rank, a)
    if best:
        return best[1]
    for a in reversed(accords):
        both = a.said.get("signed") == 3 and any(c.signs and c.standing == "done" for c in mention.before)
        bare = not a.topic and not a.years - mention.years and not (sides.get(a.id) and mention.generic and not both)
        tells = mention.definite or not a.mentions[0].definite or not mention.indefinite
        signs = not mention.indefinite or any(c.signs for c in (*mention.before, *mention.after))
        other = (
            mention.kind == "plan" and a.kind != "plan" and not any(c.signs for c in (*mention.before, *mention.after))
        )
        kin = (tells and signs and a.kind == mention.kind) or (all(m.generic for m in a.mentions) and not other)
        if bare and kin and a.kind != "partnership" and not _same_sentence(a, scene) and not mention.inside:
            return a
    return None


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
