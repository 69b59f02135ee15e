"""What a user is told of the voices that speakers were given: a line for each promise that was not kept."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from narrate.casting.assigning import name_in_file, reserved_people, voices_by_name
from narrate.casting.naming import recognized
from narrate.model import Cast, KnownPerson, Speaker, Voice
from narrate.toml_files import nearest

LISTED = 5
"""Names that a note lists; of more it gives the number."""
CROWD = 3
"""People with one voice, from which on a note says so, if there are other voices to choose from."""


def notes_on_cast(cast: Cast, speakers: Sequence[Speaker], voices: Mapping[str, Voice]) -> Iterator[str]:
    """Who is reserved a voice and is not quoted, and that voices are shared by many."""
    reserved = reserved_people(cast)
    found = {person.name for person in recognized(speakers, reserved).values()}
    unused = [person.name for person in reserved if person.name not in found]
    if unused:
        meant = _meant(unused, speakers)
        yield f"not quoted in the article, though the cast {cast.name} names them: {listed(unused)}{meant}"
    yield from _shared(cast, voices)


def notes_on_memory(
    cast: Cast, speakers: Sequence[Speaker], voices: Mapping[str, Voice], memory: Sequence[KnownPerson]
) -> Iterator[str]:
    """Which remembered voices the cast does not have, and where the cast reserves another one."""
    known = voices_by_name(cast)
    reserved = recognized(speakers, reserved_people(cast))
    for name, person in recognized(speakers, memory).items():
        yield from _unknown_voice(cast, person, name_in_file(voices[name]))
        if person.voice in known and name in reserved and reserved[name].voice != person.voice:
            other = reserved[name].voice
            yield f"{person.place}: {name} speaks as {person.voice}; the cast {cast.name} reserves {other}"


def notes_on_given(
    cast: Cast, speakers: Sequence[Speaker], voices: Mapping[str, Voice], given: Sequence[KnownPerson]
) -> Iterator[str]:
    """Which people of the corrections nobody is who is quoted, and which of their voices there are not."""
    found = recognized(speakers, given)
    for name, person in found.items():
        yield from _unknown_voice(cast, person, name_in_file(voices[name]))
    used = {person.name for person in found.values()}
    for person in given:
        if person.name not in used:
            problem = f"nobody is quoted who is called {person.name}"
            yield f"{person.place}: {problem}{_meant([person.name], speakers)}: the entry has no effect"


def _unknown_voice(cast: Cast, person: KnownPerson, speaks: str) -> Iterator[str]:
    known = voices_by_name(cast)
    if person.voice is not None and person.voice not in known:
        problem = f"the cast {cast.name} has no voice {person.voice!r} ({nearest(person.voice, known)})"
        yield f"{person.place}: {problem}: {person.name} speaks as {speaks}"


def listed(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def _meant(unused: Sequence[str], speakers: Sequence[Speaker]) -> str:
    """ " (Ida Holm: did you mean Ida Holme?)" for the first one that is nearly the name of a speaker."""
    quoted = [speaker.name for speaker in speakers]
    for name in unused[:LISTED]:
        close = difflib.get_close_matches(name, quoted, n=1, cutoff=0.8)
        if close:
            return f" ({name}: did you mean {close[0]}?)"
    return ""


def _shared(cast: Cast, voices: Mapping[str, Voice]) -> Iterator[str]:
    pooled = {voice.name for pool in cast.pools.values() for voice in pool}
    speakers = Counter(voice.name for voice in voices.values() if voice.name in pooled)
    if len(speakers) > 1 and max(speakers.values()) >= CROWD:
        yield (
            f"{speakers.total()} people share the {len(speakers)} voices of the cast {cast.name}: "
            "reserve voices under [people] for those who matter"
        )
