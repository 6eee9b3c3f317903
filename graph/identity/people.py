"""Are two mentions one person? The name proposes, what the person does decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from graph.identity.around import Around
from graph.identity.bodies import body, countries
from graph.identity.fold import fold, slug, spaced, tokens
from graph.identity.lexicon import branches, offices, state_offices
from graph.identity.names import (
    WAYS,
    Likeness,
    alike,
    common,
    full_words,
    heard,
    name_words,
    share_word,
    skeleton,
    vietnamese,
)
from graph.identity.readings import mandarin
from graph.identity.values import Profile, Score
from graph.model import Node


def features(around: Around, node: Node) -> dict[str, tuple[str, ...]]:
    """Names, bodies represented with their countries, offices held, and the article's year.

    The holder of a high office has no year: it would tell nothing, and many reports share one profile without it.
    """
    served = list(around.leaving(node, frozenset({"REPRESENTS"})))
    bodies = tuple(sorted({body(n) for _, n in served}))
    held = sorted({o for e, _ in served for o in _offices(str(e.properties.get("title", "")))})
    published = around.facts.article.published
    high = bool(set(held) & state_offices())
    full = [spaced(n) for n in (node.name, *node.aliases) if len(name_words(n)) > 1]
    return {
        "names": tuple(sorted(set(full))) or (spaced(node.name),),
        "bodies": bodies,
        "countries": countries(bodies),
        "offices": tuple(held),
        "setting": () if bodies else around.lands,
        "when": (str(published.year),) if published and not high else (),
    }


@lru_cache(maxsize=65536)
def _offices(title: str) -> tuple[str, ...]:
    return tuple(meaning for _, _, meaning in offices().scan(tokens(title)))


def key(found: dict[str, tuple[str, ...]], name: str) -> str:
    """person:to-lam: the name's words without forms of address."""
    return f"person:{slug(*full_words(name))}"


