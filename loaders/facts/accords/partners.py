"""Those with whom something was signed: "with X" behind the verb, inside the name or behind it."""

from __future__ import annotations

import itertools

from loaders.facts.accords.cast import Cast
from loaders.facts.accords.subject import chain, ids_of, until_other
from loaders.facts.scene import Actor, Scene
from loaders.mentions.agreements import AgreementMention
from loaders.mentions.signs import SignCue


def partners(cast: Cast, scene: Scene, mention: AgreementMention, cue: SignCue) -> tuple[list[str], list[str]]:
    """Those it was signed with: "with X" behind the verb, inside the name or behind it."""
    reading = cast.reading
    pack = reading.pack
    if mention.party is not None:
        return [], [key for _, _, key in cast.bodies(scene, mention.party, mention.party + 1, True)]
    places = [mention.partner] if mention.partner is not None else []
    places += list(range(cue.j, min(cue.j + 2, scene.sentence.last)))
    places += list(range(mention.j, min(mention.j + 2, scene.sentence.last)))
    for k in places:
        if k >= len(reading.tokens) or reading.norm(k) not in pack.words("with"):
            continue
        until = until_other(scene, k + 1)
        people = [a for a in scene.between(k + 1, until) if a.i - k <= 4 or a.at - k <= 12]
        if people:
            if cue.form == "noun" and people[0].i - k > 4:
                break
            if cue.form == "noun" and (other := _counterpart(cast, scene, k, people[0])):
                return ids_of([other, people[0]]), []
            return ids_of(people[:1] + [a for a in scene.between(people[0].j, until) if a.i - people[0].j <= 5]), []
        bodies = cast.bodies(scene, k + 1, min(k + 8, until), k == mention.partner)
        if bodies and cue.form != "noun":
            while len(bodies) > 1 and not all(_near(cast, a[1], b[0]) for a, b in itertools.pairwise(bodies)):
                bodies.pop()
            return ids_of(_stands_for(cast, scene, bodies[-1][1])), chain(cast, bodies)
    return [], []


def _counterpart(cast: Cast, scene: Scene, k: int, actor: Actor) -> Actor | None:
    """Whose counterpart somebody is with whom was signed, if only one other person of the sentence can be it."""
    if not any(cast.reading.hit(n, "counterpart") for n in range(k + 1, k + 4)):
        return None
    others = {a.person.id: a for a in scene.actors if a.person.id != actor.person.id}
    return next(iter(others.values())) if len(others) == 1 else None


def _near(cast: Cast, i: int, j: int) -> bool:
    """Whether two bodies are members of one list: "with the UK and Australia"."""
    reading = cast.reading
    joins = reading.pack.words("and") | reading.pack.words("the") | {",", "'", "’"}
    return j - i <= 3 and all(reading.norm(k) in joins for k in range(i, j)) and j > i


def _stands_for(cast: Cast, scene: Scene, k: int) -> list[Actor]:
    """Who is said to stand for the body before token k: "avec l'OEA, représentée par X"."""
    words = cast.reading.pack.words("accord.stands")
    said = next((n for n in range(k, min(k + 9, scene.sentence.last)) if cast.reading.norm(n) in words), None)
    return scene.between(said, said + 20)[:1] if said is not None else []
