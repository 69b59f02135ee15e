"""What other parts of the package, and other programs, call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from narrate import formats
from narrate.casting import load_cast
from narrate.direction import Directions
from narrate.engines.pool import EnginePool
from narrate.errors import NarrateError
from narrate.measuring import Measurement, measured
from narrate.model import Article, Cast, Narration, Script
from narrate.pipeline.auditions import clip_path, introduction
from narrate.pipeline.drafting import annotated
from narrate.pipeline.from_article import draft_of_article, read
from narrate.pipeline.options import Options, StrPath
from narrate.pipeline.outputs import PIPE, checked_outputs, default_output, open_pipe
from narrate.pipeline.producing import SAMPLE_RATE, Progress, prepare, produce, script_of
from narrate.pipeline.recording import Recording
from narrate.pipeline.roster import available_voices, choose_cast, voices_of
from narrate.quotation import find_quotations
from narrate.speaking import sentences, spoken

__all__ = [
    "NarrateError",
    "Options",
    "Production",
    "audition",
    "available_voices",
    "direct",
    "find_quotations",
    "load_cast",
    "measurements",
    "narrate",
    "play",
    "read",
    "sentences",
    "spoken",
    "write_script",
]


@dataclass(frozen=True, slots=True)
class Production:
    """What came out."""

    narration: Narration
    """Its `master` file is gone by now."""
    outputs: tuple[Path, ...]
    loudness: float
    """LUFS that was asked for."""


def narrate(
    source: StrPath,
    outputs: StrPath | Sequence[StrPath] = (),
    *,
    progress: Progress | None = None,
    **options: Any,
) -> Production:
    """Read the article `source` ("-" is standard input) and write every one of `outputs`.

    The suffix of an output is its format; "-" is standard output, to which sound is sent while it is made,
    in the format `format`. With no outputs, `output/<slug of the title>.mp3` is written. Files appear when
    all is done, or not at all. `options` are the fields of Options. Raises NarrateError, TypeError for an
    unknown option, and BrokenPipeError if standard output is no longer read.
    """
    chosen = Options(**options)
    named = checked_outputs(source, outputs, chosen)
    with EnginePool() as engine_pool:
        prepare(chosen, engine_pool)
        script = script_of(source, chosen, engine_pool)
        paths = named or [default_output(script.article)]
        files = {path: chosen.writer_options(path) for path in paths if path != PIPE}
        streams = [open_pipe(chosen, SAMPLE_RATE)] if PIPE in paths else []
        with Recording(files, SAMPLE_RATE, streams) as recording:
            narration = produce(script, recording, engine_pool, chosen, progress)
    return Production(narration, tuple(files), chosen.target.integrated)


def play(source: StrPath, *, progress: Progress | None = None, **options: Any) -> Production:
    """Read the article `source` and play it through the loudspeaker; arguments as for `narrate`.

    Raises OutputError if there is no sound device.
    """
    from narrate.playback import Player

    chosen = Options(**options)
    with EnginePool() as engine_pool, closing(Player(SAMPLE_RATE)) as player:
        prepare(chosen, engine_pool)
        script = script_of(source, chosen, engine_pool)
        # Innermost, so that after Ctrl-C nobody waits for what would still be played.
        with Recording({}, SAMPLE_RATE, [player]) as recording, closing(player):
            narration = produce(script, recording, engine_pool, chosen, progress)
            return Production(narration, (), chosen.target.integrated)


def audition(folder: StrPath, cast: str | None = None, engine: str | None = None) -> list[Path]:
    """Write a clip of every voice of a cast, or of an engine's own, into `folder`, and return their paths.

    In its clip a voice says who it is; the file has its name. Raises NarrateError.
    """
    options = Options(cover="none")
    with EnginePool() as engine_pool:
        chosen = choose_cast(cast, engine, engine_pool)
        clips = {clip_path(Path(folder), voice): introduction(voice, chosen) for voice in voices_of(chosen)}
        for path, script in clips.items():
            with Recording({path: options.writer_options(path)}, SAMPLE_RATE) as recording:
                produce(script, recording, engine_pool, options)
    return list(clips)


def measurements(production: Production) -> Iterator[tuple[Path, Measurement, float]]:
    """Every audio file that was made, what a meter reads in it, and the loudness in LUFS that was wanted."""
    for path in production.outputs:
        if formats.is_audio(path):
            yield path, measured(path), production.loudness


def write_script(source: StrPath, **options: Any) -> Script:
    """Read the article `source` and return its script; arguments as for `narrate`."""
    with EnginePool() as engine_pool:
        return script_of(source, Options(**options), engine_pool)


def direct(
    article: Article,
    cast: Cast,
    directions: Directions = Directions(),  # noqa: B008 (frozen)
    lexicons: Sequence[StrPath] = (),
    pauses: float = 1.0,
) -> Script:
    """Find who is quoted in an article, give out the voices of `cast`, and write the script.

    Words are said as the PLS files `lexicons` and the standing ones know them; `pauses` is how many times as
    long as usual the pauses are. Raises LexiconError.
    """
    options = Options(
        quotes=directions.quotes,
        captions=directions.captions,
        everything=directions.everything,
        chimes=directions.chimes,
        brief=directions.brief,
        disclose=directions.disclose,
        lexicons=lexicons,
        pauses=pauses,
    )
    return annotated(draft_of_article(article, cast, options))
