"""Where the pictures of a page lie: on the web, beside the saved page, or in the page itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.etree import _Element

from narrate.network.addresses import without_user
from narrate.reading.document import Document
from narrate.reading.html.layout import Resolve

_INLINE = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif")
"""Pictures that cannot hold a script, as SVG could."""
_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


def resolver(document: Document, root: _Element, canonical: str | None) -> Resolve:
    """How addresses of this page are made absolute. Files are only looked for in the page's own folder."""
    base = document.url or canonical or ""
    element = root.find(".//base[@href]")
    if element is not None:
        base = urljoin(base, element.get("href", ""))
    return partial(_resolve, base=base, folder=document.folder)


def _resolve(address: str, *, base: str, folder: Path | None) -> str | None:
    """The address of a picture, absolute; None for one that is not to be had."""
    if address.startswith("data:"):
        return address if address.startswith(_INLINE) else None
    return _beside(folder, address) or on_web(address, base)


def on_web(address: str, base: str) -> str | None:
    """An address seen from another one, absolute; None where it is not of the web."""
    try:
        absolute = urljoin(base, address)
        parts = urlsplit(absolute)
    except ValueError:
        return None
    is_of_web = parts.scheme in ("http", "https") and parts.netloc != ""
    return without_user(absolute) if is_of_web else None


def _beside(folder: Path | None, address: str) -> str | None:
    """The path of a picture in the page's folder or below it; links that lead out of it do not count."""
    relative = _relative_path(address)
    if folder is None or Path(relative).suffix.lower() not in _SUFFIXES:
        return None
    try:
        file = (folder / relative).resolve()
        is_inside = file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return str(file) if is_inside else None


def _relative_path(address: str) -> str:
    """The path of an address without a host; empty for any other address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc:
        return ""
    return unquote(parts.path)
