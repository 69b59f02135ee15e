"""The order of the work. No other module knows it.

1. fetch      the document is fetched (reading)
2. draft      a front end makes a script of it: who says what, in which voice, with which pauses and chapters.
              An article is read and cut into blocks (reading, structure), its quotations and their speakers
              are found (quotation), every speaker is given a voice (casting), and all is put in order
              (direction); what a user has corrected is given to each of these (corrections): `from_article`.
              An SSML document says this itself, and its voices are chosen (ssml, casting): `from_ssml`
3. annotate   sentences are marked, what is said otherwise than it is written, and the words that a
              pronunciation lexicon knows (speaking). Then every character is accounted for (ledger)
4. mark up    every utterance becomes an SSML document, lowered to what its engine can do (ssml)
5. speak      engines speak the documents, and the speech is levelled, several at a time (engines, mixing)
6. mix        in order, it is joined; cues and chapters get their times (mixing)
7. write      every output is encoded while the next utterances are spoken (formats)

Steps 4 to 7 stream: nothing holds the whole sound.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from narrate import mixing
from narrate.cache import Store
from narrate.casting import load_cast
from narrate.engines import DEFAULT
from narrate.engines.pool import EnginePool
from narrate.model import Narration, Script
from narrate.options import Options, StrPath
from narrate.pipeline import from_article, from_ssml, roster
from narrate.pipeline.accounting import accounted
from narrate.pipeline.artwork import cover_of
from narrate.pipeline.drafting import annotated
from narrate.pipeline.performing import engines_of, performed
from narrate.pipeline.pitches import out_of_reach
from narrate.pipeline.recording import Recording
from narrate.pipeline.sayable import sayable
from narrate.pipeline.settings import store_of
from narrate.reading import fetch

Progress = Callable[[int, int], None]
"""Called with the number of utterances done and in all."""
SAMPLE_RATE = 24_000
"""Hz, of the master: the default engine's, so that it is not resampled."""


def prepare(options: Options, engine_pool: EnginePool) -> None:
    """Load the narrator's voice while the article is read, if it is known already whose it is."""
    if options.engine in (None, DEFAULT):
        cast = load_cast(options.cast or roster.DEFAULT)
        engine_pool.prepare(cast.roles["narration"])


def script_of(
    source: StrPath, options: Options, engine_pool: EnginePool, *, remembers: bool = False
) -> Script:
    """Steps 1 to 3: read a source and write its script. The people in it are remembered with `remembers`."""
    document = fetch(source, allow_private=options.private_addresses == "allow")
    if from_ssml.is_ssml(document):
        draft = from_ssml.draft(document, options, engine_pool)
    else:
        draft = from_article.draft(document, options, engine_pool, remembers=remembers)
    script = annotated(draft)
    script = accounted(script, options.strict)
    return replace(script, notes=(*script.notes, *out_of_reach(script, engine_pool)))


def produce(
    script: Script,
    recording: Recording,
    engine_pool: EnginePool,
    options: Options,
    progress: Progress | None = None,
) -> Narration:
    """Steps 4 to 7: speak a script and record it. Raises SourceError where no voice can say its letters."""
    script = sayable(script, engine_pool, options.strict)
    mixer = mixing.Mixer(script, SAMPLE_RATE, options.target)
    store = store_of(options)
    engines = engines_of(script, engine_pool, store)
    if options.check:
        from narrate.pipeline.retakes import retaking  # it needs an extra

        engines = retaking(engines, engine_pool, options, script.article.language)
    draw = cover_of(script.article, options.cover)
    with ThreadPoolExecutor(1) as beside:
        # Drawing takes a tenth of a second, in which speaking begins.
        drawn = beside.submit(draw if recording.carries_cover() else _no_cover)
        for utterance, speech in performed(script, mixer, SAMPLE_RATE, engines, options.jobs):
            recording.write(mixer.add(utterance, speech))
            if progress:
                progress(utterance.index + 1, len(script.utterances))
        cues, chapters, length = mixer.finish()
        narration = Narration(
            script, recording.master, SAMPLE_RATE, cues, chapters, length, cover=drawn.result()
        )
        recording.finish(narration, options.target)
    return _noting(narration, store)


def _noting(narration: Narration, store: Store | None) -> Narration:
    """With a note if nothing could be kept for the next run."""
    if store is None or not store.trouble:
        return narration
    script = narration.script
    note = f"the cache {store.folder} takes nothing ({store.trouble}): the next run begins from scratch; "
    note += "choose another folder with NARRATE_CACHE_DIR=FOLDER, or leave it out with --no-cache"
    return replace(narration, script=replace(script, notes=(*script.notes, note)))


def _no_cover() -> None:
    """For a recording in which nothing shows it."""
