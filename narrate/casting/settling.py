"""A cast as it can speak here: voices that are not here are replaced, and those left open are chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from narrate.languages import primary
from narrate.model import Cast, EngineVoice, Role, Voice

Key = TypeVar("Key")

Offers = Callable[[str], Sequence[EngineVoice]]
"""An engine's voices by its name, the default first; none where it is not installed."""


def settle(cast: Cast, offers: Offers) -> Cast:
    """Choose a voice for everybody who has none, or whose voice is not here.

    A voice with an empty `engine_voice` becomes the engine's next one of its gender and language; one that
    has fallbacks and is not here becomes the first of them that is, and says whom it stands for. Who can
    not be had otherwise either is left out, but for the narrator: its engine will say how to get it.
    """
    return _Settling(cast, offers).cast()


class _Settling:
    def __init__(self, cast: Cast, offers: Offers) -> None:
        self._cast = cast
        self._offers = offers
        self._settled: dict[str, Voice | None] = {}
        self._taken: set[tuple[str, str]] = set()

    def cast(self) -> Cast:
        """The cast with the voices that are here."""
        cast = self._cast
        return replace(
            cast,
            roles={**self._narration(), **self._here_of(cast.roles)},
            people=self._here_of(cast.people),
            pools={pool: self._pool(voices) for pool, voices in cast.pools.items()},
            voices=self._here_of(cast.voices),  # last: what nobody has yet takes no voice from the others
        )

    def _narration(self) -> dict[Role, Voice]:
        """The narrator, who stays even if the voice is not here."""
        narrator = self._cast.roles.get("narration")
        return {} if narrator is None else {"narration": narrator}

    def _here_of(self, voices: Mapping[Key, Voice]) -> dict[Key, Voice]:
        """Those who can be had, each with the voice that is here."""
        settled = {key: self._voice(voice) for key, voice in voices.items()}
        return {key: voice for key, voice in settled.items() if voice is not None}

    def _pool(self, voices: Sequence[Voice]) -> tuple[Voice, ...]:
        """Nobody twice: who stands for another one does not wait in the pool, too."""
        pool: dict[str, Voice] = {}
        for found in filter(None, map(self._voice, voices)):
            pool.setdefault(found.name, found)
        return tuple(pool.values())

    def _voice(self, voice: Voice) -> Voice | None:
        """The voice that is here for a voice of the cast, always the same."""
        if voice.name not in self._settled:
            self._settled[voice.name] = self._chosen(voice)
        return self._settled[voice.name]

    def _chosen(self, voice: Voice) -> Voice | None:
        """The voice itself if it is here, else the first of its fallbacks that is."""
        fallbacks = self._cast.fallbacks.get(voice.name, ())
        if voice.engine_voice and not fallbacks:
            return voice
        return self._here(voice) or self._fallback(voice, fallbacks)

    def _fallback(self, voice: Voice, fallbacks: Sequence[Voice]) -> Voice | None:
        here = filter(None, map(self._here, fallbacks))
        found = next(here, None)
        return None if found is None else replace(found, instead_of=voice.name)

    def _here(self, voice: Voice) -> Voice | None:
        """The voice as its engine has it, or None if it has not."""
        installed = [offered for offered in self._offers(voice.engine) if offered.installed]
        if not voice.engine_voice:
            return self._next_free(voice, installed)
        is_here = voice.engine_voice in {offered.name for offered in installed}
        return voice if is_here else None

    def _next_free(self, voice: Voice, installed: Sequence[EngineVoice]) -> Voice | None:
        """The engine's first voice that suits and that nobody has, which nobody else gets from now on."""
        found = next((each for each in installed if self._is_free(each, voice)), None)
        if found is None:
            return None
        self._taken.add((voice.engine, found.name))
        return replace(
            voice,
            engine_voice=found.name,
            language=found.language,
            gender=voice.gender or found.gender,
        )

    def _is_free(self, offered: EngineVoice, voice: Voice) -> bool:
        return (voice.engine, offered.name) not in self._taken and _suits(offered, voice)


def _suits(offered: EngineVoice, voice: Voice) -> bool:
    """Whether an engine's voice has the language and the gender that are asked for."""
    if voice.gender not in (None, offered.gender):
        return False
    return primary(offered.language) == primary(voice.language)
