"""What a server is started with: where it lives, its ports, its password and how much memory it may take."""

from __future__ import annotations

import os
import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path

VERSION = os.environ.get("NEO4J_VERSION") or "5.26.30"
"""The Neo4j release that is started: the newest 5.26 (long-term support) that the tests have passed on, unless the
variable names another, such as 2026.08.1."""

HEAP = "512m"
PAGE_CACHE = "128m"


def free_port() -> int:
    """A port on the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Settings:
    """One server: ``home`` holds its data, logs and certificates; ports and password stay the same over restarts.

    A ``brief`` one is for a short life: it starts and warms up quicker, and would be slower after some minutes.
    """

    home: Path
    bolt_port: int = field(default_factory=free_port)
    http_port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(12))
    version: str = VERSION
    certificates: Path | None = None
    lines: tuple[str, ...] = ()
    brief: bool = False

    @property
    def uri(self) -> str:
        """The address for drivers, without encryption."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def http(self) -> str:
        """The address of the Neo4j Browser."""
        return f"http://127.0.0.1:{self.http_port}/browser/"

    def conf(self, host: str = "127.0.0.1", certificates: Path | str | None = None) -> dict[str, str]:
        """The settings of neo4j.conf by name; ``host`` is what the server listens on.

        The advertised address is always the loopback one, since the Browser and routing drivers connect to that.
        """
        found = {
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": f"{host}:{self.bolt_port}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.bolt_port}",
            "server.http.enabled": "true",
            "server.http.listen_address": f"{host}:{self.http_port}",
            "server.http.advertised_address": f"127.0.0.1:{self.http_port}",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": PAGE_CACHE,
            "dbms.usage_report.enabled": "false",
            "db.tx_log.preallocate": "false",
            "db.tx_log.rotation.retention_policy": "keep_none",
        }
        if certificates:
            found |= {
                "server.bolt.tls_level": "OPTIONAL",
                "dbms.ssl.policy.bolt.enabled": "true",
                "dbms.ssl.policy.bolt.base_directory": str(certificates),
                "dbms.ssl.policy.bolt.private_key": "private.key",
                "dbms.ssl.policy.bolt.public_certificate": "public.crt",
                "dbms.ssl.policy.bolt.client_auth": "NONE",
            }
        return found | dict(line.split("=", 1) for line in self.lines)
