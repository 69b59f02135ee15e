"""What will be said, by whom: quotations, voices and the script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from narrate.model.article import Article

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


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body that is quoted; one value per person, however the article refers to them.

    >>> import narrate
    >>> found = narrate.find_quotations('"We waited," said Mrs Ada Moreau.')
    >>> found[0].speaker
    Speaker(name='Ada Moreau', gender='f', title=None)
    """

    name: str
    """The fullest name the article gives: "Samantha Power", "an ICRC official"."""
    gender: Gender | None = None
    """None where the article does not show it."""
    title: str | None = None
    """Title or office as written before or after the name: "Russian Ambassador"."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, in one paragraph.

    >>> import narrate
    >>> text = '"We waited," said Mrs Ada Moreau.'
    >>> found, = narrate.find_quotations(text)
    >>> text[found.start : found.end]
    'We waited,'
    """

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
    confidence: float | None = None
    """Probability from 0 to 1 that the speaker is the right one; None if there is none, or it was given."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says without interruption in a text that names its speakers: a speech of a transcript."""

    start: int
    """Offset of its first character in the source."""
    end: int
    """Offset after its last character."""
    speaker: str
    """As the text labels them, the same for all turns of one speaker: "Mara Kestrel", "Q"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How somebody sounds: an engine's voice and what is done to it.

    >>> import narrate
    >>> narrate.load_cast("default").roles["narration"].rate
    1.0
    """

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
class Cast:
    """Who can speak: a voice for each role, and pools of voices for the people who are quoted.

    >>> import narrate
    >>> cast = narrate.load_cast("default")
    >>> {"f", "m"} <= set(cast.pools)
    True
    """

    name: str
    roles: Mapping[Role, Voice]
    """Has "narration"; roles that are missing are spoken by the narrator."""
    pools: Mapping[str, tuple[Voice, ...]]
    """Keys "f", "m" and "unknown"; given out in order, first come first served."""
    people: Mapping[str, Voice] = field(default_factory=dict)
    """Voices reserved for somebody, by name: in full, or the last name alone. Nobody else gets them."""
    fallbacks: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    """By a voice's name: who speaks where it is not here, the first that is."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other names of those in `people`, by the name there."""
    voices: Mapping[str, Voice] = field(default_factory=dict)
    """Every voice that the cast makes, by name, also those that nobody has yet."""


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
    origin: str = field(default="", compare=False)
    """What made it: the class of a rule ("dates") or "lexicon"; empty where a document did. It is not part of
    what the mark says, and not written to SSML."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is spoken without a change of voice.

    >>> import narrate
    >>> said = narrate.write_script("article.txt", brief=True).utterances[1]
    >>> said.role, said.speaker.name, said.text
    ('quote', 'Ada Moreau', '“We waited for hours,”')
    """

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
    """Everything that will be said, by whom, in order.

    >>> import narrate
    >>> script = narrate.write_script("article.txt", brief=True)
    >>> [chapter.title for chapter in script.chapters]
    ['Ferry late']
    """

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
