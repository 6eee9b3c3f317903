"""Which way a server is started here."""

from __future__ import annotations

import re
import shutil
import subprocess

from tests.server.docker import DockerServer
from tests.server.java import JavaServer, java
from tests.server.settings import Settings

Server = DockerServer | JavaServer


def missing() -> str:
    """Why no server can be started here; empty where one can."""
    if docker_answers() or (java_release() >= 17 and shutil.which("mvn")):
        return ""
    return "a Neo4j server needs a Docker engine, or Java 17 or later with Maven (README, what is optional)"


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
