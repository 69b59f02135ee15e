"""What is known of people before an article is read."""

from __future__ import annotations

from dataclasses import dataclass

from narrate.model.script import Gender


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of whom a file says how they sound: a cast, a memory of people, or corrections."""

    name: str
    """In full ("Ada Moreau"), or the last name alone."""
    voice: str | None = None
    """Name of a voice of the cast; None leaves it open."""
    gender: Gender | None = None
    """None leaves it to the article."""
    aliases: tuple[str, ...] = ()
    """Other names of the same person: "the mayor"."""
    place: str = ""
    """Where it is said, for messages: "people.toml, line 4"."""
