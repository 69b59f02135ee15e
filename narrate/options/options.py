"""Everything that can be asked of a narration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from narrate.options.checking import documented
from narrate.options.directions import Captions, Directions, Labels, Quotes
from narrate.options.field import About, StrPath, option
from narrate.options.loudness import LOUDEST, PRESETS, QUIETEST, MasterTarget, master_target

Preset = Literal["podcast", "small", "archive"]
"""`podcast`: every format's own default, what directories ask for. `small`: half of that and less, in pages
and books three quarters. `archive`: twice that and more, for files that will be coded again; FLAC and WAV
lose nothing and are the same in all."""
StreamFormat = Literal["wav", "mp3", "opus", "flac"]
"""What can be sent while it is made: no sizes or times are needed at its start."""
PrivateAddresses = Literal["allow", "refuse"]
COVERS = ("made", "article", "none")
"""Covers that are not files: drawn from the title, the article's own picture, none."""
_LOUDNESS_NAMES = ", ".join(f"{name} ({target.integrated:g})" for name, target in PRESETS.items())


@documented
@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Directions):
    """Everything that can be asked of a narration: of its script, its sound, its files and the work.

    >>> import narrate
    >>> options = narrate.Options(quotes="tone", rate=1.2)
    >>> options.rate, options.captions
    (1.2, 'describe')
    >>> narrate.Options(rate=9)
    Traceback (most recent call last):
    narrate.errors.OptionError: invalid rate: 9 (0.5 to 3)
    """

    cast: str | None = option(
        None,
        About(
            "Who speaks: a cast by its name, or a .toml file.",
            unit="NAME|FILE",
            is_file=True,
            suffix=".toml",
            unset="default, or the engine's own voices",
            group="voices",
        ),
    )
    people: StrPath | None = option(
        None,
        About(
            "Where the voices of quoted people are remembered from one article to the next; made if missing.",
            unit="FILE",
            words=("none",),
            is_file=True,
            unset="people.toml in the podcast, or beside the article if there is one",
            group="voices",
        ),
    )
    engine: str | None = option(
        None,
        About(
            "Speech engine; `narrate voices` lists them with their voices.",
            unit="NAME",
            unset="the cast's",
            group="voices",
        ),
    )
    rate: float = option(
        1.0, About("Speed of speech; 2 is twice as fast.", unit="FACTOR", least=0.5, most=3, group="voices")
    )
    pitch: float = option(
        0.0,
        About(
            "How much higher every voice is; -12 is an octave lower.",
            unit="SEMITONES",
            least=-12,
            most=12,
            group="voices",
        ),
    )
    pauses: float = option(
        1.0,
        About("Length of the pauses; 2 is twice as long.", unit="FACTOR", least=0, most=4, group="voices"),
    )
    corrections: StrPath | None = option(
        None,
        About(
            "What is to be read otherwise in this article (see `narrate script --format corrections`).",
            unit="FILE",
            words=("none",),
            is_file=True,
            unset="ARTICLE.corrections.toml beside the article, if there is one",
            standing=False,
            group="text",
        ),
    )
    lexicons: Sequence[StrPath] = option(
        (),
        About(
            "Pronunciations of names and words: a W3C PLS file (see `narrate names`). Repeatable.",
            key="lexicon",
            unit="FILE",
            is_file=True,
            group="voices",
        ),
    )
    private_addresses: PrivateAddresses | None = option(
        None,
        About(
            "Web addresses of this machine and of private networks: read them, or only those of the public "
            "internet.",
            unset="allow; from Python: refuse",
            group="text",
        ),
    )
    format: StreamFormat | None = option(
        None, About("What `-o -` sends to standard output while it is made.", standing=False, group="output")
    )
    loudness: str | float = option(
        "podcast",
        About(
            f"How loud the audio is, in LUFS: {_LOUDNESS_NAMES}, or a number.",
            unit="LUFS",
            words=tuple(PRESETS),
            least=QUIETEST,
            most=LOUDEST,
            group="output",
        ),
    )
    preset: Preset = option(
        "podcast",
        About(
            "Size and quality of audio files: as podcast directories ask for, small, or for archives.",
            group="output",
        ),
    )
    bitrate: int | None = option(
        None, About("Bit rate of audio files.", unit="KBIT/S", least=1, unset="the preset's", group="output")
    )
    sample_rate: int | None = option(
        None, About("Sample rate of audio files.", unit="HZ", least=1, unset="the preset's", group="output")
    )
    cover: str = option(
        "made",
        About(
            "The picture in the files: drawn from the title, the article's own, none, or yours.",
            unit="FILE",
            words=COVERS,
            is_file=True,
            group="output",
        ),
    )
    words: bool = option(
        False,
        About("Give the time of every word, too, in captions (.vtt) and books (.epub).", group="output"),
    )
    assets: bool = option(
        False, About("Put the sound of a page (.html) beside it (.sound.mp3), not into it.", group="output")
    )
    check: bool = option(
        False,
        About(
            "Listen to the audio files with a speech recogniser, and say what is wrong: `narrate check`.",
            group="output",
        ),
    )
    model: str = option(
        "base",
        About(
            "Whisper model that listens: a folder, or a name such as base or small, which is fetched once.",
            unit="NAME|DIR",
            group="checking",
        ),
    )
    threshold: float = option(
        0.0,
        About(
            "Wrong words in a thousand from above which a check fails; names do not count.",
            unit="N",
            least=0,
            most=1000,
            group="checking",
        ),
    )
    jobs: int | None = option(
        None,
        About("Utterances spoken at a time.", unit="N", least=1, unset="one for each core", group="running"),
    )
    cache_size: int = option(
        1000,
        About(  # the speech of nearly three hours
            "How much speech is kept for the next run; the oldest is dropped first. 0 keeps nothing.",
            unit="MB",
            least=0,
            group="running",
        ),
    )

    @property
    def target(self) -> MasterTarget:
        """What is asked of the level and the ends of the recording."""
        return master_target(self.loudness)


class OptionFields(TypedDict, total=False):
    """The fields of `Options` as keywords of a function: `**fields: Unpack[OptionFields]`.

    Python cannot derive it from the dataclass yet; a test compares the two.
    """

    quotes: Quotes
    labels: Labels
    captions: Captions
    everything: bool
    chimes: bool
    brief: bool
    disclose: bool
    language: str | None
    strict: bool
    cast: str | None
    people: StrPath | None
    engine: str | None
    rate: float
    pitch: float
    pauses: float
    corrections: StrPath | None
    lexicons: Sequence[StrPath]
    private_addresses: PrivateAddresses | None
    format: StreamFormat | None
    loudness: str | float
    preset: Preset
    bitrate: int | None
    sample_rate: int | None
    cover: str
    words: bool
    assets: bool
    check: bool
    model: str
    threshold: float
    jobs: int | None
    cache_size: int
