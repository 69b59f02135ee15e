"""A second take of what a recogniser does not understand.

It only helps with engines that do not speak alike twice; of the others, faults are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from threading import Lock

import numpy as np
from lxml import etree

from narrate.cache import keep, speak_anew
from narrate.engines import Engine, Varying
from narrate.engines.around import EngineAround
from narrate.engines.pool import EnginePool
from narrate.model import Speech, Voice
from narrate.options import Options
from narrate.pipeline.comparing import sounds_of, spoken_forms_of
from narrate.proofing.hearing import Listener
from narrate.proofing.passages import Passage, script_words
from narrate.proofing.recognizer import Recognizer, Whisper
from narrate.proofing.recording import RATE, Recording
from narrate.waves import converted


def retaking(
    engines: Mapping[str, Engine], engine_pool: EnginePool, options: Options, language: str
) -> dict[str, Engine]:
    """The engines; with `check`, those that vary speak once more what is not understood.

    Raises RecognizerError, before anything is spoken.
    """
    varying = [name for name in engines if isinstance(engine_pool[name], Varying)]
    if not options.check or not varying:
        return dict(engines)
    ear = Ear(Whisper(options.model, language), language)
    checked = dict(engines)
    for name in varying:
        checked[name] = Retaking(engines[name], ear)
    return checked


class Ear:
    """Tells how much of a take is misheard, in one thread at a time."""

    def __init__(self, recognizer: Recognizer, language: str) -> None:
        self._recognizer = recognizer
        self._sounds = sounds_of(language)
        self._spoken_forms = spoken_forms_of(language)
        self._lock = Lock()

    def misheard(self, text: str, take: Speech) -> int:
        """How many words of a text do not fit in two hearings."""
        words = script_words([Passage(0, text, self._spoken_forms(text), 0)])
        if not words:
            return 0
        samples = converted(take.samples, take.sample_rate, RATE)
        whole = np.clip(np.rint(samples * 32768), -32768, 32767).astype(np.int16)
        with self._lock:
            listener = Listener(Recording(whole), self._recognizer, self._sounds, self._spoken_forms)
            heard = listener.listen(words)
        return sum(doubt.suspect.size for doubt in heard.doubts)


class Retaking(EngineAround):
    """An engine that speaks a document again, past the cache, if the first take is not understood."""

    def __init__(self, engine: Engine, ear: Ear) -> None:
        super().__init__(engine)
        self._ear = ear

    def synthesize(self, ssml: str, voice: Voice) -> Speech:
        """The better of at most two takes; that one is in the cache, too."""
        take = self._engine.synthesize(ssml, voice)
        text = " ".join("".join(_said(etree.fromstring(ssml.encode()))).split())
        misheard = self._ear.misheard(text, take)
        if not misheard:
            return take
        other = speak_anew(self._engine, ssml, voice)
        if self._ear.misheard(text, other) >= misheard:
            return take
        keep(self._engine, ssml, voice, other)
        return other


def _said(element: etree._Element) -> Iterator[str]:
    """The text of an SSML element, with what is said in place of it."""
    alias = element.get("alias")
    if alias is not None:
        yield alias
    else:
        yield element.text or ""
        for child in element:
            yield from _said(child)
            yield child.tail or ""
