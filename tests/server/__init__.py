"""A Neo4j server of one's own, for tests and for `make neo4j`: by Docker where it answers, else by Java and Maven."""

from tests.server.choice import missing, new_server, stop_when_told
from tests.server.java import JavaServer
from tests.server.settings import Settings

__all__ = ["JavaServer", "Settings", "missing", "new_server", "stop_when_told"]
