"""The people of a document, told once in its metadata: who they are, and with which voice they speak.

The body names the voice of every utterance, since any SSML processor has to understand it. So that one change
is enough, each utterance is told with its speaker and with the voice that the body has for it: what then
differs is what somebody has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from narrate.model import Gender, Speaker, Utterance

GENDERS: Mapping[str, Gender] = {"f": "f", "m": "m"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a document."""

    speaker: Speaker
    voice: str | None
    """The voice's name; None if it is not the same in all of their utterances."""


def people_of(utterances: Iterable[Utterance]) -> Iterator[Person]:
    """Everybody who is quoted, in order of appearance."""
    voices: dict[Speaker, set[str]] = {}
    for utterance in utterances:
        if utterance.speaker is not None:
            voices.setdefault(utterance.speaker, set()).add(utterance.voice.name)
    for speaker, names in voices.items():
        yield Person(speaker, names.pop() if len(names) == 1 else None)


def said_of(person: Person) -> dict[str, str | None]:
    """A person as attributes; None for what is not known."""
    speaker = person.speaker
    return {"name": speaker.name, "gender": speaker.gender, "title": speaker.title, "voice": person.voice}


def person_of(attributes: Mapping[str, str]) -> Person:
    """The person that attributes tell of, `name` among them."""
    gender = GENDERS.get(attributes.get("gender", ""))
    speaker = Speaker(attributes["name"], gender, attributes.get("title"))
    return Person(speaker, attributes.get("voice"))
