"""The agreements of one article: what it names joined, with their status, who signed and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import PartialDate
from loaders.facts.bodies import Agency, Country
from loaders.facts.events import Event
from loaders.facts.scene import Actor, Cue, Scene
from loaders.mentions.agreements import AgreementMention, words_of
from loaders.mentions.reading import Reading


@dataclass(slots=True)
class Accord:
    """One agreement; ``signers`` maps a person, agency or country (by id or ISO code) to the sentence that says so."""

    id: str
    kind: str
    words: frozenset[str]
    mentions: list[AgreementMention] = field(default_factory=list)
    status: str = "signed"
    stage: str = ""
    date: PartialDate | None = None
    signers: dict[str, int] = field(default_factory=dict)
    parties: dict[str, int] = field(default_factory=dict)
    said: dict[str, int] = field(default_factory=dict)

    @property
    def best(self) -> AgreementMention:
        """The mention with the fullest name."""
        return max(self.mentions, key=lambda m: (m.topic, min(m.j - m.i, 14), -m.i))


def gather_accords(
    reading: Reading, scenes: list[Scene], agencies: list[Agency], countries: list[Country], events: list[Event]
) -> list[Accord]:
    """Agreements in order of the text, each mention given to the one it repeats."""
    out: list[Accord] = []
    for scene in scenes:
        for mention in scene.agreements:
            accord = _find(reading, out, mention)
            if accord is None:
                if not mention.topic and not _signed_here(scene, mention):
                    continue
                accord = Accord(f"g{len(out) + 1}", mention.kind, words_of(reading, mention))
                out.append(accord)
            accord.mentions.append(mention)
            if mention.topic:
                accord.words |= words_of(reading, mention)
            _status(reading, scene, mention, accord)
            _signers(reading, scene, mention, accord, agencies, countries, events)
    for accord in out:
        accord.status = "signed" if "signed" in accord.said else "proposed" if "proposed" in accord.said else "mentioned" if "mentioned" in accord.said else "signed"
        accord.stage = {"signed": "signed", "proposed": "negotiated", "mentioned": "invoked"}[accord.status]
    return out


def _signed_here(scene: Scene, mention: AgreementMention) -> bool:
    return any(c.has("sign", "signed_by", "signing") and abs(c.i - mention.i) < 20 for c in scene.cues)


def _find(reading: Reading, accords: list[Accord], mention: AgreementMention) -> Accord | None:
    words = words_of(reading, mention)
    same = [a for a in accords if a.kind == mention.kind or {a.kind, mention.kind} == {"agreement", "treaty"}]
    if not mention.topic:
        return same[-1] if same else None
    for a in reversed(same):
        for m in a.mentions:
            own = words_of(reading, m)
            if own and (len(own & words) / len(own | words) >= 0.5 or (m.topic and (own <= words or words <= own))):
                return a
    bare = [a for a in same if not any(m.topic for m in a.mentions)]
    return bare[-1] if bare else None


def _status(reading: Reading, scene: Scene, mention: AgreementMention, accord: Accord) -> None:
    """Signed, proposed or only invoked, as the words nearest to the name say."""
    before = [c for c in scene.cues if c.j <= mention.i and mention.i - c.j <= 9 and c.has("unsigned", "sign", "signing", "witness")]
    inside = [c for c in scene.cues if mention.head_end <= c.i < mention.j + 12 and c.has("sign", "signed_by")]
    future = any(c.has("future") and c.j <= mention.i and mention.i - c.j < 12 for c in scene.cues)
    if before:
        near = before[-1]
        if near.has("unsigned"):
            status = near.slots["unsigned"]
        elif near.has("sign", "witness") and future:
            status = "proposed"
        else:
            status = "signed"
    elif inside and not future:
        status = "signed"
    else:
        return
    accord.said.setdefault(status, scene.number)


def _signers(
    reading: Reading,
    scene: Scene,
    mention: AgreementMention,
    accord: Accord,
    agencies: list[Agency],
    countries: list[Country],
    events: list[Event],
) -> None:
    cues = [c for c in scene.cues if c.has("sign", "signed_by")]
    if any(c.has("witness") for c in scene.cues):
        cues = [c for c in cues if c.has("signed_by")]
    for cue in cues:
        if _unsigned(scene, cue):
            continue
        if cue.has("signed_by") and mention.i < cue.i:
            people = _until_main(scene, cue)
            _sign(reading, scene, accord, people, cue, (cue.j, scene.sentence.last), agencies, countries)
        elif cue.has("sign") and cue.j <= mention.i and mention.i - cue.j <= 40:
            span = (_clause_start(scene, cue), cue.i)
            people = scene.between(*span)
            _sign(reading, scene, accord, people, cue, span, agencies, countries)
            if not people and any(c.has("people_sides") and c.i < cue.i for c in scene.cues):
                event = next((e for e in reversed(events) if e.kind != "visit" and len(e.people) >= 2 and e.sentence <= scene.number), None)
                for person in list(event.people)[:2] if event else ():
                    accord.signers.setdefault(person, scene.number)
        if accord.date is None and (mention.j <= cue.i + 30):
            near = [d for d in scene.dates if d.i >= cue.i] or scene.dates
            accord.date = near[0].date if near else accord.date
    _between(reading, scene, mention, accord, agencies, countries)


def _unsigned(scene: Scene, cue: Cue) -> bool:
    return any(c.has("unsigned", "future") and (c.j == cue.i or c.i <= cue.i < c.j or 0 <= cue.i - c.j <= 2) for c in scene.cues)


def _clause_start(scene: Scene, cue: Cue) -> int:
    ends = [c.j for c in scene.cues if c.j <= cue.i and c.has("meet", "travel", "attend", "held", "passive", "witness")]
    return ends[-1] if ends and scene.between(ends[-1], cue.i) else scene.sentence.first


def _until_main(scene: Scene, cue: Cue) -> list[Actor]:
    after = [c.i for c in scene.cues if c.i >= cue.j and c.has("meet", "travel", "held", "passive", "witness", "attended_by")]
    return scene.between(cue.j, after[0] if after else scene.sentence.last)


def _sign(
    reading: Reading,
    scene: Scene,
    accord: Accord,
    people: list[Actor],
    cue: Cue,
    span: tuple[int, int],
    agencies: list[Agency],
    countries: list[Country],
) -> None:
    if people:
        for actor in people[:6]:
            accord.signers.setdefault(actor.person.id, scene.number)
        return
    for key in _bodies(scene, span, agencies, countries):
        accord.signers.setdefault(key, scene.number)


def _bodies(scene: Scene, span: tuple[int, int], agencies: list[Agency], countries: list[Country]) -> list[str]:
    found = [(m.i, a.id) for a in agencies for m in a.mentions if span[0] <= m.i < span[1]]
    taken = [(m.i, m.j) for a in agencies for m in a.mentions]
    found += [(i, c.iso2) for c in countries for i, j in c.spans if span[0] <= i < span[1] and not any(a <= i < b for a, b in taken)]
    return [key for _, key in sorted(found)][:6]


def _between(
    reading: Reading, scene: Scene, mention: AgreementMention, accord: Accord, agencies: list[Agency], countries: list[Country]
) -> None:
    """Parties: the two that stand behind "between" in the name or right behind it; signers where it says so."""
    pack = reading.pack
    span = (mention.i, min(mention.j + 8, scene.sentence.last))
    opens = [k for k in range(*span) if reading.norm(k) in pack.words("between")]
    if opens:
        for key in _bodies(scene, (opens[0], min(opens[0] + 30, scene.sentence.last)), agencies, countries)[:2]:
            accord.parties.setdefault(key, scene.number)
        if any(c.has("sign", "signing") and c.j == opens[0] or c.has("signing") and c.j <= opens[0] < c.j + 3 for c in scene.cues):
            for key in list(accord.parties):
                accord.signers.setdefault(key, scene.number)
