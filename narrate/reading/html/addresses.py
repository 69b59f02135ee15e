"""Where the pictures of a page lie: on the web, beside the saved page, or in the page itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.etree import _Element

from narrate.reading.document import Document
from narrate.reading.html.layout import Resolve

_INLINE = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif")
"""Pictures that cannot hold a script, as SVG could."""
_SUFFIXES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"))


def resolver(document: Document, root: _Element, canonical: str | None) -> Resolve:
    """How addresses of this page are made absolute. Files are only looked for in the page's own folder."""
    element = root.find(".//base[@href]")
    base = urljoin(document.url or canonical or "", element.get("href", "") if element is not None else "")
    return partial(_resolve, base=base or document.url or canonical, folder=document.folder)


def _resolve(address: str, *, base: str | None, folder: Path | None) -> str | None:
    if address.startswith("data:"):
        return address if address.startswith(_INLINE) else None
    try:
        parts = urlsplit(address)
        if folder is not None and not parts.scheme and not parts.netloc:
            beside = _beside(folder, unquote(parts.path))
            if beside is not None:
                return str(beside)
        absolute = urljoin(base or "", address)
        whole = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if whole.scheme in ("http", "https") and whole.netloc else None


def _beside(folder: Path, relative: str) -> Path | None:
    """The file of a picture, in the folder or below it; links that lead out of it do not count."""
    if not relative or Path(relative).suffix.lower() not in _SUFFIXES:
        return None
    try:
        file = (folder / relative).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None
