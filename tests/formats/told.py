"""Narrations of given words for the tests of the text formats, and texts that try to break them."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from narrate.model import Article, Chapter, Cue, Mark, Narration, Script, Section, Speaker, Utterance, Word
from tests.helpers import NARRATOR, WOMAN, utterance

RATE = 24_000
WORD, PAUSE = 2400, 12_000
"""Samples: every word takes 100 ms, and half a second follows an utterance."""

HOSTILE = [
    "word ", "Nobody knew. ", " -->", "-->", "--", ">", "<", "&", "&lt;", "&nbsp;", "&#10;", "<i>", "</v>",
    "<v Someone>", "<00:00:01.000>", "</i", "<!--", "{\\an8}", "{Y:i}", "\\N", "\\h", "\n", "\n\n", "\r\n",
    "\r", "\t", "\0", "\x1c", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\u200f", "\ufeff",
    "\ud83d", "🐐", "الماء عال ", "停火之后", "WEBVTT\n", "\n\nNOTE ", "\n\nSTYLE\n", "\n\n7\n",
    "00:00:01.000 --> 00:00:02.000\n", "00:00:01,000 --> 00:00:02,000\n", '"', "'", "\\", "x" * 70,
]  # fmt: skip
hostile_texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8), min_size=1, max_size=25).map("".join)

tried = settings(max_examples=60, deadline=None)
"""How often a property is tried: half a second each; 1000 were tried when the tests were written."""


def told(
    *said: tuple[str | None, str],
    timed: bool = True,
    title: str = "The ferry",
    chapters: tuple[tuple[str, int], ...] = (),
) -> Narration:
    """A narration of these (speaker's name or None, text) and chapters (title, index of first utterance)."""
    source = "\n".join(text for _, text in said)
    starts = accumulate((len(text) + 1 for _, text in said), initial=0)
    utterances = tuple(
        _utterance(index, at, name, text)
        for index, (at, (name, text)) in enumerate(zip(starts, said, strict=False))
    )
    cues: list[Cue] = []
    for spoken in utterances:
        cues.append(_cue(spoken, cues[-1].end + PAUSE if cues else PAUSE, timed))
    length = cues[-1].end + PAUSE
    sections = tuple(Section(name, first) for name, first in chapters or ((title, 0),))
    edges = [0, *(cues[section.utterance].start for section in sections[1:]), length]
    times = tuple(Chapter(s.title, a, b) for s, a, b in zip(sections, edges[:-1], edges[1:], strict=True))
    script = Script(Article(source, (), title), utterances, sections)
    return Narration(script, Path("unused"), RATE, tuple(cues), times, length)


def _utterance(index: int, at: int, name: str | None, text: str) -> Utterance:
    """One sentence ends where a full stop and a space stand."""
    ends = [*(match.start() + 1 for match in re.finditer(r"\. ", text)), len(text)]
    marks = tuple(Mark("sentence", a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True))
    return utterance(
        text,
        NARRATOR if name is None else WOMAN,
        index=index,
        block=index,
        start=at,
        end=at + len(text),
        role="narration" if name is None else "quote",
        speaker=None if name is None else Speaker(name),
        marks=marks,
    )


def _cue(spoken: Utterance, start: int, timed: bool) -> Cue:
    found = list(re.finditer(r"\w(?:\S*\w)?", spoken.text))
    words = tuple(
        Word(match.start(), match.end(), start + WORD * n, start + WORD * (n + 1) - WORD // 5)
        for n, match in enumerate(found)
    )
    return Cue(spoken.index, start, start + WORD * len(found), words if timed else ())
