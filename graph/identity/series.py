"""Series of meetings and visits that are only pointed at: what is known of them, and under what they are filed."""

from __future__ import annotations

from graph.identity.around import TOOK_PART, Around, text
from graph.identity.fold import fold, slug, spaced
from graph.identity.implied import is_pointer
from graph.identity.times import read
from graph.identity.wording import wording
from graph.model import Node

Features = dict[str, tuple[str, ...]]


def features(around: Around, node: Node) -> Features | None:
    """What is known of a series or a pointer; None for a meeting that the article tells."""
    if is_pointer(node.id):
        people = tuple(sorted(spaced(n.name) for _, n in around.arriving(node, TOOK_PART)))
        told = around.told_on
        found = {"kind": ("visit",), "pointer": ("yes",), "people": people, "country": (text(node, "country"),)}
        date = text(node, "date")
        when = {"date": (date,)} if read(date) else {"published": (str(told),)} if told else {}
        return found | when
    if text(node, "kind") != "series":
        return None
    said = wording((node.name, *node.aliases))
    names = tuple(sorted({fold(n) for n in (node.name, *node.aliases)}))
    alone = len(said.countries) + len(said.bodies) < 2
    return {
        "kind": ("series",),
        "names": names,
        "lands": said.countries,
        "forums": said.bodies,
        "subjects": said.subjects,
        "rest": said.rest[:12],
        "setting": around.lands if alone and not said.bodies else (),
    }


def sides(found: Features) -> tuple[str, ...]:
    """The countries and bodies between which a series runs."""
    return tuple(sorted({*found.get("lands", ()), *found.get("forums", ()), *found.get("setting", ())}))


def key(found: Features, name: str) -> str:
    """meeting:series:us-vn:defence-politics-security; of a pointer a key that nothing is shown under, with a ~."""
    if "pointer" in found:
        when = "".join(found.get("date") or found.get("published") or ())
        return ":".join(["~visit", *found["country"], when, slug(*found["people"])])
    where = "-".join(s.lower() for s in sides(found)[:5])
    what = "-".join(s.replace("/", "-") for s in found["subjects"][:4]) or slug(name)
    return ":".join(["meeting", "series", *([where] if where else []), what])


def blocks(found: Features) -> frozenset[str]:
    """Sides of a series with a subject, and its names."""
    where = "+".join(sides(found))
    return frozenset(
        {f"series-of={where}:{s}" for s in found["subjects"] or ("",)} | {f"series-name={n}" for n in found["names"]}
    )
