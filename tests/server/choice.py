"""Which way a server is started here."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from types import FrameType

from tests.server.docker import DockerServer
from tests.server.java import JavaServer, java
from tests.server.settings import VERSION, Settings

Server = DockerServer | JavaServer


def missing(version: str = VERSION) -> str:
    """Why no server of this release can be started here; empty where one can."""
    if docker_answers():
        return ""
    wanted = 17 if version.startswith("5.") else 21
    found = java_release()
    if found >= wanted and shutil.which("mvn"):
        return ""
    here = f"there is Java {found}" if found else "there is no Java"
    return (
        f"Neo4j {version} needs a Docker engine, or Java {wanted} or later with Maven; {here}"
        f"{'' if shutil.which('mvn') else ' and no Maven'} (JAVA_HOME names another Java; README, what is optional)"
    )


def new_server(settings: Settings, docker: bool | None = None) -> Server:
    """A server that is not started yet; by Docker if its engine answers, unless ``docker`` decides."""
    by_docker = docker_answers() if docker is None else docker
    return DockerServer(settings) if by_docker else JavaServer(settings)


def docker_answers() -> bool:
    """Whether a Docker engine runs here."""
    try:
        done = subprocess.run(["docker", "version"], capture_output=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def java_release() -> int:
    """The Java on this machine, 17 for 17.0.1; 0 where there is none."""
    try:
        done = subprocess.run([java(), "-version"], capture_output=True, text=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', done.stderr)
    return int(found.group(1)) if found else 0


def stop_when_told() -> None:
    """Let a program that is told to end (SIGTERM) stop the servers it started, as it does at its own end."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        sys.exit(143)

    signal.signal(signal.SIGTERM, end)
