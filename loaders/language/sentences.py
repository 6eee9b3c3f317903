"""Where sentences end: at stops before a new beginning, never inside an abbreviation or a number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence

from loaders.language.tokens import Token
from loaders.language.values import dataclass

# No sentence of news has so many words; a text without stops is cut, so that its cost stays linear.
_LONGEST = 400
_STOPS = {".", "!", "?", "…", "。"}
_CLOSERS = {'"', "”", "»", ")", "]", "’"}
_ENDS = _STOPS | _CLOSERS
_OPENERS = {'"', "“", "«", "(", "[", "‘", "-", "–", "—", "*"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` up to ``last`` (exclusive), and the number of the paragraph (line) they stand in."""

    first: int
    last: int
    paragraph: int


def split(text: str, tokens: Sequence[Token], abbreviations: Container[str]) -> list[Sentence]:
    """Sentences of a text: a line break ends one, a wrapped line's aside; a stop where what follows can begin one."""
    out: list[Sentence] = []
    start, paragraph = 0, 0
    breaks = _breaks(text, tokens)
    wrapped = _wrapped(tokens, breaks)
    stops = {i for i, token in enumerate(tokens) if token.text in _ENDS}
    for i in sorted(stops | breaks.keys()):  # nothing ends at other tokens
        if i + 1 == len(tokens):
            break
        start = _cut(out, start, i, paragraph)
        token, lines = tokens[i], breaks.get(i, 0)
        broken = lines > 0 and not (_goes_on(token, tokens[i + 1]) or (wrapped and lines == 1 and _unended(token)))
        if broken or (i in stops and _ends(text, tokens, i, start, abbreviations)):
            out.append(Sentence(start, i + 1, paragraph))
            start = i + 1
        paragraph += broken
    if tokens:
        start = _cut(out, start, len(tokens) - 1, paragraph)
        out.append(Sentence(start, len(tokens), paragraph))
    return out


def _cut(out: list[Sentence], start: int, i: int, paragraph: int) -> int:
    """Cut what is too long from start to token i; where the rest begins."""
    while i - start > _LONGEST:
        out.append(Sentence(start, start + _LONGEST + 1, paragraph))
        start += _LONGEST + 1
    return start


def _breaks(text: str, tokens: Sequence[Token]) -> dict[int, int]:
    """The tokens with line breaks behind them, up to another token, and how many."""
    starts = [t.start for t in tokens]
    at = text.find("\n")
    out: dict[int, int] = {}
    while at >= 0:
        behind = bisect_left(starts, at)
        if 0 < behind < len(starts):
            out[behind - 1] = out.get(behind - 1, 0) + 1
        at = text.find("\n", at + 1)
    return out


def _unended(token: Token) -> bool:
    """Whether nothing ends a sentence in the last token of a line."""
    return token.word or token.text == ","


def _goes_on(token: Token, after: Token) -> bool:
    """Whether a line goes on in the next: "… Mr Faaoa had | paid a visit"."""
    return _unended(token) and after.word and after.text[0].islower()


def _wrapped(tokens: Sequence[Token], breaks: Mapping[int, int]) -> bool:
    """Whether the lines of a text are broken at a width, anywhere in its sentences."""
    single = [i for i, lines in breaks.items() if lines == 1]
    return sum(_goes_on(tokens[i], tokens[i + 1]) for i in single) > max(2, len(single) // 3)


def _ends(text: str, tokens: Sequence[Token], i: int, start: int, abbreviations: Container[str]) -> bool:
    stop = i
    while stop > max(start, i - 4) and tokens[stop].text in _CLOSERS:
        stop -= 1
    if tokens[stop].text not in _STOPS:
        return False
    after = tokens[i + 1]
    if after.text in _CLOSERS and text[tokens[i].end : after.start] == "":
        return False
    before = tokens[stop - 1] if stop > start else None
    if tokens[stop].text == "." and before is not None:
        glued = text[before.end : tokens[stop].start] == ""
        if glued and before.word and (before.norm in abbreviations or (len(before.text) == 1 and before.cap)):
            return False
        if before.text.isdigit() and after.text.isdigit():
            return False
    gap = text[tokens[i].end : after.start]
    begins = after.cap or after.text.isdigit() or after.text in _OPENERS
    if gap:
        return begins
    # "…2020.Deputy Minister": a stop with the space lost, told from "bocongan.gov" by the case around it
    return (
        after.cap
        and before is not None
        and (before.text.isdigit() or before.text[-1:].islower())
        and len(after.text) > 1
    )
