"""Running the command as a user does, in this process."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graph.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs commands and catches what they print."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Ran:
        self.capture.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        out, err = self.capture.readouterr()
        return Ran(int(left.value.code or 0), out, err)
