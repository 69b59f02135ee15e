"""Which speaker gets which voice of a cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from narrate.casting.naming import recognized
from narrate.errors import CastError
from narrate.languages import primary
from narrate.model import Cast, EngineVoice, KnownPerson, Speaker, Voice

Key = TypeVar("Key")
Before = TypeVar("Before")
After = TypeVar("After")

POOLS = ("f", "m", "unknown")


def cast_of_engine(engine: str, offered: Sequence[EngineVoice]) -> Cast:
    """Make a cast of an engine's own voices: the first one narrates, the others are quoted."""
    voices = _installed_voices(engine, offered)
    if not voices:
        raise CastError("the engine has no voices", engine, "see `narrate voices`")
    narrator, others = voices[0], voices[1:]
    pools = _pools(_of_language(narrator.language, others) or [narrator])
    return Cast(engine, {"narration": narrator}, pools)


def _installed_voices(engine: str, offered: Sequence[EngineVoice]) -> list[Voice]:
    return [_voice_of(engine, each) for each in offered if each.installed]


def _of_language(language: str, voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if primary(voice.language) == primary(language)]


def _voice_of(engine: str, offered: EngineVoice) -> Voice:
    return Voice(offered.name, engine, offered.name, language=offered.language, gender=offered.gender)


def _pools(voices: Sequence[Voice]) -> dict[str, tuple[Voice, ...]]:
    """The voices by gender."""
    pools: dict[str, list[Voice]] = {pool: [] for pool in POOLS}
    for voice in voices:
        pools[voice.gender or "unknown"].append(voice)
    return {pool: tuple(members) for pool, members in pools.items()}


def adjusted(cast: Cast, rate: float = 1.0, pitch: float = 0.0) -> Cast:
    """The same cast, speaking `rate` times as fast and `pitch` semitones higher."""

    def changed(voice: Voice) -> Voice:
        return replace(voice, rate=voice.rate * rate, pitch=voice.pitch + pitch)

    def all_changed(voices: Iterable[Voice]) -> tuple[Voice, ...]:
        return tuple(map(changed, voices))

    return replace(
        cast,
        roles=_mapped(changed, cast.roles),
        pools=_mapped(all_changed, cast.pools),
        people=_mapped(changed, cast.people),
        voices=_mapped(changed, cast.voices),
    )


def _mapped(change: Callable[[Before], After], values: Mapping[Key, Before]) -> dict[Key, After]:
    """The same keys, with changed values."""
    return {key: change(value) for key, value in values.items()}


def assign(
    cast: Cast,
    speakers: Iterable[Speaker],
    memory: Sequence[KnownPerson] = (),
    given: Sequence[KnownPerson] = (),
    before: Mapping[str, Voice] = MappingProxyType({}),
) -> dict[str, Voice]:
    """Give every speaker a voice, by name, in order of appearance.

    Somebody who is known gets the voice that is known to be theirs: by `given`, what is said of this article;
    by `memory`, what earlier articles had; then by the cast, whose reserved voices nobody else gets. Others
    keep the voices of `before`, without what is `given`, so that one correction does not change all voices.
    All others get the next free voice of the pool of their gender, then of the neutral pool; one of unknown
    gender gets a neutral voice, then whichever is free. Only when none of these is left are voices shared,
    those first that the fewest of `memory` have. Nobody gets a voice of the other gender.
    """
    speakers = list({speaker.name: speaker for speaker in speakers}.values())
    settled = known_voices(cast, speakers, memory, given)
    settled |= _kept(speakers, settled, before)
    remembered = Counter(person.voice for person in memory)
    taken = Counter(voice.name for voice in settled.values())
    voices: dict[str, Voice] = {}
    for speaker in speakers:
        voice = settled.get(speaker.name)
        if voice is None:
            choice = _choice(cast, speaker)
            voice = min(choice, key=lambda each: (taken[each.name], remembered[name_in_file(each)]))
            taken[voice.name] += 1
        voices[speaker.name] = voice
    return voices


def _kept(
    speakers: Iterable[Speaker], known: Mapping[str, Voice], before: Mapping[str, Voice]
) -> dict[str, Voice]:
    """The voices that speakers had before who are not known, as far as nobody who is known has them now."""
    gone = {voice.name for voice in known.values()}
    others = [each for each in speakers if each.name in before and each.name not in known]
    suited = [each for each in others if _suits(before[each.name], each)]
    return {each.name: before[each.name] for each in suited if before[each.name].name not in gone}


def _suits(voice: Voice, speaker: Speaker) -> bool:
    """Whether a voice is not of the other gender."""
    return None in (voice.gender, speaker.gender) or voice.gender == speaker.gender


def known_voices(
    cast: Cast, speakers: Sequence[Speaker], memory: Sequence[KnownPerson], given: Sequence[KnownPerson]
) -> dict[str, Voice]:
    """The voices of those who are known, as far as the cast has them, by the speakers' names."""
    available = voices_by_name(cast)
    found: dict[str, Voice] = {}
    for people in (reserved_people(cast), memory, given):  # the last one that says a voice counts
        for name, person in recognized(speakers, people).items():
            voice = available.get(person.voice or "")
            if voice is not None:
                found[name] = voice
    return found


def reserved_people(cast: Cast) -> list[KnownPerson]:
    """The people for whom a cast reserves voices."""
    return [
        KnownPerson(name, name_in_file(voice), voice.gender, tuple(cast.aliases.get(name, ())))
        for name, voice in cast.people.items()
    ]


def voices_by_name(cast: Cast) -> dict[str, Voice]:
    """Every voice of a cast, by the name that its file has for it."""
    voices = [*cast.voices.values(), *cast.roles.values(), *chain.from_iterable(cast.pools.values())]
    voices += cast.people.values()
    return {name_in_file(voice): voice for voice in voices}


def name_in_file(voice: Voice) -> str:
    """What the cast file calls a voice, whichever one speaks for it here."""
    return voice.instead_of or voice.name


def _choice(cast: Cast, speaker: Speaker) -> list[Voice]:
    """The voices for a speaker's gender that nobody has reserved, the best first; else the narrator's."""
    pools = ("unknown", "f", "m") if speaker.gender is None else (speaker.gender, "unknown")
    suitable = chain.from_iterable(cast.pools.get(pool, ()) for pool in pools)
    reserved = {voice.name for voice in cast.people.values()}
    free = [voice for voice in suitable if voice.name not in reserved]
    return free or [cast.roles["narration"]]
