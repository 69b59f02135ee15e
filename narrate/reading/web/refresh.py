"""Pages that only say where the article is: `<meta http-equiv="refresh" content="0; url=…">`."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from narrate.errors import SourceError
from narrate.reading.document import Document

_LARGEST = 8_192
"""Bytes of a page with no article in it; those with one ask for themselves again."""
_SOON = 10
"""Seconds that a reader is asked to wait; news that brings itself up to date asks for 60 or more."""
_CONTENT = re.compile(
    r"\s*(\d{1,4})[\d.]*[\s;,]+(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<url>[^\"']+)(?P=quote)\s*$", re.I
)
"""A declarative refresh (HTML, 4.2.5.3, "shared declarative refresh steps")."""


def refresh_of(document: Document) -> str | None:
    """The address that a small page sends its readers to; None where it sends them nowhere else."""
    if len(document.data) > _LARGEST or b"refresh" not in document.data.lower():
        return None
    said = _CONTENT.match(_stated(document))
    if said is None or int(said[1]) >= _SOON:
        return None
    address = said["url"].strip()
    return None if _leads_here(document, address) else address


def _stated(document: Document) -> str:
    """The content of the first declarative refresh; empty where there is none."""
    from narrate.reading.html.parsing import is_html, parse

    if not is_html(document):
        return ""
    try:
        root = parse(document.data, document.name, document.charset)
    except SourceError:
        return ""
    for meta in root.iter("meta"):
        if meta.get("http-equiv", "").lower() == "refresh":
            return str(meta.get("content", ""))
    return ""


def _leads_here(document: Document, address: str) -> bool:
    try:
        return urljoin(document.url or "", address) == document.url
    except ValueError:  # not an address: whoever follows it says so
        return False
