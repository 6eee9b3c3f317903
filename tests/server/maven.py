"""The server's jars from Maven Central, fetched once and kept under .neo4j/ (git ignores it)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".neo4j"
_POM = Path(__file__).with_name("pom.xml")


def jars(version: str) -> Path:
    """The folder with the jars of this release; fetched on the first call, which takes from seconds to minutes."""
    wanted = CACHE / f"lib-{version}"
    if wanted.is_dir():
        return wanted
    CACHE.mkdir(exist_ok=True)
    print(f"Fetching Neo4j {version} with Maven (once, about 140 MB) …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as scratch:
        copied = Path(scratch) / "lib"
        _copy_dependencies(version, copied)
        try:
            copied.rename(wanted)
        except OSError:  # another run was quicker
            if not wanted.is_dir():
                raise
    return wanted


def _copy_dependencies(version: str, into: Path) -> None:
    command = ["mvn", "-q", "-B", "-f", str(_POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    command += [f"-Dneo4j.version={version}", f"-DoutputDirectory={into}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1200)
    if done.returncode or not list(into.glob("neo4j-kernel-*.jar")):
        shutil.rmtree(into, ignore_errors=True)
        raise RuntimeError(f"Maven could not fetch Neo4j {version}:\n{(done.stdout + done.stderr)[-2000:]}")
