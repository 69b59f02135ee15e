"""What directories ask of artwork (PSP-1, "itunes:image")."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from narrate.feed.checking.finding import Finding, Place, mend

SMALLEST, LARGEST = 1400, 3000
"""Pixels."""
SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}


def picture_findings(where: str, address: str, place: Place) -> Iterator[Finding]:
    """What is wrong with a picture; nothing is asked of one that lies elsewhere."""
    path = place.file(address)
    if path is None:
        return
    if not path.is_file():
        yield mend(where, f"the picture is not there: {path}", "put it there, or name another")
        return
    yield from _file_findings(where, path)


def _file_findings(where: str, path: Path) -> Iterator[Finding]:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            kind, mode, (width, height) = picture.format, picture.mode, picture.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        yield mend(where, f"{path.name} is no picture: {error}", "save it anew as JPEG or PNG")
        return
    if path.suffix.lower() not in SUFFIXES.get(kind or "", ()):
        yield mend(where, f"{path.name} is a {kind}", "save it as JPEG (.jpg) or PNG (.png)")
    if width != height:
        yield mend(where, f"{path.name} is not square but {width} x {height}", "cut it to a square")
    if min(width, height) < SMALLEST or max(width, height) > LARGEST:
        problem = f"{path.name} is {width} x {height} pixels"
        yield mend(where, problem, f"scale it to between {SMALLEST} and {LARGEST}")
    if mode != "RGB":
        yield mend(where, f"the colours of {path.name} are {mode}", "save it in RGB, without transparency")
