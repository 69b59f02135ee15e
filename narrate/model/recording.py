"""What is heard: speech, and the finished recording with its times in samples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from narrate.model.script import Script

Samples = NDArray[np.float32]
"""Mono audio: float32, shape (n,), in [-1, 1]."""


@dataclass(frozen=True, slots=True)
class Word:
    """When one word is heard."""

    text_start: int
    """Offset in the utterance's text."""
    text_end: int
    start: int
    """First sample, counted from the start of the array or master that the word belongs to."""
    end: int
    """Sample after the last."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine makes of one SSML document."""

    samples: Samples
    sample_rate: int
    """Hz."""
    words: tuple[Word, ...] = ()
    """In order, not overlapping; empty where the engine gives no times."""
    estimated: bool = False
    """Whether the times of `words` are shared out by length and not the engine's own."""
    description: str = ""
    """What a recording is that is played in place of the words, where its author describes it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """When one utterance is heard, without the pause after it."""

    utterance: int
    """Index in the script."""
    start: int
    """First sample of the master."""
    end: int
    """Sample after the last."""
    words: tuple[Word, ...] = ()
    """Samples counted from the start of the master."""
    estimated: bool = False
    """Whether the times of `words` are estimates."""
    description: str = ""
    """What is heard in place of the utterance's words: a recording, as its author describes it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the recording. Chapters tile the master."""

    title: str
    start: int
    """First sample of the master."""
    end: int
    """Sample after the last."""


THUMBNAIL = 1000
"""Pixels: as much as players show of an embedded picture; it costs 90 kB where 3000 pixels cost 400."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture that stands for a recording in players and directories."""

    image: bytes
    """JPEG, square, 3000 pixels wide: the most that podcast directories take."""
    thumbnail: bytes
    """JPEG, square, THUMBNAIL pixels wide: what goes into audio files."""
    alt: str
    """What it shows, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class Narration:
    """The finished recording: all that a writer may see.

    >>> import narrate
    >>> narration = narrate.narrate("article.txt", "article.mp3", engine="tone").narration
    >>> seconds = narration.length / narration.sample_rate
    >>> 1 < seconds < 10
    True
    """

    script: Script
    master: Path
    """Raw mono float32 in native byte order, `sample_rate` Hz; read it in pieces."""
    sample_rate: int
    """Hz."""
    cues: tuple[Cue, ...]
    """One per utterance, in order."""
    chapters: tuple[Chapter, ...]
    length: int
    """Samples in the master."""
    cover: Cover | None = None
