"""How each kind of node and relation looks: Okabe and Ito's colours, told apart by shape and line as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Kind:
    """The look of one label: ``shape`` is vis-network's, ``size`` its radius; a box holds its label."""

    label: str
    many: str
    shape: str
    size: int
    fill: str
    line: str
    width: int
    rows: int


@dataclass(frozen=True, slots=True)
class Line:
    """The look of relations of one family, the most telling family first: its line stands for a pair's others."""

    name: str
    types: tuple[str, ...]
    color: str
    width: float
    dashes: tuple[int, ...] = ()


# Fills have a contrast of at least 3:1 to white and to the dark background, labels at least 7:1 to theirs.
KINDS: tuple[Kind, ...] = (
    Kind("Meeting", "Meetings", "box", 10, "#fff3d1", "#9a6400", 26, 3),
    Kind("Person", "People", "dot", 13, "#2c83c4", "#0b4a78", 16, 3),
    Kind("Agency", "Agencies", "square", 12, "#d55e00", "#8a3d00", 20, 3),
    Kind("Country", "Countries", "hexagon", 17, "#128a68", "#0a5a43", 16, 2),
    Kind("Agreement", "Agreements", "diamond", 14, "#b0588d", "#7a2f5c", 22, 3),
)
LINES: tuple[Line, ...] = (
    Line("signed", ("SIGNED",), "#b0588d", 3),
    Line("chaired", ("CHAIRED", "CO_CHAIRED"), "#9a6400", 3.5),
    Line("attended", ("ATTENDED",), "#b98a3a", 1.5),
    Line("represents", ("REPRESENTS",), "#2c83c4", 1.5, (7, 4)),
    Line("party to", ("PARTY_TO", "IMPLEMENTS"), "#b0588d", 1.5, (7, 4)),
    Line("belongs to, held in", ("OF", "HELD_IN", "PART_OF"), "#7d8794", 1.2, (2, 4)),
)
# Beyond so many nodes names are too small to read when all is shown: meetings become small signs, hubs large ones.
CROWD = 150
_WORDS: Mapping[str, str] = {"CO_CHAIRED": "co-chaired", "OF": "belongs to"}


def kinds(size: int) -> tuple[Kind, ...]:
    """The looks on a page of ``size`` nodes: in a crowd a meeting is a triangle with its name below."""
    meeting, *others = KINDS
    return KINDS if size <= CROWD else (replace(meeting, shape="triangle", size=11, fill="#e0a100"), *others)


def scales(relations: Sequence[int]) -> list[float]:
    """How much larger than the least each name is drawn, by its number of relations: all alike unless in a crowd."""
    size, most = len(relations), max(relations, default=0)
    if size <= CROWD or not most:
        return [1.0] * size
    largest = 2.2 * (size / CROWD * 2) ** 0.5
    return [round(1 + (largest - 1) * (own / most) ** 0.65, 2) for own in relations]


def line_of(types: set[str]) -> Line:
    """The line that is drawn between two nodes joined by relations of these types."""
    return next((line for line in LINES if types & set(line.types)), LINES[-1])


def words(type_: str) -> str:
    """A relation's type as a reader says it: "co-chaired", "party to"."""
    return _WORDS.get(type_, type_.replace("_", " ").lower())
