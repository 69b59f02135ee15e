"""Which voice everybody has who is quoted, and what is remembered of them for the next article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from narrate import casting, direction
from narrate.model import Cast, KnownPerson, Quotation, Voice
from narrate.options import StrPath

NONE = "none"
"""The value of the option `people` with which nobody is remembered."""


@dataclass(frozen=True, slots=True)
class Casting:
    """What came of casting the people of an article."""

    quotations: list[Quotation]
    """With the genders that are known of the speakers."""
    voices: dict[str, Voice]
    """By the speakers' names."""
    notes: tuple[str, ...]


def people_file(option: StrPath | None, folder: Path | None) -> Path | None:
    """Where people are remembered: the file that was asked for, or the one beside the article."""
    if option is not None:
        return None if option == NONE else Path(option)
    beside = folder and folder / casting.PEOPLE
    return beside if beside and beside.exists() else None


def cast_people(
    cast: Cast,
    quotations: Sequence[Quotation],
    *,
    given: Sequence[KnownPerson] = (),
    memory: Path | None = None,
    remembers: bool = False,
) -> Casting:
    """Give every speaker a voice.

    `given`: what is said of the people of this article; `memory`: the file in which people are remembered, to
    which those who are new are added with `remembers`. Raises CastError for a mistake in it.
    """
    with _shared(memory if remembers else None):
        remembered = casting.load_people(memory) if memory else ()
        people = [*given, *remembered]
        quotations = casting.with_known_genders(quotations, people)
        speakers = direction.voiced_speakers(quotations)
        voices = casting.assign(cast, speakers, remembered, given)
        if memory and remembers:
            casting.remember(memory, casting.newcomers(cast, speakers, voices, remembered))
    notes = [*casting.notes_on_cast(cast, speakers, voices)]
    notes += casting.notes_on_people(cast, speakers, voices, people)
    return Casting(quotations, voices, tuple(notes))


@contextmanager
def _shared(memory: Path | None) -> Iterator[None]:
    """Keep other runs from giving voices in the meantime, so that all give a person the same one."""
    if memory is None:
        yield
        return
    with casting.locked(memory):
        yield
