"""Addresses of articles, in the one form that identifies them."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit, urlunsplit

from graph.errors import InputError
from loaders.read.knowledge import words

_PORTS = {"http": 80, "https": 443}


def normal_url(url: str) -> str:
    """An article's address without what does not identify it: the key of the article.

    The host is in lower case; the fragment, tracking parameters, a default port and a slash at the end are gone.
    InputError where it is not an absolute http or https address.
    """
    parts = _split(url)
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if parts.port and parts.port != _PORTS[scheme] else ""
    query = "&".join(p for p in parts.query.split("&") if p and not _tracks(p))
    return urlunsplit((scheme, _bracketed(host) + port, parts.path.rstrip("/"), query, ""))


def _split(url: str) -> SplitResult:
    wrong = f"url {url[:200]!r} is not an address: expected http:// or https:// and a host; correct it or leave it out"
    try:
        parts = urlsplit(url.strip())
        named = bool(parts.hostname) and parts.port is not False
    except ValueError as exc:
        raise InputError(wrong) from exc
    if parts.scheme.lower() not in _PORTS or not named or any(c.isspace() for c in url.strip()):
        raise InputError(wrong)
    return parts


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _tracks(parameter: str) -> bool:
    name = parameter.split("=", 1)[0].lower()
    return name in words("tracking") or name.startswith(tuple(words("tracking_prefixes")))
