"""Media overlays (EPUB 3.3, section 9): which stretch of the sound belongs to which part of a page.

The clips of a chapter tile its sound: each goes on to the next one's beginning, so that readers play on
without a seam, pauses and all, and the durations of all chapters are the length of the recording.
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
"""What a reader may offer to leave, by the element: a sequence of its own, with a type (sections 9.3.3, 9.4).
What an element's `epub:type` says goes before: notices, credits and pull quotes."""

Clips = Mapping[str, tuple[int, int]]
"""Begin and end in ms, by the id of what is read."""


@dataclass(frozen=True, slots=True)
class Files:
    """What an overlay joins, by their names in the book."""

    text: str
    sound: str


_smil = partial(node, SMIL)


def clips(
    section: Element, starts: Mapping[str, int], start: int, end: int, sample_rate: int
) -> dict[str, tuple[int, int]]:
    """When everything in a page that has a time is heard, in order, in ms from the chapter's start.

    `starts` are the first samples of all that can be heard, by id, `start` and `end` those of the chapter.
    The first clip begins with the chapter. What makes no sound has none.
    """
    found = [key for made in section.iter() if (key := made.get("id", "")) in starts]
    edges = [start, *(starts[key] for key in found[1:]), end] if found else []
    times = [milliseconds(edge - start, sample_rate) for edge in edges]
    return {key: time for key, time in zip(found, pairwise(times), strict=True) if time[0] < time[1]}


def overlay(section: Element, heard: Clips, files: Files) -> bytes:
    """The overlay of a page: its structures as nested sequences, and in them what is read."""
    body = _smil("body")
    _fill(body, section, heard, files)
    return markup(_smil("smil", body, version="3.0"))


def _fill(parent: Element, made: Element, heard: Clips, files: Files) -> None:
    for child in made:
        key = child.get("id", "")
        if key in heard:
            parent.append(_clip(key, heard[key], files))
        elif _is_whole(child, heard):
            sequence = _smil("seq", epub_textref=f"{files.text}#{key}")
            if kind := _kind(child):
                sequence.set(EPUB_TYPE, kind)
            parent.append(sequence)
            _fill(sequence, child, heard, files)
        else:
            _fill(parent, child, heard, files)


def _is_whole(made: Element, heard: Clips) -> bool:
    """Whether what is heard in an element belongs together: in a structure, or as words in a sentence."""
    named = made.get("id") is not None and (_kind(made) is not None or made.tag == SPAN)
    return named and any(inner.get("id") in heard for inner in made.iter())


def _kind(made: Element) -> str | None:
    return made.get(EPUB_TYPE) or STRUCTURES.get(made.tag)


def _clip(key: str, times: tuple[int, int], files: Files) -> Element:
    begin, end = map(clock, times)
    sound = _smil("audio", src=files.sound, clipBegin=begin, clipEnd=end)
    return _smil("par", _smil("text", src=f"{files.text}#{key}"), sound)