def blocks(found: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The name's words in any order, as written and as heard; pairs of long words; one word and a country."""
    out: set[str] = set()
    for name in found["names"]:
        words = name_words(name)
        out |= {f"read={r}" for r in mandarin(name)}
        plain, bare = sorted(fold(w) for w in words), sorted(skeleton(w) for w in words)
        if len(words) > 1:
            out |= {"name=" + " ".join(plain), "sound=" + " ".join(bare), "run=" + skeleton(heard(name))}
        if not vietnamese(name):
            long = sorted({s for w, s in ((w, skeleton(w)) for w in words) if len(fold(w)) > 1 and len(s) > 1})
            out |= {f"pair={x}+{y}" for x, y in combinations(long[:6], 2)}
            out |= {f"word={x}@{c}" for x in long for c in found["countries"] if len(x) > 2}
        elif len(words) > 3:
            out |= {"tail=" + " ".join(fold(w) for w in words[-2:])}
    year = "".join(found["when"])[:4]
    letters = {fold(w)[0] for name in found["names"] for w in name_words(name) if fold(w)}
    posts = [f"{b}:{o}:{year}" for b in found["bodies"] for o in found["offices"]]
    out |= {f"post={post}:{letter}" for post in posts for letter in letters}
    return frozenset(out)


@dataclass(frozen=True, slots=True)
class Context:
    """What two profiles share beside the name: ``level`` is conflict, none, weak, medium or strong."""

    level: str
    reasons: tuple[str, ...]


def compare(a: Profile, b: Profile) -> Score:
    """The best pair of names, weighed by what the two do."""
    likeness, mine, theirs = _best(a.get("names"), b.get("names"))
    if likeness.way == "none":
        near = share_word(mine, theirs) and not vietnamese(mine) and not vietnamese(theirs)
        return Score(
            0.2 if near else 0.0, "unsure" if near else "different", (f"{WAYS['none']}: {mine!r} and {theirs!r}",)
        )
    context = _context(a, b)
    named = f"{WAYS[likeness.way]} ({mine!r})" if mine == theirs else f"{WAYS[likeness.way]} ({mine!r}, {theirs!r})"
    return _weighed(likeness, context, common(mine) or common(theirs), (named, *context.reasons), (mine, theirs))


def _best(mine: Iterable[str], theirs: Iterable[str]) -> tuple[Likeness, str, str]:
    order = list(WAYS)
    scored = [(alike(x, y), x, y) for x, y in product(mine, theirs)]
    return min(scored, key=lambda s: (order.index(s[0].way), -s[0].value, s[1], s[2]))


def _context(a: Profile, b: Profile) -> Context:
    bodies = set(a.get("bodies")) & set(b.get("bodies"))
    held = set(a.get("offices")) & set(b.get("offices"))
    lands = set(a.get("countries")) & set(b.get("countries"))
    office = (f"the same office ({', '.join(sorted(held))})",) if held else ()
    if bodies:
        level = "post" if held else "strong" if not (a.get("offices") and b.get("offices")) else "medium"
        return Context(level, (f"both for {', '.join(sorted(bodies))}", *office))
    if a.get("countries") and b.get("countries") and not lands:
        told = f"for {'/'.join(a.get('countries'))} and for {'/'.join(b.get('countries'))}"
        kinds = {x.partition("/")[2] for x in a.get("bodies")} & {x.partition("/")[2] for x in b.get("bodies")} - {""}
        posts = sorted(kinds) or sorted(held & state_offices())
        if posts:
            return Context("crossed", (told, f"in the same sort of office ({posts[0]})"))
        return Context("conflict", (told,))
    near = (set(a.get("setting")) & set(b.get("countries"))) | (set(b.get("setting")) & set(a.get("countries")))
    near |= set(a.get("setting")) & set(b.get("setting")) if a.get("setting") == b.get("setting") else set()
    if near:
        return Context("weak", (f"without an office in a report on {'/'.join(a.get('setting') or b.get('setting'))}",))
    if not lands:
        return Context("none", ("nothing is known that joins or parts them",))
    land = f"both for {', '.join(sorted(lands))}"
    if held & state_offices():
        return Context("medium", (land, *office))
    if held:
        return Context("weak", (land, *office))
    if _at_once(a, b):
        return Context("rival", (land, "for different bodies at the same time"))
    return Context("weak", (land,))


def _at_once(a: Profile, b: Profile) -> bool:
    """Different bodies, of different branches, in one year or month, of whom one is no holder of a high office."""
    if _branches(a) & _branches(b):
        return False
    high = [bool(set(p.get("offices")) & state_offices()) for p in (a, b)]
    states = any("/" not in body for p in (a, b) for body in p.get("bodies"))
    if all(high) or states or not (a.get("offices") and b.get("offices")):
        return False
    return not a.get("when") or not b.get("when") or a.get("when") == b.get("when")


def _branches(profile: Profile) -> set[str]:
    return {branches().get(body.partition("/")[2], "") for body in profile.get("bodies")} - {""}


BASE = {
    "equal": 1.0,
    "plain": 0.98,
    "loose": 0.9,
    "garbled": 0.95,
    "order": 0.94,
    "spelling": 0.95,
    "reading": 0.93,
    "part": 0.9,
    "initial": 0.85,
    "single": 0.82,
}
FACTOR = {"post": 1.0, "strong": 0.99, "medium": 0.96, "weak": 0.92, "none": 0.86}
ENOUGH = 0.75
WEAKEST = {
    "loose": "medium",
    "garbled": "post",
    "order": "none",
    "spelling": "none",
    "reading": "weak",
    "part": "weak",
    "initial": "medium",
    "single": "strong",
}
LEVELS = list(FACTOR)
LONG = 15
"""Letters of a name that is long enough to be known by itself, one letter off in one of its words."""


def _weighed(how: Likeness, context: Context, often: bool, reasons: tuple[str, ...], names: tuple[str, str]) -> Score:
    alike_enough = how.way in ("equal", "plain", "loose", "order") or (how.way == "spelling" and how.value > 0.94)
    if context.level == "crossed" and alike_enough and not often:
        note = "a rare name; one report has the country wrong"
        return Score(0.78, "same", (*reasons, note))
    if context.level in ("conflict", "crossed"):
        close = how.way in ("equal", "plain") and not often
        return Score(0.45, "unsure", reasons, apart=True) if close else Score(0.2, "different", reasons)
    if how.way == "marks":
        joined = context.level == "post"
        return Score(0.8 if joined else 0.5, "same" if joined else "unsure", reasons, apart=not joined)
    if context.level == "rival":
        return Score(0.55, "unsure", reasons, apart=True)
    value = round(BASE[how.way] * FACTOR[context.level] * how.value, 4)
    need = _need(how, often, names)
    if LEVELS.index(context.level) > LEVELS.index(need):
        note = "a name that many bear" if often else "which is little for a name that is not written alike"
        return Score(min(value, 0.7), "unsure", (*reasons, note))
    return Score(max(value, ENOUGH), "same", reasons)


def _firm(names: tuple[str, str]) -> bool:
    """Whether the names have a long word in common, letter for letter."""
    mine, theirs = ({fold(w) for w in name_words(n) if len(w) > 4} for n in names)
    return bool(mine & theirs)


def _need(how: Likeness, often: bool, names: tuple[str, str]) -> str:
    """The weakest context with which a likeness of this kind is enough."""
    if how.way == "single":
        return "strong"
    asian = any(vietnamese(n) for n in names)
    need = WEAKEST.get(how.way, "none")
    if how.way == "order" and asian:
        need = "medium"
    if how.value < 0.85:
        return "strong"
    if how.value < 0.9 and not often and _firm(names):
        return "none" if min(len(heard(n)) for n in names) >= LONG else "weak"
    if how.value < 0.9 or often:
        need = LEVELS[min(LEVELS.index(need), LEVELS.index("medium"))]
    return need
