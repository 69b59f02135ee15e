"""What directories ask of artwork (PSP-1, "itunes:image")."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from narrate.feed.checking.finding import Finding, Place, fault

SMALLEST, LARGEST = 1400, 3000
"""Pixels of a side."""
SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}


def picture_findings(where: str, address: str, place: Place) -> Iterator[Finding]:
    """What is wrong with a picture. One that is elsewhere on the web is not checked."""
    path = place.file(address)
    if path is None:
        return
    if not path.is_file():
        problem = f"there is no such picture: {path}"
        remedy = "put it there, or choose another"
        yield fault(where, problem, remedy)
        return
    yield from _file_findings(where, path)


def _file_findings(where: str, path: Path) -> Iterator[Finding]:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            kind, mode, size = picture.format or "", picture.mode, picture.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        problem = f"{path.name} is not a picture: {error}"
        remedy = "save it again as JPEG or PNG"
        yield fault(where, problem, remedy)
        return
    if path.suffix.lower() not in SUFFIXES.get(kind, ()):
        problem = f"{path.name} is a {kind}"
        remedy = "save it as JPEG (.jpg) or PNG (.png)"
        yield fault(where, problem, remedy)
    yield from _size_findings(where, path.name, size)
    if mode != "RGB":
        problem = f"{path.name} is in the colours {mode}"
        remedy = "save it in RGB, without transparency"
        yield fault(where, problem, remedy)


def _size_findings(where: str, name: str, size: tuple[int, int]) -> Iterator[Finding]:
    width, height = size
    if width != height:
        problem = f"{name} is not square but {width} x {height}"
        remedy = "crop it to a square"
        yield fault(where, problem, remedy)
    if min(size) < SMALLEST or max(size) > LARGEST:
        problem = f"{name} is {width} x {height} pixels"
        remedy = f"scale it to between {SMALLEST} and {LARGEST}"
        yield fault(where, problem, remedy)
