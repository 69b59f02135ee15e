"""SubRip (.srt): captions for players that know nothing else. It has no standard, and so no escapes."""

from __future__ import annotations

import re
from functools import partial

from narrate.formats.rendered import RenderedWriter
from narrate.formats.timed_text.captions import Caption, captions
from narrate.formats.timestamps import clock
from narrate.model import Narration

WIDTH = 42
"""Characters in a line, as Netflix's timed text style guide has it for English."""

# What players take for markup: <i>, {\an8}, \N and "-->", and some of them every line with two full times.
# The full-width forms look alike and mean nothing, and compatibility normalisation (NFKC) turns them back.
_LOOKALIKES = str.maketrans("<>{}\\", "＜＞｛｝＼")
_TIME = re.compile(r"(\d:\d+):(\d+[.,]\d)")


def subrip(narration: Narration) -> str:
    """Captions of at most two lines; "Name: " stands where somebody begins to be quoted."""
    numbered = enumerate(captions(narration, WIDTH, labels=True), 1)
    return "\n".join(_cue(number, caption) for number, caption in numbered)


def harmless(text: str) -> str:
    """`text` with look-alikes for what a player could take for anything but text; as long as before."""
    return _TIME.sub(r"\1：\2", text.translate(_LOOKALIKES))


def _cue(number: int, caption: Caption) -> str:
    start = clock(caption.start, ",")
    end = clock(caption.end, ",")
    text = harmless("\n".join(caption.lines))
    return f"{number}\n{start} --> {end}\n{text}\n"


SubRipWriter = partial(RenderedWriter, subrip)
