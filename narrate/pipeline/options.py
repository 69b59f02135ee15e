"""Everything that can be asked of a narration."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import get_args

from narrate import cache
from narrate.direction import Captions, Directions, Quotes
from narrate.errors import UserError
from narrate.formats import WriterOptions
from narrate.formats.presets import Preset, writer_options
from narrate.mixing import MasterTarget, master_target

StrPath = str | os.PathLike[str]
CHOICES = {"quotes": get_args(Quotes), "captions": get_args(Captions), "preset": get_args(Preset)}
RANGES = {
    "rate": (0.5, 3.0), "pauses": (0.0, 4.0), "pitch": (-12.0, 12.0), "jobs": (1, inf), "cache_size": (0, inf)
}  # fmt: skip
"""The least and the most of each, as in the command."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that can be asked of a narration."""

    cast: str | None = None
    """Name of a shipped cast or path of a .toml file; None: the engine's own, or "default"."""
    engine: str | None = None
    """Registry key; None: as the cast says."""
    quotes: Quotes = "voice"
    """In voices of their own, in these between soft tones, announced by "quote" and "end quote", or as all
    other text."""
    captions: Captions = "describe"
    """With their credits, without, or not at all."""
    everything: bool = False
    """Speak what is not part of the article, too."""
    rate: float = 1.0
    """1.0 is normal and 2.0 twice as fast; 0.5 to 3."""
    jobs: int | None = None
    """Utterances spoken at a time; None: the cores that this process may use."""
    loudness: str | float = "podcast"
    """Of the master: LUFS, or the name of a preset (podcast, mono-podcast, broadcast, acx)."""
    chimes: bool = False
    """Begin every chapter but the first with a short sound."""
    brief: bool = False
    """Leave out the sentence that says where the article is from, and how long it takes."""
    disclose: bool = False
    """Say, too, that the voices are synthetic."""
    pauses: float = 1.0
    """Length of the pauses: 2.0 twice as long, 0 none; 0 to 4."""
    pitch: float = 0.0
    """Semitones by which every voice is higher; -12 to 12."""
    preset: Preset = "podcast"
    """How large and how good coded audio is: as directories ask for, small, or for archives."""
    bitrate: int | None = None
    """kbit/s of coded audio; None: the preset's."""
    sample_rate: int | None = None
    """Hz of coded audio; None: the preset's."""
    cover: str = "made"
    """`made` from the title, `none`, `article` (its own picture), or the path of a picture."""
    words: bool = False
    """Give the time of every word in captions and books, too."""
    assets: bool = False
    """Put the sound of a page (.html) beside it (.sound.mp3), and not into it."""
    format: str | None = None
    """wav, mp3, opus or flac: what is sent to standard output; None where nothing is."""
    cache_size: int | None = None
    """MB that may be kept of what engines have said; 0: nothing is looked up or kept; None: 1000."""
    lexicons: Sequence[StrPath] = ()
    """PLS files with pronunciations; they go before those of the user's folder, and these before ours."""

    def __post_init__(self) -> None:
        """Raise UserError for a value that means nothing, before any work is done."""
        for name, known in CHOICES.items():
            if getattr(self, name) not in known:
                raise UserError(f"no such {name}", getattr(self, name), "one of " + ", ".join(known))
        for name, (low, high) in RANGES.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                remedy = f"{low:g} or more" if high == inf else f"{low:g} to {high:g}"
                raise UserError(f"no such {name.replace('_', ' ')}", value, remedy)

    @property
    def directions(self) -> Directions:
        """What of this concerns the script."""
        return Directions(self.quotes, self.captions, self.everything, self.chimes, self.brief, self.disclose)

    def store(self) -> cache.Store | None:
        """Where speech is kept, or None."""
        size = cache.DEFAULT_SIZE if self.cache_size is None else self.cache_size
        return cache.Store(cache.folder(), size * 1_000_000) if size else None

    @property
    def target(self) -> MasterTarget:
        """The master's loudness. Raises OutputError for what is none."""
        return master_target(self.loudness)

    def writer_options(self, path: Path) -> WriterOptions:
        """What of this concerns the output `path`."""
        chosen = writer_options(path, self.preset, self.bitrate, self.sample_rate)
        return replace(chosen, words=self.words, assets=self.assets, memory=self.store())
