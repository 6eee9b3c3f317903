"""Addresses that a page may link to."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(address: object) -> str:
    """The address if it is one of the web (http or https, with a host), else nothing: no page runs or opens it."""
    if not isinstance(address, str) or any(c.isspace() or ord(c) < 32 for c in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname else ""
