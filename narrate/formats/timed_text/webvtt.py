"""WebVTT (W3C, Candidate Recommendation of 4 April 2019): captions with the speakers' names, and chapters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from narrate.formats import WriterOptions
from narrate.formats.credits import notice
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timed_text.breaking import plain
from narrate.formats.timed_text.captions import Caption, captions, chapter_titles
from narrate.formats.timestamps import clock, milliseconds
from narrate.model import Narration
from narrate.storage import Target

WIDTH = 65
"""Characters in a line: the most that Podcasting 2.0 allows in a transcript of this type."""


def webvtt(narration: Narration, words: bool = False) -> str:
    """Captions of at most two lines, each in a voice span with the speaker's name (section 4.2.2).

    With `words`, a time stamp (section 4.2.2 too) stands before every word but a caption's first, so that a
    player can show which one is heard.
    """
    cue = _timed if words else _caption
    return _file(narration, map(cue, captions(narration, WIDTH)))


def chapters(narration: Narration) -> str:
    """The chapters as WebVTT chapter title text (section 4.2.3)."""
    starts = [milliseconds(chapter.start, narration.sample_rate) for chapter in narration.chapters]
    ends = [*starts[1:], milliseconds(narration.length, narration.sample_rate)]
    cues = []
    for start, end, title in zip(starts, ends, chapter_titles(narration), strict=True):
        # Section 4.1: a cue's end is after its start, even if a chapter is over in less than a millisecond.
        later = max(end, start + 1)
        cues.append(_cue(start, later, escaped(title)))
    return _file(narration, cues)


def escaped(text: str) -> str:
    """Section 4.2.2: a cue may hold no raw "&" or "<"; and without ">" there is no "-->"."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _file(narration: Narration, cues: Iterable[str]) -> str:
    """Section 4.1: the signature, a comment, and the cues, with an empty line before each."""
    comment = f"NOTE {escaped(plain(notice(narration)))}"
    return "\n\n".join(["WEBVTT", comment, *cues]) + "\n"


def webvtt_writer(target: Target, sample_rate: int, options: WriterOptions) -> RenderedWriter:
    """Captions, with times of words where `options` ask for them."""
    return RenderedWriter(partial(webvtt, words=options.words), target, sample_rate, options)


def _caption(caption: Caption) -> str:
    return _voiced(caption, "\n".join(map(escaped, caption.lines)))


def _timed(caption: Caption) -> str:
    """A caption with a time stamp before every word that begins after the one before it."""
    no_times: tuple[int, ...] = ()
    times_of_lines = caption.words or [no_times] * len(caption.lines)
    latest = caption.start
    lines = []
    for line, times in zip(caption.lines, times_of_lines, strict=True):
        words = [escaped(word) for word in line.split(" ")]
        for number, time in enumerate(times):
            # Time stamps rise, between the caption's start and its end; two words at one time share one.
            if latest < time < caption.end:
                words[number] = f"<{clock(time)}>{words[number]}"
                latest = time
        lines.append(" ".join(words))
    return _voiced(caption, "\n".join(lines))


def _voiced(caption: Caption, text: str) -> str:
    # A name that ends in "--" would make "-->" with the end of the tag.
    name = escaped(caption.speaker).replace("--", "-&#45;")
    return _cue(caption.start, caption.end, f"<v {name}>{text}</v>")


def _cue(start: int, end: int, text: str) -> str:
    return f"{clock(start)} --> {clock(end)}\n{text}"


ChaptersVttWriter = partial(RenderedWriter, chapters)
