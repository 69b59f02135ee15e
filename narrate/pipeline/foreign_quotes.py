"""Quotations in another language than the article: marked, and spoken by a voice of theirs where one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from narrate import engines, quotation
from narrate.engines.pool import EnginePool
from narrate.errors import NarrateError
from narrate.model import EngineVoice, Mark, Script, Utterance, Voice
from narrate.pipeline.languages import speaks


def in_their_languages(script: Script, engine_pool: EnginePool, only: str | None = None) -> Script:
    """The script, with the language marked of each quotation that is not in the article's.

    One that its voice does not speak gets a voice of an engine that does, if one is installed: of the same
    engine and of the speaker's gender before others. `only`: the one engine that was asked for. A note says
    which.
    """
    voices = _Voices(engine_pool, only)
    utterances = tuple(_in_its_language(each, script, voices) for each in script.utterances)
    return replace(script, utterances=utterances, notes=(*script.notes, *voices.notes()))


def _in_its_language(utterance: Utterance, script: Script, voices: _Voices) -> Utterance:
    if utterance.role != "quote":
        return utterance
    language = quotation.other_language(utterance.text, script.article.language)
    if language is None:
        return utterance
    mark = Mark("lang", 0, len(utterance.text), language, origin="quotation")
    voice = voices.of(utterance.voice, language)
    return replace(utterance, voice=voice, marks=(mark, *utterance.marks))


class _Voices:
    """Who speaks which language, the same for the same speaker."""

    def __init__(self, engine_pool: EnginePool, only: str | None) -> None:
        self._engine_pool = engine_pool
        self._names = engines.names() if only is None else [only]
        self._given: dict[tuple[str, str], Voice] = {}

    def of(self, voice: Voice, language: str) -> Voice:
        """The voice itself if it speaks the language, or if none does; else one that does."""
        if speaks(voice.language, language):
            return voice
        key = (voice.name, language)
        if key not in self._given:
            self._given[key] = self._chosen(voice, language)
        return self._given[key]

    def notes(self) -> Iterator[str]:
        """A line for each language that other voices speak."""
        engines_of = {language: voice.engine for (_, language), voice in self._given.items()}
        for language, engine in engines_of.items():
            if self._is_spoken(language):
                yield f"quotations in {language!r} are spoken by voices of {engine}"
            else:
                yield f"quotations in {language!r} have no voice here that speaks it: the usual ones do"

    def _is_spoken(self, language: str) -> bool:
        """Whether one of the voices that were given for a language speaks it."""
        given = [voice for (_, other), voice in self._given.items() if other == language]
        return any(speaks(voice.language, language) for voice in given)

    def _chosen(self, voice: Voice, language: str) -> Voice:
        for engine in dict.fromkeys((voice.engine, *self._names)):
            offered = [] if engine == "tone" else self._offered(engine, language)
            found = self._least_given(offered, engine, voice)
            if found is not None:
                return _as_voice(found, engine, voice)
        return voice

    def _least_given(self, offered: list[EngineVoice], engine: str, voice: Voice) -> EngineVoice | None:
        """Of those of the speaker's gender, or else of all, the one that fewest have."""
        suiting = [each for each in offered if each.gender == voice.gender] or offered
        given = Counter((each.engine, each.engine_voice) for each in self._given.values())
        return min(suiting, key=lambda each: given[engine, each.name], default=None)

    def _offered(self, engine: str, language: str) -> list[EngineVoice]:
        """The installed voices of an engine that speak a language."""
        try:
            voices = self._engine_pool[engine].voices()
        except NarrateError:  # not installed, or not set up
            return []
        return [voice for voice in voices if voice.installed and speaks(voice.language, language)]


def _as_voice(offered: EngineVoice, engine: str, voice: Voice) -> Voice:
    """An engine's voice as fast and as loud as the voice that it speaks for."""
    name = f"{voice.name} ({offered.name})"
    return replace(
        voice,
        name=name,
        engine=engine,
        engine_voice=offered.name,
        language=offered.language,
        gender=offered.gender or voice.gender,
        formant=1.0,
        pitch=0.0,
    )
