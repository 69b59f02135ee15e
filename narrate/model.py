"""Every type that travels between stages. Frozen, and dependent on nothing of ours.

    text ─reading─▶ Article ─direction─▶ Script ─ssml─▶ <speak>
    <speak> ─engine─▶ Speech ─mixing─▶ Narration ─formats─▶ mp3

Two clocks, never mixed: text is measured in characters (`start`/`end`, half open, as in a slice),
sound in samples. Milliseconds and seconds of sound appear only in writers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

BlockKind = Literal[
    "title",
    "byline",
    "dateline",
    "notice",
    "caption",
    "credit",
    "heading",
    "paragraph",
    "list_item",
    "pullquote",
    "boilerplate",
]
QuotationKind = Literal["direct", "partial", "scare"]
Gender = Literal["f", "m"]
Role = Literal[
    "title", "heading", "narration", "quote", "caption", "credit", "notice", "list_item", "announcement"
]
MarkKind = Literal[
    "sentence", "sub", "phoneme", "say-as", "emphasis", "prosody", "lang", "token", "lookup", "audio",
    "break", "mark",
]  # fmt: skip

Earcon = Literal["quote", "end quote", "chapter"]
"""A short sound that says what begins or ends."""

Samples = NDArray[np.float32]
"""Mono audio: float32, shape (n,), in [-1, 1]."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that is one thing. Blocks tile the source."""

    kind: BlockKind
    text: str
    """Exactly `source[start:end]`, without white space at either end."""
    start: int
    """Offset of the first character in the source."""
    end: int
    """Offset after the last character in the source."""
    spoken: bool = True
    reason: str | None = None
    """Why the block is not spoken, in words for a listener; None when it is spoken."""
    level: int | None = None
    """Of a heading, 1 to 6, where markup states it; 1 is above 2. Else None."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article."""

    address: str
    """Absolute URL, path of a local file, or `data:` URL."""
    alt: str
    """What it shows, as the page says; empty for a decorative one."""
    offset: int
    """Where it stands: offset in the source of the block that describes it, or of the one that follows."""
    lead: bool = False
    """Whether it is the picture of the whole article."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, with nothing dropped: every non-blank character of `source` is in one block."""

    source: str
    """The text that all offsets count in, as decoded (line ends become "\\n")."""
    blocks: tuple[Block, ...]
    """In source order, not overlapping."""
    title: str
    """Never empty: the title block's text, or the first words where there is none."""
    language: str = "en"
    """BCP 47 tag."""
    byline: str | None = None
    """Authors as the article names them, without "By"."""
    published: str | None = None
    """ISO 8601 date, only where the article states it."""
    site: str | None = None
    """Who published it, as the page names itself: "BBC News"."""
    url: str | None = None
    """Canonical address, only where it is known."""
    license: str | None = None
    """Name or address of its licence, only where the article states it."""
    images: tuple[Image, ...] = ()
    """In source order."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body that is quoted; one value per person, however the article refers to them."""

    name: str
    """The fullest name the article gives: "Samantha Power", "an ICRC official"."""
    gender: Gender | None = None
    """None where the article does not show it."""
    title: str | None = None
    """Title or office as written before or after the name: "Russian Ambassador"."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, in one paragraph."""

    start: int
    """Offset after the opening mark (or of the paragraph's first character where none is repeated)."""
    end: int
    """Offset of the closing mark (or after the last character where it is left open)."""
    text: str
    """Exactly `source[start:end]`."""
    kind: QuotationKind
    """`direct`: speech to be voiced; `partial`: a fragment inside the reporter's sentence; `scare`: no
    speech."""
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody sounds: an engine's voice and what is done to it."""

    name: str
    """The name in the cast, unique in it."""
    engine: str
    """Registry key of the engine."""
    engine_voice: str
    """The engine's own name for the voice; empty in a cast that leaves it open."""
    language: str = "en-US"
    """BCP 47 tag."""
    gender: Gender | None = None
    rate: float = 1.0
    """1.0 is normal and 2.0 twice as fast."""
    pitch: float = 0.0
    """Semitones; > 0 is higher."""
    formant: float = 1.0
    """Vocal tract scaling: spectral envelope frequencies times this; < 1 is a larger speaker."""
    gain: float = 0.0
    """dB, after loudness has been matched."""
    instead_of: str | None = None
    """Name of the cast's voice that it speaks for, since that one is not here."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who can speak: a voice for each role, and pools of voices for the people who are quoted."""

    name: str
    roles: Mapping[Role, Voice]
    """Has "narration"; roles that are missing are spoken by the narrator."""
    pools: Mapping[str, tuple[Voice, ...]]
    """Keys "f", "m" and "unknown"; given out in order, first come first served."""
    people: Mapping[str, Voice] = field(default_factory=dict)
    """Voices reserved for somebody, by the speaker's full name."""
    fallbacks: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    """By a voice's name: who speaks where it is not here, the first that is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to know about a stretch of an utterance's text."""

    kind: MarkKind
    """`sentence`: the stretch is one sentence; `sub`: say `value` instead; `emphasis`: also quoted words in
    the narrator's voice, set apart. The others are SSML's elements of that name, too."""
    start: int
    """Offset in the utterance's text."""
    end: int
    """The same as `start` for a `break` and a `mark`, which lie between two characters."""
    value: str = ""
    """`sub`: the spoken form; `phoneme`: the sounds in IPA; `say-as`: what to interpret it as; `emphasis`:
    the level; `lang`: a BCP 47 tag; `token`: its role; `lookup`: the lexicon; `audio`: the source; `break`:
    its time, "250ms"; `mark`: the name. Else empty."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Of the SSML element, name and value, besides `value`: (("rate", "80%"),) for `prosody`. What a
    recording's <desc> says is among those of `audio`, as "desc"."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is spoken without a change of voice."""

    index: int
    """Position in the script."""
    block: int
    """Index of the article's block that it speaks or announces."""
    role: Role
    speaker: Speaker | None
    """Who is quoted; None for everything but quotes."""
    voice: Voice
    text: str
    """`source[start:end]`; for an announcement, words of our own."""
    start: int | None
    """Offset in the source; None for an announcement."""
    end: int | None
    chapter: int
    """Index into the script's sections."""
    pause_after: float = 0.0
    """Silence after it, in seconds."""
    marks: tuple[Mark, ...] = ()
    before: Earcon | None = None
    """Heard before it."""
    after: Earcon | None = None
    """Heard after it, before the pause."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the script, before it has times."""

    title: str
    """As written in the article."""
    utterance: int
    """Index of its first utterance."""


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will be said, by whom, in order."""

    article: Article
    utterances: tuple[Utterance, ...]
    chapters: tuple[Section, ...]
    quotations: tuple[Quotation, ...] = ()
    lexicons: tuple[tuple[str, str], ...] = ()
    """Pronunciation lexicons that it refers to: the name for it in `lookup` marks, and the address."""
    folder: Path | None = None
    """Where the recordings lie that it plays; None for a script of words alone."""
    notes: tuple[str, ...] = ()
    """What was asked for and cannot be had, a line each."""


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
class EngineVoice:
    """A voice that an engine offers."""

    name: str
    """What `Voice.engine_voice` takes."""
    language: str
    """BCP 47 tag, with the region that tells the accent."""
    gender: Gender | None
    installed: bool = True
    """False where it would have to be fetched first."""
    description: str = ""


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
    """The finished recording: all that a writer may see."""

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
