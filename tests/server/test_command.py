"""`python -m tests.server`, as one who has just cloned the project runs it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.choice import missing
from tests.server.settings import free_port

COMMAND = [sys.executable, "-m", "tests.server"]


def test_help_starts_nothing() -> None:
    done = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and "--home" in done.stdout and "running" not in done.stdout


@pytest.mark.parametrize(("release", "java"), [("5.26.30", "Java 17"), ("2026.08.1", "Java 21")])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, release: str, java: str) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setenv("JAVA_HOME", "/nonexistent")
    assert f"Neo4j {release} needs a Docker engine, or {java} or later with Maven; there is no Java" in missing(release)


def test_it_starts_says_how_to_connect_and_stops_clean(tmp_path: Path) -> None:
    if why := missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(why)
    port = free_port()
    options = ["--home", str(tmp_path), "--bolt-port", str(port), "--http-port", str(free_port())]
    with subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            assert "is running; Ctrl-C stops it" in server.stdout.readline()
        finally:
            server.send_signal(signal.SIGINT)
        assert f"NEO4J_URI=bolt://127.0.0.1:{port}" in server.stdout.read()
    assert server.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
