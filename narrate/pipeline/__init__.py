"""The order of the work. No other module knows it.

1. read       the article is read and cut into blocks (reading)
2. find       its quotations and their speakers are found (quotation)
3. cast       every speaker is given a voice (casting)
4. direct     the script is written: who says what, with which pauses, in which chapter (direction)
5. annotate   sentences are marked, what is said otherwise than it is written, and the words that a
              pronunciation lexicon knows (speaking)
6. mark up    every utterance becomes an SSML document, lowered to what its engine can do (ssml)
7. speak      engines speak the documents, and the speech is levelled, several at a time (engines, mixing)
8. mix        in order, it is joined; cues and chapters get their times (mixing)
9. write      every output is encoded while the next utterances are spoken (formats)

A document that is SSML already takes the place of steps 1 and 2, and is cast and annotated (`marked_up`).
Steps 6 to 9 stream: nothing holds the whole sound.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from narrate import casting, direction, formats, mixing, speaking, ssml
from narrate.cache import cached
from narrate.casting import load_cast
from narrate.cores import cores
from narrate.direction import Directions
from narrate.engines import DEFAULT
from narrate.engines.common.estimating import with_words
from narrate.engines.pool import EnginePool
from narrate.errors import NarrateError, SourceError, SynthesisError
from narrate.measuring import Measurement, measured
from narrate.model import Article, Cast, Narration, Script, Speech, Utterance
from narrate.pipeline.articles import article_of, read
from narrate.pipeline.artwork import cover_of
from narrate.pipeline.auditions import clip_path, introduction
from narrate.pipeline.concurrency import ordered_map
from narrate.pipeline.languages import warnings
from narrate.pipeline.marked_up import is_ssml, sound, ssml_script
from narrate.pipeline.options import Options, StrPath
from narrate.pipeline.outputs import PIPE, checked_outputs, default_output, open_pipe, slug
from narrate.pipeline.pitches import out_of_reach
from narrate.pipeline.pronunciation import load_lexicon, named_lexicons
from narrate.pipeline.recording import Recording
from narrate.pipeline.roster import available_voices, choose_cast, voices_of
from narrate.quotation import find_quotations
from narrate.reading import fetch
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
    "slug",
    "spoken",
    "write_script",
]

Progress = Callable[[int, int], None]
"""Called with the number of utterances done and in all."""
SAMPLE_RATE = 24_000
"""Hz, of the master: the default engine's, so that it is not resampled."""


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
    unknown option, and BrokenPipeError where standard output is no longer read.
    """
    chosen = Options(**options)
    named = checked_outputs(source, outputs, chosen)
    with EnginePool() as engine_pool:
        _prepare(chosen, engine_pool)
        script = _script(source, chosen, engine_pool)
        paths = named or [default_output(script.article)]
        files = {path: chosen.writer_options(path) for path in paths if path != PIPE}
        streams = [open_pipe(chosen, SAMPLE_RATE)] if PIPE in paths else []
        with Recording(files, SAMPLE_RATE, streams) as recording:
            narration = _produce(script, recording, engine_pool, chosen, progress)
    return Production(narration, tuple(files), chosen.target.integrated)


def play(source: StrPath, *, progress: Progress | None = None, **options: Any) -> Production:
    """Read the article `source` and play it through the loudspeaker; arguments as for `narrate`.

    Raises OutputError where there is no sound device.
    """
    from narrate.playback import Player

    chosen = Options(**options)
    with EnginePool() as engine_pool, closing(Player(SAMPLE_RATE)) as player:
        _prepare(chosen, engine_pool)
        script = _script(source, chosen, engine_pool)
        # Innermost, so that after Ctrl-C nobody waits for what would still be played.
        with Recording({}, SAMPLE_RATE, [player]) as recording, closing(player):
            narration = _produce(script, recording, engine_pool, chosen, progress)
            return Production(narration, (), chosen.target.integrated)


def audition(folder: StrPath, cast: str | None = None, engine: str | None = None) -> list[Path]:
    """Write a clip of every voice of a cast, or of an engine's own, into `folder`, and return their paths.

    In it the voice says who it is; its file has its name. Raises NarrateError.
    """
    with EnginePool() as engine_pool:
        chosen = choose_cast(cast, engine, engine_pool)
        clips = {clip_path(Path(folder), voice): introduction(voice, chosen) for voice in voices_of(chosen)}
        for path, script in clips.items():
            options = Options(cover="none")
            with Recording({path: options.writer_options(path)}, SAMPLE_RATE) as recording:
                _produce(script, recording, engine_pool, options, None)
    return list(clips)


def measurements(production: Production) -> Iterator[tuple[Path, Measurement, float]]:
    """Every audio file that was made, what a meter reads in it, and the loudness in LUFS that was wanted."""
    for path in production.outputs:
        if formats.is_audio(path):
            yield path, measured(path), production.loudness


def write_script(source: StrPath, **options: Any) -> Script:
    """Read the article `source` and return its script; arguments as for `narrate`."""
    with EnginePool() as engine_pool:
        return _script(source, Options(**options), engine_pool)


def direct(
    article: Article,
    cast: Cast,
    directions: Directions = Directions(),  # noqa: B008 (frozen)
    lexicons: Sequence[StrPath] = (),
    pauses: float = 1.0,
) -> Script:
    """Steps 2 to 5: find who is quoted, give out the voices of `cast`, and write the script.

    Words are said as the PLS files `lexicons` and the standing ones know them; `pauses` is how many times as
    long as usual the pauses are. Raises LexiconError.
    """
    lexicon = load_lexicon(lexicons)
    quotations = find_quotations(article.source, direction.quoted_spans(article))
    voices = casting.assign(cast, direction.voiced_speakers(quotations))
    script = direction.direct(article, quotations, cast, voices, directions)
    annotated = (speaking.annotate(utterance, lexicon) for utterance in script.utterances)
    return replace(script, utterances=tuple(direction.paced(utterance, pauses) for utterance in annotated))


def _prepare(options: Options, engine_pool: EnginePool) -> None:
    """Let the narrator's voice be loaded while the article is read, where it is known already whose it is."""
    if options.engine in (None, DEFAULT):
        engine_pool.prepare(load_cast(options.cast or "default").roles["narration"])


