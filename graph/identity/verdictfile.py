"""Verdicts as lines of JSON: what a review exports, a person fills in, and a store applies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from graph.errors import InputError
from graph.identity.explaining import Pair
from graph.identity.values import Mention
from graph.model import Verdict

SHAPE = '{"kind": "same" or "distinct", "left": [article, id], "right": [article, id]}'


def verdict_line(verdict: Verdict) -> str:
    """A verdict as one line."""
    return json.dumps(asdict(verdict), ensure_ascii=False)


def question_line(pair: Pair) -> str:
    """A pair in doubt as one line, with an empty kind to fill in."""
    side = {"left_name": pair.left.name, "right_name": pair.right.name}
    told = {"score": pair.score.value, "reasons": list(pair.score.reasons)}
    ends = {"left": list(pair.left.mention), "right": list(pair.right.mention)}
    return json.dumps({"kind": "", **ends, "why": "", "label": pair.left.label, **side, **told}, ensure_ascii=False)


def read_lines(lines: Iterable[str], by: str, at: str) -> Iterator[Verdict | InputError]:
    """A verdict for every line that holds one; an error that names the line for every one that is broken.

    Empty lines and questions that nobody answered (an empty kind) are passed over. ``by`` and ``at`` stand where a line
    has none.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = _verdict(json.loads(line), by, at)
        except (json.JSONDecodeError, UnicodeError, RecursionError) as exc:
            yield InputError(f"line {number}: not JSON ({exc}): expected {SHAPE}")
        except InputError as exc:
            yield InputError(f"line {number}: {exc}")
        else:
            if found:
                yield found


def _verdict(data: Any, by: str, at: str) -> Verdict | None:
    if not isinstance(data, dict):
        raise InputError(f"not a verdict: expected {SHAPE}")
    kind = data.get("kind")
    if kind == "":
        return None
    if kind != "same" and kind != "distinct":
        raise InputError(f"a verdict of the kind {kind!r}: expected same or distinct")
    left, right = (_mention(data.get(side), side) for side in ("left", "right"))
    own = {name: data.get(name) for name in ("by", "at", "why")}
    return Verdict(kind, left, right, str(own["by"] or by), str(own["at"] or at), str(own["why"] or ""))


def _mention(value: Any, side: str) -> Mention:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value):
        return value[0], value[1]
    raise InputError(f"{side} is {value!r}: expected [article, id in that article]")
