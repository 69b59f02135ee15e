"""A cast as it can speak here: voices that are not here are replaced, and those left open are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from narrate.languages import primary
from narrate.model import Cast, EngineVoice, Voice

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
        cast = self._cast
        return replace(
            cast,
            roles={
                role: self._voice(voice) or voice
                for role, voice in cast.roles.items()
                if self._voice(voice) or role == "narration"
            },
            people={name: found for name, voice in cast.people.items() if (found := self._voice(voice))},
            pools={pool: self._pool(voices) for pool, voices in cast.pools.items()},
        )

    def _pool(self, voices: Sequence[Voice]) -> tuple[Voice, ...]:
        """Nobody twice: who stands for another one does not wait in the pool, too."""
        pool: dict[str, Voice] = {}
        for found in filter(None, map(self._voice, voices)):
            pool.setdefault(found.name, found)
        return tuple(pool.values())

    def _voice(self, voice: Voice) -> Voice | None:
        if voice.name not in self._settled:
            self._settled[voice.name] = self._chosen(voice)
        return self._settled[voice.name]

    def _chosen(self, voice: Voice) -> Voice | None:
        fallbacks = self._cast.fallbacks.get(voice.name, ())
        if voice.engine_voice and not fallbacks:
            return voice
        for candidate in (voice, *fallbacks):
            if found := self._here(candidate):
                return found if candidate is voice else replace(found, instead_of=voice.name)
        return None

    def _here(self, voice: Voice) -> Voice | None:
        """The voice as its engine has it, or None where it has not."""
        offered = [each for each in self._offers(voice.engine) if each.installed]
        if voice.engine_voice:
            return voice if any(each.name == voice.engine_voice for each in offered) else None
        for each in offered:
            fits = primary(each.language) == primary(voice.language) and voice.gender in (None, each.gender)
            if fits and (voice.engine, each.name) not in self._taken:
                self._taken.add((voice.engine, each.name))
                gender = voice.gender or each.gender
                return replace(voice, engine_voice=each.name, language=each.language, gender=gender)
        return None
