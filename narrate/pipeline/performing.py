"""Speaking a script: each utterance becomes SSML, then sound, several utterances at a time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from narrate import mixing, ssml
from narrate.cache import Store, cached
from narrate.cores import cores
from narrate.engines import Engine
from narrate.engines.common.estimating import with_words
from narrate.engines.pool import EnginePool
from narrate.errors import NarrateError, SynthesisError
from narrate.model import Script, Speech, Utterance
from narrate.pipeline.concurrency import ordered_map
from narrate.pipeline.sounds import sound

LONGEST_EXTRACT = 60  # characters of an utterance in a message

Performed = tuple[Utterance, Speech]
"""What was said, with the voice as it was used, and how it sounds."""


def performed(
    script: Script, mixer: mixing.Mixer, sample_rate: int, engines: Mapping[str, Engine], jobs: int | None
) -> Iterator[Performed]:
    """Speak every utterance and level it, `jobs` at a time; they come in the script's order.

    `sample_rate` is the master's, in Hz. Raises SynthesisError, which names the utterance.
    """

    def perform(utterance: Utterance) -> Performed:
        with _naming(utterance):
            played = sound(utterance, script.folder, sample_rate)
            spoken, speech = played or _spoken(utterance, engines)
            return spoken, mixer.levelled(spoken, speech)

    return ordered_map(perform, script.utterances, jobs or cores())


def engines_of(script: Script, engine_pool: EnginePool, store: Store | None) -> dict[str, Engine]:
    """The engines that a script needs, each with the cache before it."""
    names = sorted({utterance.voice.engine for utterance in script.utterances})
    return {name: cached(engine_pool[name], store) for name in names}


def _spoken(utterance: Utterance, engines: Mapping[str, Engine]) -> Performed:
    engine = engines[utterance.voice.engine]
    document = ssml.utterance_document(utterance)
    speech = engine.synthesize(ssml.lower(document, engine.honours), utterance.voice)
    if "sub" not in engine.honours:
        # Aliases stood in the text that it got, so its characters are not those that were written.
        speech = replace(speech, words=())
    return utterance, with_words(speech, document)


@contextmanager
def _naming(utterance: Utterance) -> Iterator[None]:
    """Say which utterance could not be spoken."""
    try:
        yield
    except SynthesisError as error:
        raise _failure(utterance, str(error)) from error
    except NarrateError:
        raise
    except Exception as error:
        raise _failure(utterance, repr(error)) from error


def _failure(utterance: Utterance, cause: str) -> SynthesisError:
    problem = f"{utterance.voice.engine} could not speak utterance {utterance.index}"
    extract = textwrap.shorten(utterance.text, LONGEST_EXTRACT)
    remedy = f"{cause}; nothing was written; try another voice or --engine"
    return SynthesisError(problem, extract, remedy)
