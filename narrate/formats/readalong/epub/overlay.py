"""Media overlays (EPUB 3.3, section 9): which stretch of the sound belongs to which part of a page.

The clips of a chapter tile its sound: each ends where the next one begins, so that readers play on without a
seam, pauses included, and the chapters' durations add up to the length of the recording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from narrate.formats.readalong.epub.xhtml import XHTML
from narrate.formats.readalong.epub.xml import EPUB_TYPE, markup, node
from narrate.formats.readalong.markup.elements import Element
from narrate.formats.timestamps import clock, milliseconds

SMIL = "http://www.w3.org/ns/SMIL"
SPAN = f"{{{XHTML}}}span"
STRUCTURES = {f"{{{XHTML}}}figure": "figure", f"{{{XHTML}}}ul": "list", f"{{{XHTML}}}li": "list-item"}
"""Types of the structures that a reader may offer to skip or leave, by element (sections 9.3.3, 9.4).
An element's own `epub:type` takes precedence: notices, credits and pull quotes."""

Clips = Mapping[str, tuple[int, int]]
"""Begin and end in ms, by the id of what is read."""


@dataclass(frozen=True, slots=True)
class Files:
    """The two files that an overlay joins, by their names in the book."""

    text: str
    sound: str


_smil = partial(node, SMIL)


def clips(
    section: Element, starts: Mapping[str, int], start: int, end: int, sample_rate: int
) -> dict[str, tuple[int, int]]:
    """When each part of a page is heard, in order, in ms from the chapter's start.

    `starts` are the first samples of all parts, by id; `start` and `end` are those of the chapter. The first
    clip begins with the chapter. A part that makes no sound has no clip.
    """
    found = _found(section, starts)
    if not found:
        return {}
    _, *later = found.values()
    edges = [start, *later, end]
    heard = {}
    for key, (first, last) in zip(found, pairwise(edges), strict=True):
        begin = milliseconds(first - start, sample_rate)
        until = milliseconds(last - start, sample_rate)
        if begin < until:
            heard[key] = (begin, until)
    return heard


def _found(section: Element, starts: Mapping[str, int]) -> dict[str, int]:
    """The starts of the parts of a page, in the order of the page."""
    found = {}
    for made in section.iter():
        key = made.get("id", "")
        if key in starts:
            found[key] = starts[key]
    return found


def overlay(section: Element, heard: Clips, files: Files) -> bytes:
    """The overlay of a page: its structures as nested sequences, with the clips in them."""
    body = _smil("body")
    _fill(body, section, heard, files)
    return markup(_smil("smil", body, version="3.0"))


def _fill(parent: Element, made: Element, heard: Clips, files: Files) -> None:
    for child in made:
        key = child.get("id", "")
        if key in heard:
            parent.append(_clip(key, heard[key], files))
        elif _is_whole(child, heard):
            sequence = _sequence(child, f"{files.text}#{key}")
            parent.append(sequence)
            _fill(sequence, child, heard, files)
        else:
            _fill(parent, child, heard, files)


def _sequence(made: Element, address: str) -> Element:
    """An empty sequence for an element at this address."""
    sequence = _smil("seq", epub_textref=address)
    kind = _kind(made)
    if kind:
        sequence.set(EPUB_TYPE, kind)
    return sequence


def _is_whole(made: Element, heard: Clips) -> bool:
    """Whether the clips in an element belong together: in a structure, or as the words of a sentence."""
    if made.get("id") is None:
        return False
    if _kind(made) is None and made.tag != SPAN:
        return False
    return any(inner.get("id") in heard for inner in made.iter())


def _kind(made: Element) -> str | None:
    return made.get(EPUB_TYPE) or STRUCTURES.get(made.tag)


def _clip(key: str, times: tuple[int, int], files: Files) -> Element:
    begin, end = map(clock, times)
    sound = _smil("audio", src=files.sound, clipBegin=begin, clipEnd=end)
    return _smil("par", _smil("text", src=f"{files.text}#{key}"), sound)
