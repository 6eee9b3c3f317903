"""Signed, proposed or only invoked: what the words around an agreement's name say."""

from __future__ import annotations

from loaders.facts.accords.accord import Accord
from loaders.mentions.agreements import AgreementMention, universal
from loaders.mentions.reading import Reading
from loaders.mentions.signs import SignCue

SAID, WANTED, EXISTS = 3, 2, 1
_NEAR = 3


def note_status(reading: Reading, accord: Accord, mention: AgreementMention) -> None:
    """Add what one mention says about the status."""
    if mention.kind == "partnership":
        verdicts = [_level(reading, mention)]
    else:
        after = _first(mention.after) if not _carried_out(mention) or mention.after[0].signs else None
        verdicts = [_first(_over_draft(mention.before)), after]
    for verdict in verdicts:
        if verdict:
            status, strength = verdict
            accord.said[status] = max(strength, accord.said.get(status, 0))
    if any(c.slots.get("used") == "in_force" and c.standing == "done" for c in (*mention.before[:1], *mention.after)):
        accord.stage = "in_force"


def _first(cues: tuple[SignCue, ...]) -> tuple[str, int] | None:
    """The verdict of the nearest cue that has one."""
    return next((v for c in cues if (v := _verdict(c))), None)


def _over_draft(cues: tuple[SignCue, ...]) -> tuple[SignCue, ...]:
    """The cues without "draft" where it is the draft that was signed: "initialled the draft agreement"."""
    if len(cues) < 2 or cues[0].signs or cues[0].slots.get("intent") != "proposed":
        return cues
    signed = cues[1].signs and cues[1].standing == "done" and cues[0].i - cues[1].j <= _NEAR
    return cues[1:] if signed else cues


def _carried_out(mention: AgreementMention) -> bool:
    """Whether an agreement is carried out or invoked, so that what is consulted on behind it is something else."""
    governs = mention.before[:1] if mention.after else ()
    return any(c.has("used", "invoked") and not c.signs and mention.i - c.j <= _NEAR for c in governs)


def _verdict(cue: SignCue) -> tuple[str, int] | None:
    if cue.signs or cue.has("reached"):
        return ("signed", SAID) if cue.standing == "done" else ("proposed", WANTED)
    if cue.slots.get("intent") == "proposed":
        return "proposed", WANTED
    if cue.has("invoked"):
        return "mentioned", EXISTS
    if cue.has("used"):
        return "signed", EXISTS
    return None


def _level(reading: Reading, mention: AgreementMention) -> tuple[str, int] | None:
    """A level of relations is there unless it is only aimed at: towards, to upgrade to."""
    towards = reading.pack.words("accord.towards")
    for cue in mention.before:
        if cue.has("upgrade"):
            return ("signed", SAID) if cue.standing == "done" else ("proposed", WANTED)
        if (
            cue.has("intent")
            and mention.i - cue.j <= 4
            and any(reading.norm(k) in towards for k in range(cue.i, cue.j))
        ):
            return "proposed", WANTED
    return None


def settle(reading: Reading, accord: Accord) -> None:
    """Decide the status: said to be signed, else wanted, else it exists; a treaty that is only named is invoked."""
    best = max(accord.said.items(), key=lambda pair: pair[1], default=None)
    status = best[0] if best else "signed"
    invoked = accord.kind == "treaty" and accord.stage != "in_force" and not any(m.indefinite for m in accord.mentions)
    if (best is None or best[1] == EXISTS) and (invoked or any(universal(reading, m) for m in accord.mentions)):
        status = "mentioned"
    accord.status = status
    if status != "signed" or accord.stage != "in_force":
        accord.stage = {"signed": "signed", "proposed": "negotiated", "mentioned": "invoked"}[status]
