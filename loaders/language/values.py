"""Values: frozen for whoever writes or checks code, at the price of plain classes when it runs.

A frozen dataclass sets each field by a call, many times the price of an assignment, and ``dataclasses.replace`` looks
at every field anew. An article takes some two hundred values and their copies, a tenth of all its time. So mypy sees
the dataclass and replace of the standard library here, and sees to it that nobody assigns to what is frozen; at run
time the classes are made without that guard.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool = False, slots: bool = True) -> Callable[[type], type]:
        """``dataclasses.dataclass``; one that is frozen is hashed by its fields, but not guarded."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)

    def replace(value: Any, /, **changes: Any) -> Any:
        """``dataclasses.replace``: a copy in which some fields differ."""
        fields, places = _fields(type(value))
        held = list(fields(value))
        for name, new in changes.items():
            held[places[name]] = new
        return type(value)(*held)

    @cache
    def _fields(kind: type) -> tuple[attrgetter, dict[str, int]]:
        """What gets all fields of a value at once, and the place of each."""
        names = [f.name for f in dataclasses.fields(kind)]
        return attrgetter(*names), {name: n for n, name in enumerate(names)}
