"""How sure a fact is, from what stands behind it; what the numbers are worth is measured in loaders/docs/rounds.md.

The values are shares of right facts as they were counted on articles at first contact, rounded to five hundredths.
"""

from __future__ import annotations

from loaders.facts.bodies import Agency
from loaders.facts.events import Event
from loaders.facts.roles import Role
from loaders.mentions.people import NameMention

COUNTRY = 0.95
AGREEMENT = 0.85
PARTY = 0.8
# Kinds of meeting whose words hardly ever mean anything else.
_PLAIN = frozenset({"dialogue", "working_group", "call"})
# Kinds at which the text often names people who were not there.
_LOOSE = frozenset({"visit", "ceremony", "conference", "other"})


def of_name(mention: NameMention) -> float:
    """A name with an office or form of address beside it is surer than a capitalised name alone."""
    return 0.95 if mention.vouched >= 2 else 0.7


def of_agency(agency: Agency) -> float:
    """A body whose type or name the lexicons hold, said more than once or with its country, is sure."""
    told = agency.multilateral or len(agency.mentions) > 1
    return 0.9 if agency.kind and told else 0.8


def of_role(role: Role) -> float:
    """A title that names whom it is held for; a bare title is tied to what stands near."""
    return 0.95 if role.sure else 0.6


def of_presence(event: Event, person: str) -> float:
    """Several sentences that say so, or a plain kind of meeting of two sides, make it sure."""
    if event.status != "held":
        return 0.6
    sentences = len(event.people.get(person, ()))
    if sentences > 1 and len(event.people) > 1:
        return 0.95
    if len(event.people) == 1:
        return 0.7
    if event.kind in _PLAIN:
        return 0.9
    return 0.75 if event.kind in _LOOSE else 0.85


def of_chair(event: Event, person: str) -> float:
    """Presiding is said in plain words; it is as sure as the meeting it is said of, and a little surer."""
    return max(of_presence(event, person), 0.9)
