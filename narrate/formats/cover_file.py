"""The cover as a JPEG of its own, 3000 by 3000 pixels, for directories and show notes."""

from __future__ import annotations

from functools import partial

from narrate.errors import OutputError
from narrate.formats.rendered import RenderedWriter
from narrate.model import Narration


def cover(narration: Narration) -> bytes:
    """The picture, a JPEG. Raises OutputError if the recording has none."""
    if narration.cover is None:
        raise OutputError("there is no cover to write", None, "leave out --cover none")
    return narration.cover.image


CoverWriter = partial(RenderedWriter, cover)
