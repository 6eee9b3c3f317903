"""Waiting for a server to answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from tests.server.settings import Settings


def wait_until_ready(
    settings: Settings, timeout: float, ended: Callable[[], int | None], log: Path | None = None
) -> None:
    """Return when the database answers a query; RuntimeError when the process has ended or the time is over."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # refused connections are expected here
    limit = time.monotonic() + timeout
    what = f"did not answer on {settings.uri} within {timeout:.0f} s"
    while time.monotonic() < limit:
        if (code := ended()) is not None:
            what = f"ended at once with code {code}"
            break
        try:
            with GraphDatabase.driver(settings.uri, auth=("neo4j", settings.password), connection_timeout=2) as driver:
                driver.execute_query("RETURN 1", database_="neo4j")
                return
        except (DriverError, Neo4jError):
            time.sleep(0.2)
    tail = log.read_text("utf-8", "replace")[-2000:] if log else ""
    raise RuntimeError(f"Neo4j {settings.version} {what}:\n{tail}")
