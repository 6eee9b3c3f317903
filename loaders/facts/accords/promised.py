"""Several agreements at once: "the documents signed by A and B", "signed two agreements" whose names come next."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.facts.accords.accord import Accord
from loaders.facts.accords.cast import Cast
from loaders.facts.accords.subject import agents, subject
from loaders.facts.scene import Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.reading import Hit, Reading
from loaders.mentions.signs import SignCue

_LIKELY = 0.7
_DESCRIBED = 5  # tokens between a number and its noun


def note_vague(cast: Cast, scene: Scene, accords: list[Accord]) -> None:
    """ "The documents signed by A and B", "between the two countries" are, too, those that the text has just named."""
    reading = cast.reading
    for k in reading.starts(scene.sentence.first, scene.sentence.last - 3, "vague"):
        noun = reading.hit(k, "vague")
        if noun is None:
            continue
        who, told = _signers_of_all(cast, scene, noun)
        known = [
            a
            for a in accords
            if a.kind != "partnership" and a.said.get("proposed") is None and not cast.persons & set(a.signers)
        ]
        for accord in known if who else []:
            if 0 < scene.number - accord.told[-1] <= 6:
                accord.said["signed"] = max(2, accord.said.get("signed", 0))
                for one in who:
                    accord.sign(one, [accord.told[-1], scene.number, *told], _LIKELY)


def _signers_of_all(cast: Cast, scene: Scene, noun: Hit) -> tuple[list[str], list[int]]:
    """Who signed what a plural such as "the documents" stands for, and the sentences that name them."""
    reading, last = cast.reading, scene.sentence.last
    words = reading.pack.words("between")
    reach = 60 if reading.pack.get("direct") else 9  # the agents stand before the verb there
    verb = next((h for n in range(noun.j, min(noun.j + reach, last)) if (h := _signing(reading, n))), None)
    if verb is None or any(reading.hit(n, "intent", "negation") for n in range(noun.j, verb.i)):
        return [], []
    cue = SignCue(verb.i, verb.j, {verb.entry.slot: verb.entry.key}, "passive")
    people, _ = agents(cast, scene, AgreementMention(noun.i, noun.j, "ref", noun.i, noun.j), cue)
    if people:
        return people, []
    opens = [n for n in range(verb.j, min(noun.j + 9, last)) if reading.norm(n) in words]
    sides = next((h for n in opens for m in (n + 1, n + 2) if (h := reading.hit(m, "sides"))), None)
    return cast.sides(scene.number, sides.entry.key, True) if sides else ([], [])


def _signing(reading: Reading, k: int) -> Hit | None:
    return reading.hit(k, "signed_by") or reading.hit(k, "signed", "sign")


def pledged(cast: Cast, scene: Scene) -> tuple[int, list[str]]:
    """How many agreements "A and B signed two agreements" promises, and who signed; their names come next."""
    reading = cast.reading
    numbers = reading.pack.numbers("accord.numbers")
    for k in reading.starts(scene.sentence.first + 1, scene.sentence.last, "agreement", "vague"):
        count = _count(reading, numbers, scene.sentence.first, k)
        if not count:
            continue
        near = range(max(scene.sentence.first, k - 14), k)
        hit = next((h for n in near if (h := reading.hit(n, "sign")) and h.entry.key != "infinitive"), None)
        if hit:
            return count, subject(cast, scene, SignCue(hit.i, hit.j, {"sign": hit.entry.key}, "active"))[0]
    return 0, []


def _count(reading: Reading, numbers: Mapping[str, int], first: int, k: int) -> int:
    """The number before a noun at token k, words that describe it between: "two new law enforcement treaties"."""
    for n in range(k - 1, max(first, k - _DESCRIBED) - 1, -1):
        word, token = reading.norm(n), reading.tokens[n]
        count = numbers.get(word, 0) or (int(word) if word.isdigit() and len(word) < 3 else 0)
        if count or not token.word or (n < k - 1 and not reading.pack.get("prefixed")):
            return count
        if reading.hit(n, "sign", "signed") or word in reading.pack.words("of"):
            return 0
    return 0


def redeem(pledges: list[tuple[int, int, list[str]]], accords: list[Accord]) -> None:
    """Give the people who signed several agreements to those named soon behind that are signed by nobody else."""
    for number, count, people in pledges:
        soon = [a for a in accords if not a.signers and "proposed" not in a.said and a.kind != "partnership"]
        soon = [a for a in soon if any(0 < s - number <= 4 for s in a.told)]
        for accord in soon:
            if len(soon) == count or accord.said.get("signed") == 3:
                accord.said["signed"] = 3
                for who in people:
                    accord.sign(who, [number, next(s for s in accord.told if s > number)], _LIKELY)
