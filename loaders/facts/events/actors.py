"""Who stands on which side of a verb: subjects before it, objects behind it, and who is only brought in."""

from __future__ import annotations

from loaders.facts.events.links import of_two
from loaders.facts.scene import Actor, Scene
from loaders.mentions.reading import Reading

_FAR = 30  # tokens between a verb and its object, or between two names of a list
_OTHERS = 26  # tokens in which those without a name end a list: "X, Y and other senior officials of the ministry"


class Stage:
    """One sentence with the people in it who can act: those whom an invitation or a greeting brings in cannot."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading = reading
        self.scene = scene
        self.barred = self._barred()

    def _barred(self) -> set[int]:
        """Names behind an invitation, a greeting, "on the sidelines of", and those who own what is mentioned."""
        out = set()
        first = self.scene.sentence.first
        for cue in self.scene.cues:
            if cue.has("invite"):
                after = [a for a in self.scene.actors if cue.j <= a.at and a.i - cue.j <= 8]
                if after and self._has(cue.j, after[0].i, "list_marks"):
                    continue  # "Attending on behalf of the ministry were X and Y"
                out |= {a.at for a in after[:1] if not self._has(cue.j, a.i, "side_words")}
            if cue.has("sidelines"):
                comma = self._comma(cue.j)
                led = [a for a in self.scene.actors if cue.j <= a.at < comma]
                nouns = (c for c in self.scene.cues if c.has("event") and 0 <= c.i - cue.j <= 3)
                if any(of_two(self.reading, self.scene, n) is not None for n in nouns):
                    continue  # "during the meeting of X and Y"
                out |= {
                    a.at for a in led if not self._has(cue.j, a.i, "with", "between") and not self._given(cue.j, a.i)
                } - {a.at for a in led if self._there(cue.j, a.i)}
        for a in self.scene.actors:
            if a.i > first and (self._owned(a) or self._served(a)):
                out.add(a.at)
        return out | self._dead()

    def _dead(self) -> set[int]:
        """Names of the dead: "the late President X", "Martyr X and Y", "cố Tổng thống X"."""
        words, out, last = self.reading.pack.words("late_words"), set[int](), -9
        for a in self.scene.actors:
            told = self.reading.norm(a.i - 1) in words or self.reading.norm(a.at - 1) in words
            if told or (a.i - last <= 1 and self.reading.norm(last) in self.reading.pack.words("and")):
                out.add(a.at)
                last = a.j
        return out

    def _given(self, i: int, j: int) -> bool:
        """Whether an audience, or who was there, stands between two tokens: "lors de l'audience accordée à X"."""
        inside = (c for c in self.scene.cues if i <= c.i < j)
        return any(c.slots.get("event") == "reception" or c.has("attended_by") for c in inside)

    def _there(self, i: int, j: int) -> bool:
        """Whether what stands between two tokens says who was there: "during a meeting attended by"."""
        told = ("attended_by", "chaired_by", "co_chaired_by")
        return any(c.has(*told) and i <= c.i < j for c in self.scene.cues)

    def _owned(self, actor: Actor) -> bool:
        """Whether a name only owns a visit or a policy: "Chen's visit", "la visite de X", "chuyến thăm của X"."""
        j, pack = actor.j, self.reading.pack
        owns = self.reading.norm(j) == "'" and self.reading.norm(j + 1) in pack.words("possessive")
        return bool(pack.get("prefixed")) and owns

    def _served(self, actor: Actor) -> bool:
        """Whether a name only says whose adviser or envoy another is: "cố vấn của Tổng thống X"."""
        reading, k = self.reading, actor.i - 1
        if self._chief(actor):
            return True
        if actor.at == actor.i or reading.norm(k) not in reading.pack.words("genitive"):
            return False
        parted, held = reading.pack.words("and") | {",", ";"}, {n for a in self.scene.actors for n in range(a.at, a.j)}
        for n in range(k - 1, max(k - 6, self.scene.sentence.first - 1), -1):
            if n in held or reading.norm(n) in parted:
                return False
            office = reading.hit(n, "office")
            if office is not None and office.j <= k:
                return True
        return False

    def _chief(self, actor: Actor) -> bool:
        """Whether an apposition names whom somebody serves: "X, adviser of President Y" is X alone."""
        reading, i = self.reading, actor.i
        if reading.norm(i - 1) != "," or not any(b.j in (i - 1, i) for b in self.scene.actors):
            return False
        lead = reading.hit(i, "office")
        of = next((n for n in range(i, actor.at) if reading.norm(n) in reading.pack.words("genitive")), None)
        behind = range(of + 1, min(of + 4, actor.at)) if of is not None else ()
        return lead is not None and any(reading.hit(n, "office") for n in behind)

    def _comma(self, k: int) -> int:
        last = self.scene.sentence.last
        for n in range(k, min(k + 25, last)):
            if self.reading.tokens[n].text == "," and not any(a.i <= n < a.j for a in self.scene.actors):
                return n
        return min(k + 25, last)

    def _has(self, i: int, j: int, *slots: str) -> bool:
        return self.reading.says(i, j, self.reading.pack.words(*slots))

    def free(self, i: int, j: int) -> list[Actor]:
        """Everybody in tokens i to j who can act."""
        return [a for a in self.scene.between(i, j) if a.at not in self.barred]

    def subjects(self, edge: int, end: int, listed: bool = False) -> list[Actor]:
        """The people right before a verb: one, or a list of them; ``listed`` where commas alone join them."""
        here = self.free(edge, end)
        group = here[-1:]
        more = bool(group) and end - group[0].j <= _OTHERS and self._has(group[0].j, end, "and", "joiners")
        for a in reversed(here[:-1]):  # ``more``: "X, Y and other officials"
            if self._source_of(a) and not self.and_inside(a, group[0]):
                break
            bare = listed and (len(group) == 1 or any(self.reading.norm(k) == ";" for k in range(a.j, group[0].i)))
            known = more or (not listed and len(group) > 1)
            if not self._joined(a, group[0], bare or known or self.and_inside(a, group[0])):
                break
            group.insert(0, a)
        return group

    def _source_of(self, actor: Actor) -> bool:
        """Whether a sentence opens with somebody only as its source: "According to X, A and B met"."""
        first, words = self.scene.sentence.first, self.reading.pack.words("according")
        opening = range(first, min(first + 2, actor.i))
        return actor.i - first <= 3 and any(self.reading.norm(k) in words for k in opening)

    def objects(self, start: int, until: int, several: bool = False) -> list[Actor]:
        """The people right behind a verb: the first, and those listed with them; ``several`` meetings list freely."""
        here = self.free(start, until)
        if not here or here[0].i - start > _FAR or self.broken(start, here[0].i) or self._speaks(here[0], start):
            return []
        if self._has(max(start, here[0].i - 3), here[0].i, "from_words") or self._has(start, here[0].i, "meanwhile"):
            return []  # "… met, while Minister X attended": of another clause
        group = here[:1]
        more = self._others(here[-1].j, until)
        for n, a in enumerate(here[1:], 1):
            listed = more or several or any(self.and_inside(here[m - 1], here[m]) for m in range(n, len(here)))
            if not self._joined(group[-1], a, listed) or (self._speaks(a, start) and not self.and_inside(group[-1], a)):
                break
            group.append(a)
        return group

    def _others(self, k: int, until: int) -> bool:
        """Whether somebody without a name ends a list: "and other officials", "ainsi que d'autres cadres"."""
        k += self.reading.norm(k) == ","
        joined = self.reading.pack.words("and") | self.reading.pack.words("joiners")
        return self.reading.norm(k) in joined and self._has(k + 1, min(k + 6, until), "others")

    def listed(self, start: int, until: int) -> list[Actor]:
        """Everybody in a list of those present, up to where the clause breaks."""
        group: list[Actor] = []
        edge = start
        for a in self.free(start, until):
            if a.i - edge > _FAR or self.broken(edge, a.i, listing=True):
                break
            group.append(a)
            edge = a.j
        return group

    def _joined(self, a: Actor, b: Actor, listed: bool) -> bool:
        """Whether two names stand in one list: nothing but a joiner, offices and short matter between them."""
        if b.i - a.j > _FAR or self.broken(a.j, b.i):
            return False
        if self.and_inside(a, b):
            return True
        # an office between two names may be taken for the first one's, with its comma
        return listed and (b.i <= a.j or any(self.reading.tokens[k].text in ",;" for k in range(a.j, b.i)))

    def and_inside(self, a: Actor, b: Actor) -> bool:
        """Whether an "and" or "with" stands between two names."""
        pack = self.reading.pack
        joiners = pack.words("and", "with", "joiners")
        i, j = (a.j, b.i) if a.j <= b.i else (a.at, b.at)  # the office between may be taken for both
        if not self.reading.says(i, j, joiners):
            return False
        days = {k for d in self.scene.dates for k in range(d.i, d.j)}  # "les 4 et 5 avril" joins nobody
        return any(self.reading.norm(k) in joiners and k not in days for k in range(i, j))

    def broken(self, i: int, j: int, listing: bool = False) -> bool:
        """Whether the clause ends between two tokens: speech, a relative word, a stop, or an aside.

        ``listing``: a colon ends nothing ("were present: X and Y").
        """
        pack = self.reading.pack
        for k in range(i, j):
            word = self.reading.norm(k)
            stop = word in pack.words("left_stop") and self.reading.norm(k - 1) not in pack.words("joiners")
            stop = stop and not (word in pack.words("including") and any(0 < a.i - k <= 3 for a in self.scene.actors))
            colon = self.reading.tokens[k].text == ":" and self.reading.norm(k - 1) not in pack.words("namely")
            if stop or (colon and not listing):
                return True
            spoken = word in pack.words("speech") or f"{word} {self.reading.norm(k + 1)}" in pack.words("speech")
            if spoken and not self._has(k + 1, j, "with"):
                return True
        return any(c.has("sidelines") and i <= c.i < j for c in self.scene.cues)

    def subordinate(self, i: int, j: int) -> bool:
        """Whether a relative word or "that" stands between two tokens; not "X, who spoke at", said of X."""
        start = i + (self.reading.norm(i) == ",")
        if self.reading.pack.get("prefixed") and self.reading.norm(start) in self.reading.pack.words("relatives"):
            i = start + 1
        return self._has(i, j, "left_stop")

    def apposed(self, i: int, j: int) -> bool:
        """Whether what stands at j is said of the name that ends at i: "X, en visite", "X, on a visit"."""
        return 0 <= j - i <= 5 and not self._has(i, j, "pronouns", "at")

    def relative(self, i: int, j: int) -> bool:
        """Whether "who" leads a verb in, so that the last name is its subject: "X, who is on a two-day visit"."""
        return self._has(max(i, j - 8), j, "relatives")

    def _speaks(self, actor: Actor, start: int) -> bool:
        """Whether a name behind a comma is the subject of a verb of speech that follows it."""
        comma = any(self.reading.tokens[k].text == "," for k in range(start, actor.i))
        return comma and self.speaks(actor)

    def with_before(self, actor: Actor, start: int) -> bool:
        """Whether a "with" behind token ``start`` leads a name in, nobody else between."""
        before = [a.j for a in self.scene.actors if a.j <= actor.i and a.j > start]
        return self._has(max([start, actor.i - _FAR, *before]), actor.i, "with")

    def with_pronoun(self, actor: Actor, start: int) -> bool:
        """Whether "he and" stands right before a name: "where he and President X signed"."""
        pack, reading = self.reading.pack, self.reading
        k = actor.i - 1
        while k > start and reading.norm(k) in pack.words("the"):
            k -= 1
        pronouns = (pack.words("pronouns") | pack.words("object_pronouns")) - pack.words("possessives")
        joined = pack.words("and") | pack.words("with")
        return k > start and reading.norm(k) in joined and reading.norm(k - 1) in pronouns

    def led_in(self, actor: Actor, start: int) -> bool:
        """Whether "with" or "between" behind token ``start`` leads a name in."""
        return self._has(start, actor.i, "between") or self.with_before(actor, start)

    def _source(self, k: int) -> bool:
        """Whether a source is what speaks, behind its verb: "…, X, indique | un communiqué du ministère"."""
        pack = self.reading.pack
        reach = range(k, min(k + 4, self.scene.sentence.last))
        return self.reading.norm(k) in pack.words("the") and any(
            self.reading.norm(n) in pack.words("sources") for n in reach
        )

    def speaks(self, actor: Actor) -> bool:
        """Whether a verb of speech follows a name."""
        speech = self.reading.pack.words("speech")
        for k in range(actor.j, min(actor.j + 5, self.scene.sentence.last)):
            if self.reading.norm(k) in speech or f"{self.reading.norm(k)} {self.reading.norm(k + 1)}" in speech:
                return not self._source(k + 1)
        return False

    def quoted(self, actor: Actor) -> bool:
        """Whether a verb of speech leads a name in: "…", a déclaré le ministre X."""
        speech = self.reading.pack.words("speech")
        return any(self.reading.norm(k) in speech for k in range(max(self.scene.sentence.first, actor.i - 3), actor.i))


def both_meant(reading: Reading, i: int, j: int, sides: bool = False) -> bool:
    """Whether "the two ministers", "les deux hommes", with ``sides`` also "hai bên", stands in tokens i to j."""
    spots = reading.starts(i, j, "people_sides", "sides")
    meant = {("people_sides", "people"), ("sides", "sides")} if sides else {("people_sides", "people")}
    return any((h.entry.slot, h.entry.key) in meant for k in spots for h in reading.hits[k])
