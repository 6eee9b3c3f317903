"""A server as a container of the official image."""

from __future__ import annotations

import subprocess

from tests.server.ready import wait_until_ready
from tests.server.settings import HEAP, Settings

_CERTIFICATES = "/certificates/bolt"


class DockerServer:
    """The same as JavaServer, by Docker; the container's own volume outlives a restart, and goes with `remove`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.name = f"communique-neo4j-{settings.bolt_port}"
        self._made = False

    def start(self, timeout: float = 300) -> None:
        """Start and wait until it answers."""
        docker(*(("start", self.name) if self._made else self.run_command()))
        self._made = True
        wait_until_ready(self.settings, timeout, self._ended)

    def stop(self) -> None:
        """End the container and remove it with its volume."""
        if self._made:
            docker("rm", "--force", "--volumes", self.name)
            self._made = False

    def kill(self) -> None:
        """End it at once, as a power cut would; what it holds stays."""
        docker("kill", self.name)

    def run_command(self) -> tuple[str, ...]:
        """The arguments of `docker` that make and start the container."""
        at = self.settings
        certificates = _CERTIFICATES if at.certificates else None
        variables = {_variable(k): v for k, v in at.conf(host="0.0.0.0", certificates=certificates).items()}
        variables |= {
            "NEO4J_AUTH": f"neo4j/{at.password}",
            "NEO4J_server_memory_heap_max__size": HEAP,
            "NEO4J_server_memory_heap_initial__size": "256m",
        }
        command = ["run", "--detach", "--name", self.name, "--memory", "1500m"]
        for port in (at.bolt_port, at.http_port):
            command += ["--publish", f"127.0.0.1:{port}:{port}"]
        for name, value in variables.items():
            command += ["--env", f"{name}={value}"]
        if at.certificates:
            command += ["--volume", f"{at.certificates}:{_CERTIFICATES}:ro"]
        return (*command, f"neo4j:{'.'.join(at.version.split('.')[:2])}-community")

    def _ended(self) -> int | None:
        running = docker("inspect", "--format", "{{.State.Running}}", self.name)
        return None if running.strip() == "true" else 1


def _variable(name: str) -> str:
    """The official image's spelling of a setting: dots become _, and _ becomes __."""
    return "NEO4J_" + name.replace("_", "__").replace(".", "_")


def docker(*arguments: str) -> str:
    """Run docker; its output, or RuntimeError with what it said."""
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"docker {arguments[0]} failed: {done.stderr.strip()}")
    return done.stdout
