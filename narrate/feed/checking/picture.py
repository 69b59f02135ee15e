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
        yield fault(where, f"the picture is not there: {path}", "put it there, or name another")
        return
    yield from _file_findings(where, path)


def _file_findings(where: str, path: Path) -> Iterator[Finding]:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            kind, mode, size = picture.format or "", picture.mode, picture.size
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        problem = f"{path.name} is no picture: {error}"
        yield fault(where, problem, "save it anew as JPEG or PNG")
        return
    if path.suffix.lower() not in SUFFIXES.get(kind, ()):
        problem = f"{path.name} is a {kind}"
        yield fault(where, problem, "save it as JPEG (.jpg) or PNG (.png)")
    yield from _size_findings(where, path.name, size)
    if mode != "RGB":
        problem = f"the colours of {path.name} are {mode}"
        yield fault(where, problem, "save it in RGB, without transparency")


def _size_findings(where: str, name: str, size: tuple[int, int]) -> Iterator[Finding]:
    width, height = size
    if width != height:
        problem = f"{name} is not square but {width} x {height}"
        yield fault(where, problem, "cut it to a square")
    if min(size) < SMALLEST or max(size) > LARGEST:
        problem = f"{name} is {width} x {height} pixels"
        remedy = f"scale it to between {SMALLEST} and {LARGEST}"
        yield fault(where, problem, remedy)
