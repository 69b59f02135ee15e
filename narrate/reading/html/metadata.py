"""What a page states about its article: JSON-LD, OpenGraph, meta elements, in trafilatura's reading."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
"""BCP 47 (RFC 5646, 2.1): language, script, region; what follows says nothing about how to speak."""
_LONGEST = 200
"""Characters of names; ten authors have about 150. What is longer is a list of something else."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """None where the page does not state it."""

    title: str | None = None
    authors: str | None = None
    """Without "By": "Ada Wong, Bela Roth and Cy Dorn"."""
    published: str | None = None
    """ISO 8601 date."""
    language: str | None = None
    """BCP 47 tag."""
    description: str | None = None
    """What the page shows to search engines, often the lines below the headline."""


def metadata_of(root: HtmlElement, *, only_head: bool = False) -> Metadata:
    """Read the metadata of a page as it was parsed, or of its head alone."""
    from trafilatura.metadata import extract_metadata

    head = deepcopy(root.find("head")) if only_head else None
    page = Element("html")
    page.extend([head] if head is not None else [])
    # `extensive` would take any date on the page for the article's.
    found = extract_metadata(page if only_head else root, extensive=False)
    return Metadata(
        title=_flat(found.title),
        authors=_authors(found.author),
        published=found.date,
        language=_language(root),
        description=_flat(found.description),
    )


def _flat(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _authors(names: str | None) -> str | None:
    """Trafilatura divides names by semicolons."""
    flat = _flat(names)
    if flat is None or len(flat) > _LONGEST or "/" in flat:
        return None
    *first, last = (re.sub(r"(?i)^by:? ", "", name) for name in flat.split("; "))
    return f"{', '.join(first)} and {last}" if first else last


def _language(root: HtmlElement) -> str | None:
    stated = [
        root.get("lang") or root.get("xml:lang"),
        *root.xpath("//meta[@property='og:locale' or @http-equiv='content-language']/@content"),
    ]
    match = next((match for tag in stated if tag and (match := _LANGUAGE.match(tag.strip()))), None)
    if match is None:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script.title() if script else None, region.upper() if region else None)
    return "-".join(part for part in parts if part)
