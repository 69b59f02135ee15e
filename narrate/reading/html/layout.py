"""Lines → a source: the text that all offsets count in, its stretches, and the pictures in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from narrate.model import Image, Source, Stated, Stretch
from narrate.reading.html.line import Line
from narrate.reading.html.pictures import Picture
from narrate.reading.html.tags import HEADINGS

Resolve = Callable[[str], str | None]
"""Makes the address of a picture absolute; None for one that is not to be had."""

_GAP = "\n\n"


def lay_out(lines: Iterable[Line], name: str, stated: Stated) -> Source:
    """Give every line its place, and what was taken out of it one behind it; addresses are absolute."""
    stretches: list[Stretch] = []
    images: list[Image] = []
    for line in lines:
        start = stretches[-1].end + len(_GAP) if stretches else 0
        stretches.append(_stretch(line, start))
        images += [Image(picture.address, picture.alt, start) for picture in line.pictures]
        for aside in line.asides:
            start = stretches[-1].end + len(_GAP)
            stretches.append(Stretch(aside.text, start, kind="boilerplate", reason=aside.reason))
    once = {image.address: image for image in reversed(images)}
    shown = sorted(once.values(), key=lambda image: image.offset)
    text = _GAP.join(stretch.text for stretch in stretches)
    return Source(text, name, tuple(stretches), stated, tuple(shown))


def _stretch(line: Line, start: int) -> Stretch:
    if line.unspoken:
        return Stretch(line.text, start, kind="boilerplate", reason=line.unspoken)
    if line.kind == "title":
        return Stretch(line.text, start, kind="title")
    level = int(line.element[1]) if line.element in HEADINGS else None
    return Stretch(line.text, start, tag=line.kind, level=level)


def resolved(lines: Iterable[Line], resolve: Resolve) -> list[Line]:
    """The lines, with the pictures that are to be had."""
    return [
        replace(line, pictures=tuple(_resolved(line.pictures, resolve))) if line.pictures else line
        for line in lines
    ]


def _resolved(pictures: Iterable[Picture], resolve: Resolve) -> Iterable[Picture]:
    for picture in pictures:
        if address := resolve(picture.address):
            yield replace(picture, address=address)
