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
class Memory:
    """Where people are remembered from one article to the next."""

    file: Path | None = None
    """None where nobody is remembered."""
    adds: bool = False
    """Whether the people of this article are added."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of an article."""

    found: Sequence[Quotation]
    """As they are without corrections."""
    corrected: Sequence[Quotation]


@dataclass(frozen=True, slots=True)
class Casting:
    """What came of casting the people of an article."""

    quotations: list[Quotation]
    """With the genders that are known of the speakers."""
    voices: dict[str, Voice]
    """By the speakers' names."""
    notes: tuple[str, ...]


def memory_for(option: StrPath | None, folder: Path | None, *, adds: bool = False) -> Memory:
    """The file that was asked for, or the one beside the article if there is one."""
    if option is not None:
        return Memory(None if option == NONE else Path(option), adds)
    beside = folder and folder / casting.PEOPLE
    return Memory(beside if beside and beside.exists() else None, adds)


def cast_people(cast: Cast, quoted: Quoted, given: Sequence[KnownPerson], memory: Memory) -> Casting:
    """Give every speaker a voice; `given` is what is said of the people of this article.

    Raises CastError for a mistake in the file of people, and if it cannot be written.
    """
    with _shared(memory):
        remembered = casting.load_people(memory.file) if memory.file else ()
        found = casting.with_known_genders(quoted.found, remembered)
        before = casting.assign(cast, direction.voiced_speakers(found), remembered)
        known = casting.with_known_genders(quoted.corrected, [*given, *remembered])
        speakers = direction.voiced_speakers(known)
        voices = casting.assign(cast, speakers, remembered, given, before)
        if memory.file and memory.adds:
            casting.remember(memory.file, casting.newcomers(cast, speakers, voices, remembered))
    notes = [*casting.notes_on_cast(cast, speakers, voices)]
    notes += casting.notes_on_memory(cast, speakers, voices, remembered)
    notes += casting.notes_on_given(cast, speakers, voices, given)
    return Casting(known, voices, tuple(notes))


@contextmanager
def _shared(memory: Memory) -> Iterator[None]:
    """Keep other runs from giving voices in the meantime, so that all give a person the same one."""
    if memory.file is None or not memory.adds:
        yield
        return
    with casting.locked(memory.file):
        yield
