"""Numbered galleries beside the text of an article: "1/12 The harbour", "Photo 2 of 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.containers import Container
from narrate.reading.html.line import Line
from narrate.reading.html.tags import width

_COUNTER = re.compile(r"(?:[^\W\d_]+ )?(\d{1,3}) ?(?:/|[^\W\d_]{1,4}) ?(\d{1,3})(?!\d)")
"""The number of a slide and how many there are: "3/50", "Photo 3 of 50", "Bild 3 von 50"."""
_FEWEST_SLIDES = 8
"""A few numbered pictures belong to the article; more of them take it over."""
_SENTENCE = 60
"""Columns of a line that is more than a label."""
_FEWEST_SENTENCES = 5
"""Of a text that a gallery stands beside; with fewer the gallery is what the page is about."""


@dataclass(frozen=True, slots=True)
class _Slide:
    """Where a counter stands, and what it says."""

    at: int
    number: int
    of: int


def leave_out_galleries(lines: Sequence[Line], is_kept: NDArray[np.bool_]) -> None:
    """Take the slides of galleries out of the lines that are kept: shape (lines,)."""
    for slides in _galleries(_slides(lines)):
        box = _common_container([lines[slide.at].container for slide in slides])
        if box is None:
            continue
        places = _places(lines, slides, box)
        if _is_beside_text(lines, is_kept, box):
            is_kept[places] = False


def _slides(lines: Sequence[Line]) -> list[_Slide]:
    slides = []
    for at, line in enumerate(lines):
        counter = _COUNTER.match(line.text)
        if counter is not None:
            slides.append(_Slide(at, int(counter[1]), int(counter[2])))
    return slides


def _galleries(slides: Sequence[_Slide]) -> list[list[_Slide]]:
    """Slides that count up to the same number, in their order."""
    galleries: list[list[_Slide]] = []
    for slide in slides:
        last = galleries[-1][-1] if galleries else None
        goes_on = last is not None and slide.of == last.of and last.number < slide.number <= slide.of
        if goes_on:
            galleries[-1].append(slide)
        else:
            galleries.append([slide])
    return [gallery for gallery in galleries if len(gallery) >= _FEWEST_SLIDES]


def _common_container(containers: Sequence[Container | None]) -> Container | None:
    """The innermost container that all of these stand in; None where one is in none."""
    common = containers[0]
    for container in containers[1:]:
        around = {id(each) for each in _with_parents(container)}
        while common is not None and id(common) not in around:
            common = common.parent
    return common


def _with_parents(container: Container | None) -> list[Container]:
    chain = []
    while container is not None:
        chain.append(container)
        container = container.parent
    return chain


def _places(lines: Sequence[Line], slides: Sequence[_Slide], box: Container) -> list[int]:
    """The lines of all slides: the last one is as long as the longest of the others at most."""
    begins = [slide.at for slide in slides]
    longest = max(np.diff(begins).tolist())
    end = min(begins[-1] + longest, len(lines))
    places = range(begins[0], end)
    return [at for at in places if _is_in(lines[at], box)]


def _is_in(line: Line, box: Container) -> bool:
    return any(container is box for container in _with_parents(line.container))


def _is_beside_text(lines: Sequence[Line], is_kept: NDArray[np.bool_], box: Container) -> bool:
    """Whether the article has a text of its own, outside the box that holds the gallery."""
    sentences = 0
    for at in np.flatnonzero(is_kept).tolist():
        line = lines[at]
        is_long = width(line.text) >= _SENTENCE and not line.is_caption
        sentences += is_long and not _is_in(line, box)
    return sentences >= _FEWEST_SENTENCES
