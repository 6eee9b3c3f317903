"""Who signed for whom, told behind the agreement: "X signed on behalf of Kenya and Y for Uganda"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.facts.accords.accord import Accord
from loaders.facts.accords.cast import Cast
from loaders.facts.accords.subject import agents
from loaders.facts.scene import Actor, Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Reading
from loaders.mentions.signs import SignCue

_LIKELY = 0.8
_BACK = 2  # sentences back to the agreement
_AFTER, _BEFORE = 9, 6  # tokens between "for Kenya" and who signs
_VERB = 10  # tokens between the verb and the one whom it is nearest to
_SIGNS = ("sign", "signed", "signed_by")


def note_behalf(cast: Cast, scene: Scene, accords: list[Accord]) -> None:
    """Give those who signed for somebody to the agreement that the text is at."""
    signed = _signed(cast.reading, scene)
    sides = list(_sides(cast, scene)) if signed else []
    row = [a for a in scene.actors if any(_beside(a, i, j, signed) for i, j in sides)]
    if not any(_span(a, k) <= _VERB for a in row for k in signed):
        return
    known = [a for a in accords if a.kind != "partnership" and ("signed" in a.said or "proposed" not in a.said)]
    last = max((a.told[-1] for a in known), default=-9)
    for accord in known if scene.number - last <= _BACK else []:
        if accord.told[-1] == last:
            accord.said["signed"] = 3
            for one in dict.fromkeys(a.person.id for a in row):
                accord.sign(one, sorted({last, scene.number}), _LIKELY)


def note_between(cast: Cast, scene: Scene, accords: list[Accord]) -> None:
    """Give the two of "the signing was done at State House between A and B" to the agreement before."""
    reading, words = cast.reading, cast.reading.pack.words("between")
    signing = next((c for c in scene.cues if c.has("signing") and not scene.between(scene.sentence.first, c.i)), None)
    if signing is None or scene.agreements or any(c.has("future", "unsigned") for c in scene.cues):
        return
    opens = next(
        (k for k in range(signing.j, min(signing.j + 24, scene.sentence.last)) if reading.norm(k) in words), None
    )
    if opens is None or any(c.has("event") and signing.j <= c.i < opens for c in scene.cues):
        return  # "the signing comes after a meeting between A and B"
    people = list(dict.fromkeys(a.person.id for a in scene.between(opens, scene.sentence.last)))
    last = next(
        (a for a in reversed(accords) if a.kind != "partnership" and 0 < scene.number - a.told[-1] <= _BACK), None
    )
    if len(people) == 2 and last is not None and last.said.get("signed") == 3:
        for one in people:
            last.sign(one, [last.told[-1], scene.number], _LIKELY)


def note_again(cast: Cast, scene: Scene, accords: list[Accord]) -> None:
    """Give those of "it was signed by A and B" to the agreement that the sentence before is about."""
    reading, first = cast.reading, scene.sentence.first
    it = reading.pack.words("accord.it")
    verb = next((k for k in _signed(reading, scene) if k - first <= _VERB), None)
    if verb is None or not any(reading.norm(k) in it for k in range(first, min(first + 3, verb))):
        return
    if any(g.i < verb for g in scene.agreements) or scene.between(first, verb):
        return
    hit = reading.hit(verb, "signed_by") or reading.hit(verb, "signed", "sign")
    last = next((a for a in reversed(accords) if a.kind != "partnership" and 0 <= scene.number - a.told[-1] <= 2), None)
    if hit is None or last is None or "proposed" in last.said:
        return
    cue = SignCue(hit.i, hit.j, {hit.entry.slot: hit.entry.key}, "passive")
    people, bodies = agents(cast, scene, AgreementMention(first, verb, "ref", first, verb), cue)
    for one in people or bodies:
        last.said["signed"] = 3
        last.sign(one, [last.told[-1], scene.number], _LIKELY)


def _signed(reading: Reading, scene: Scene) -> list[int]:
    """Where a sentence says that something was signed, not that it is still to be."""
    return [
        h.i
        for h in reading.phrases(scene.sentence.first, scene.sentence.last, *_SIGNS)
        if h.entry.key != "infinitive"
        and not any(c.has("future", "unsigned") and 0 <= h.i - c.j <= 3 for c in scene.cues)
    ]


def _span(actor: Actor, k: int) -> int:
    """How many words lie between somebody and a verb."""
    return k - actor.j if k >= actor.j else actor.i - k


def _sides(cast: Cast, scene: Scene) -> Iterator[tuple[int, int]]:
    """Where a sentence says for whom somebody acts: for Kenya, au nom du Mali, về phía Lào."""
    reading = cast.reading
    first, last = scene.sentence.first, scene.sentence.last
    bodies = {i: j for i, j, _ in cast.bodies(scene, first, last)}
    skip = reading.pack.words("the") | reading.pack.words("genitive") | {"'", "’"}
    for h in reading.phrases(first, last, "behalf"):
        k = h.j
        while k < last and k - h.j < 3 and (reading.norm(k) in skip or reading.hit(k, "side")):
            k += 1
        if k in bodies:
            yield h.i, bodies[k]
        elif hit := reading.hit(k, "demonym", "country", "side", "sides"):
            yield h.i, hit.j + (reading.norm(hit.j) in reading.pack.words("side_words"))


def _beside(actor: Actor, i: int, j: int, signed: list[int]) -> bool:
    """Whether somebody stands behind "for Kenya", or before it with nothing but the verb between."""
    gap = i - actor.j
    before = gap in (0, 1) or (0 <= gap <= _BEFORE and any(actor.j <= k < i for k in signed))
    return before or 0 <= actor.i - j <= _AFTER
