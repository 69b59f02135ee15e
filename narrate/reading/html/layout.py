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
    start = 0
    for line in lines:
        for picture in line.pictures:
            images.append(Image(picture.address, picture.alt, start))
        stretches.append(_stretch(line, start))
        start = stretches[-1].end + len(_GAP)
        for aside in line.asides:
            stretches.append(Stretch(aside.text, start, kind="boilerplate", reason=aside.reason))
            start = stretches[-1].end + len(_GAP)
    text = _GAP.join(stretch.text for stretch in stretches)
    return Source(text, name, tuple(stretches), stated, _shown_once(images))


def _shown_once(images: list[Image]) -> tuple[Image, ...]:
    """The pictures in the order of the text, each at the first place that shows it."""
    first = {image.address: image for image in reversed(images)}
    shown = sorted(first.values(), key=lambda image: image.offset)
    return tuple(shown)


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
