"""Encrypted connections with a certificate of one's own: checked against its authority, or taken on trust."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from graph.errors import StoreError
from graph.stores.neo4j import Neo4jStore
from tests.graph.stores.reports import talks
from tests.graph.stores.servers import address
from tests.server import Settings, new_server
from tests.server.choice import Server


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def encrypted(
    neo4j_server: Server, authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server with a certificate for localhost, beside the one that all tests share."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("trusted", "revoked"):
        (folder / name).mkdir()
    issued = authority.issue_cert("localhost", "127.0.0.1")
    issued.private_key_pem.write_to_path(folder / "private.key")
    (folder / "public.crt").write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    server = new_server(Settings(tmp_path_factory.mktemp("encrypted"), certificates=folder, brief=True))
    server.start()
    yield server
    server.stop()


def at(server: Server, scheme: str) -> str:
    return f"{scheme}://localhost:{server.settings.bolt_port}"


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_whose_authority_is_known(
    encrypted: Server, authority: trustme.CA, scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with Neo4jStore(address(encrypted, at(encrypted, scheme)), patience=5) as store:
        assert store.url == at(encrypted, scheme)
        store.load(talks("a", "2024-05-02"))
        assert store.status().articles == 1


def test_a_certificate_of_nobody_known_is_refused(encrypted: Server) -> None:
    with pytest.raises(StoreError, match=r"certificate.*SSL_CERT_FILE.*\+ssc"):
        Neo4jStore(address(encrypted, at(encrypted, "bolt+s")), patience=0.5)


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_taken_on_trust(encrypted: Server, scheme: str) -> None:
    with Neo4jStore(address(encrypted, at(encrypted, scheme)), patience=5) as store:
        store.load(talks("a", "2024-05-02"))
