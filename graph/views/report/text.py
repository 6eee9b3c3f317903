"""Text made safe for Markdown: nothing that an article says becomes a link, a picture, a table or HTML."""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\`*_\[\]|~#!$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def markdown(value: object) -> str:
    """One line of Markdown that shows the value as it is."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in str(value))
    line = " ".join(kept.split())
    return _SPECIAL.sub(r"\\\g<0>", re.sub("[&<>]", lambda found: _ENTITIES[found.group()], line))


def markdown_link(text: str, address: str) -> str:
    """A link where there is an address of the web, else the text alone."""
    if not address:
        return markdown(text)
    target = address.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    return f"[{markdown(text)}](<{target}>)"