def _script(source: StrPath, options: Options, engine_pool: EnginePool) -> Script:
    document = fetch(source)
    if is_ssml(document):
        script = ssml_script(
            document, choose_cast(options.cast, options.engine, engine_pool), options, engine_pool
        )
        return replace(script, notes=(*script.notes, *out_of_reach(script, engine_pool)))
    article = article_of(document)
    cast = choose_cast(options.cast, options.engine, engine_pool, article.language)
    cast = casting.adjusted(cast, options.rate, options.pitch)
    script = direct(article, cast, options.directions, options.lexicons, options.pauses / options.rate)
    script = replace(script, lexicons=named_lexicons(options.lexicons))
    if not script.utterances:
        raise SourceError("nothing in the article is to be spoken", article.title, "try --all")
    notes = (*script.notes, *warnings(article, cast, engine_pool), *out_of_reach(script, engine_pool))
    return replace(script, notes=notes)


def _produce(
    script: Script, recording: Recording, engine_pool: EnginePool, options: Options, progress: Progress | None
) -> Narration:
    """Steps 6 to 9: speak a script and record it."""
    mixer = mixing.Mixer(script, SAMPLE_RATE, options.target)
    draw = cover_of(script.article, options.cover)
    with ThreadPoolExecutor(1) as beside:
        drawn = beside.submit(draw) if recording.carries_cover() else None
        for utterance, speech in _performed(script, mixer, engine_pool, options):
            recording.write(mixer.add(utterance, speech))
            if progress:
                progress(utterance.index + 1, len(script.utterances))
        cues, chapters, length = mixer.finish()
        cover = drawn.result() if drawn else None
        narration = Narration(script, recording.master, SAMPLE_RATE, cues, chapters, length, cover)
        recording.finish(narration, options.target)
    return narration


def _performed(
    script: Script, mixer: mixing.Mixer, engine_pool: EnginePool, options: Options
) -> Iterator[tuple[Utterance, Speech]]:
    """Speak every utterance and level it, `options.jobs` at a time, in order."""
    names = sorted({u.voice.engine for u in script.utterances})
    store = options.store()
    engines = {name: cached(engine_pool[name], store) for name in names}

    def speak(utterance: Utterance) -> tuple[Utterance, Speech]:
        if played := sound(utterance, script.folder, SAMPLE_RATE):
            return played
        engine = engines[utterance.voice.engine]
        document = ssml.utterance_document(utterance)
        speech = engine.synthesize(ssml.lower(document, engine.honours), utterance.voice)
        # Where aliases stand in the text, its characters are not those that were written.
        timed = speech if "sub" in engine.honours else replace(speech, words=())
        return utterance, with_words(timed, document)

    def perform(utterance: Utterance) -> tuple[Utterance, Speech]:
        with _naming(utterance):
            played, speech = speak(utterance)
            return played, mixer.levelled(played, speech)

    return ordered_map(perform, script.utterances, options.jobs or cores())


@contextmanager
def _naming(utterance: Utterance) -> Iterator[None]:
    """Say which utterance it was that could not be spoken."""
    try:
        yield
    except Exception as error:
        if isinstance(error, NarrateError) and not isinstance(error, SynthesisError):
            raise
        problem = f"{utterance.voice.engine} could not speak utterance {utterance.index}"
        cause = str(error) if isinstance(error, SynthesisError) else repr(error)
        remedy = f"{cause}; nothing was written; try another voice or --engine"
        raise SynthesisError(problem, textwrap.shorten(utterance.text, 60), remedy) from error
