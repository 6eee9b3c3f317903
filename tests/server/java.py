"""A server as a Java process of ours."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from tests.server.maven import jars
from tests.server.ready import wait_until_ready
from tests.server.settings import HEAP, Settings

_OPENS = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
)


class JavaServer:
    """Start, stop and kill the server; what it holds outlives a restart."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, timeout: float = 300) -> None:
        """Start and wait until it answers; RuntimeError with the end of its log where it does not."""
        home = self.settings.home
        self.prepare()
        quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"] if self.settings.brief else []
        options = ["-Xms256m", f"-Xmx{HEAP}", *quick, *_OPENS]
        entry = "CommunityEntryPoint" if self.settings.version.startswith("5.") else "Neo4jCommunity"
        main = [f"org.neo4j.server.{entry}", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        log = home / "console.log"
        with log.open("ab") as out:
            command = [java(), *options, "-cp", self._classpath(), *main, "--console-mode"]
            self._process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=home)
        wait_until_ready(self.settings, timeout, self._process.poll, log)

    def prepare(self) -> None:
        """Write its settings and, before the first start, its password."""
        self._write_conf()
        if not (self.settings.home / "data" / "dbms").exists():
            self._admin("dbms", "set-initial-password", self.settings.password)

    @property
    def process_id(self) -> int:
        """The process that runs now; 0 while none does."""
        return self._process.pid if self._process else 0

    def stop(self) -> None:
        """End it in good order; a second time does nothing."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def admin(self, *arguments: str) -> str:
        """Run neo4j-admin (database import …) on this server's home while it is stopped; its output."""
        return self._admin(*arguments)

    def _end(self, by: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(by)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None

    def _write_conf(self) -> None:
        conf = self.settings.home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        lines = self.settings.conf(certificates=self.settings.certificates)
        (conf / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))

    def _classpath(self) -> str:
        return f"{jars(self.settings.version)}/*"

    def _admin(self, *arguments: str) -> str:
        home = self.settings.home
        places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        command = [java(), "-Xmx512m", *_OPENS, "-cp", self._classpath(), "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(command, cwd=home, env=os.environ | places, capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise RuntimeError(f"neo4j-admin {' '.join(arguments[:2])} failed:\n{(done.stdout + done.stderr)[-2000:]}")
        return done.stdout + done.stderr


def java() -> str:
    """The Java to use: that of JAVA_HOME, else the one on the path."""
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"
