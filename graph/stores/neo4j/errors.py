"""The server's and the driver's errors in the user's words, each with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as driver

from graph.errors import CommuniqueError, QueryError, StoreError
from graph.stores.neo4j.address import Address

_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "LockClientStopped")


@contextmanager
def translated(at: Address) -> Iterator[None]:
    """Turn what the driver raises into StoreError."""
    try:
        yield
    except CommuniqueError:
        raise
    except (driver.Neo4jError, driver.DriverError, OSError, ValueError) as exc:
        raise StoreError(f"the store {at.url}: {_told(exc, at)}") from exc


def _told(exc: Exception, at: Address) -> str:
    for kinds, tell in _TOLD:
        if isinstance(exc, kinds):
            return tell(exc, at)
    code = getattr(exc, "code", None) or ""
    if "ReadOnly" in code:
        return _forbidden(exc, at)
    if code.endswith("DatabaseNotFound"):
        return (
            f"the server has no database {at.database!r}: leave NEO4J_DATABASE unset for the usual one, or make it"
            " (Neo4j's Community edition has only the one called neo4j)"
        )
    return f"{exc}; nothing was changed"


def _refused(exc: Exception, at: Address) -> str:
    if "RateLimit" in (getattr(exc, "code", None) or ""):
        return f"the server takes no more tries of user {at.user!r} for now: wait some seconds, check NEO4J_PASSWORD"
    given = "the password in NEO4J_PASSWORD" if at.password else "no password (NEO4J_PASSWORD is not set)"
    return f"the server refuses user {at.user!r} with {given}: check NEO4J_USERNAME and NEO4J_PASSWORD"


def _forbidden(exc: Exception, at: Address) -> str:
    return (
        f"user {at.user!r} may read but not write there ({getattr(exc, 'message', exc)}): ask for the right to write,"
        " or use NEO4J_USERNAME of one who has it; nothing was changed"
    )


def _away(exc: Exception, at: Address) -> str:
    said = str(exc)
    if "SSL" in said.upper() or "certificate" in said.lower() or "encrypted" in said.lower():
        return (
            f"no encrypted connection to {at.uri} ({said}): for a certificate of one's own point SSL_CERT_FILE to it"
            " or use +ssc; without encryption leave +s away"
        )
    return (
        f"no Neo4j server answers at {at.uri} ({said}): start one (`make neo4j` or `docker compose up`), or check host,"
        " port and scheme; nothing is lost, the same command goes on where it stopped"
    )


_TOLD = (
    ((driver.AuthError, driver.AuthConfigurationError), _refused),
    ((driver.Forbidden,), _forbidden),
    ((driver.ServiceUnavailable, driver.SessionExpired, OSError), _away),
)


@contextmanager
def translated_query(at: Address, timeout: float) -> Iterator[None]:
    """Turn what the server says of a user's query into QueryError; a lost connection is still a StoreError."""
    try:
        with translated(at):
            yield
    except StoreError as exc:
        cause = exc.__cause__
        code = (getattr(cause, "code", None) or "").rpartition(".")[2]
        if code in _TIMED_OUT:
            raise QueryError(
                f"no answer within {timeout:g} s: narrow the query (start from a node with a key, bound paths as in"
                " *..4, add LIMIT) or allow more with --timeout"
            ) from cause
        if code == "AccessMode" or isinstance(cause, driver.Forbidden):
            raise QueryError(
                "queries only read: change the graph with `communique load`, `forget` or `merge`"
            ) from cause
        if isinstance(cause, driver.ClientError) and code != "DatabaseNotFound":
            raise QueryError(str(cause.message)) from cause
        raise
