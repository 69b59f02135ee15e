"""`people.toml`: the people of a show or a folder, with the voices that they were given.

Users read and edit it. What they write stays and counts: people are only ever added, at the end.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from narrate.casting.assigning import name_in_file, reserved_people
from narrate.casting.naming import recognized
from narrate.errors import CastError, OutputError
from narrate.known_people import read_people
from narrate.model import Cast, KnownPerson, Speaker, Voice
from narrate.storage import write_whole
from narrate.toml_files import load_toml

NAME = "people.toml"
_WHAT = "the people"
_HEADER = """\
# The people who are quoted here, and their voices: everybody keeps theirs from one article to the next.
# Edit it as you like. voice: a voice of the cast (`narrate voices`); gender: "f" or "m";
# aliases = ["the mayor"]: other names of the same person.
"""


def load_people(path: Path) -> tuple[KnownPerson, ...]:
    """Everybody who is remembered in a file; nobody if there is no such file. Raises CastError."""
    if not path.exists():
        return ()
    file = load_toml(path, _WHAT, CastError)
    file.check_keys(file.data, ("people",))
    return read_people(file)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other runs from reading and adding until people have been added. Raises CastError."""
    from filelock import FileLock  # which takes time, and few runs remember anybody

    lock = FileLock(_lock_file(path))
    try:
        lock.acquire()
    except OSError as error:
        raise CastError("people cannot be remembered", path, error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()


def _lock_file(path: Path) -> Path:
    """Not beside the file, since the folder of a podcast is put on the web as it is.

    Temporary folders may be shared: a file that another user made there could not be locked.
    """
    place = f"{Path.home()} {path.resolve()}"
    digest = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()
    return Path(tempfile.gettempdir()) / f"narrate-people-{digest[:16]}.lock"


def newcomers(
    cast: Cast, speakers: Sequence[Speaker], voices: Mapping[str, Voice], memory: Sequence[KnownPerson]
) -> list[KnownPerson]:
    """The speakers with a name of their own whose voice neither `memory` nor the cast knows yet.

    Whoever is in `memory` without a voice keeps the name that they have there. A description ("a spokesman")
    is somebody else in the next article, and so is "Speaker 1".
    """
    reserved = recognized(speakers, reserved_people(cast))
    remembered = recognized(speakers, memory)
    new: dict[str, KnownPerson] = {}
    for speaker in speakers:
        known = remembered.get(speaker.name, KnownPerson(speaker.name))
        if speaker.name in reserved or known.voice or not _is_own_name(known.name):
            continue
        voice = name_in_file(voices[speaker.name])
        new.setdefault(known.name, KnownPerson(known.name, voice, speaker.gender))
    return list(new.values())


def _is_own_name(name: str) -> bool:
    """Whether a name is somebody's own: no description, and no label such as "Q" or "Speaker 1"."""
    is_numbered = name.replace("_", " ").split()[-1].isdigit()
    is_label = len(name) < 3 or is_numbered
    return name[:1].isupper() and not is_label


def remember(path: Path, people: Sequence[KnownPerson]) -> None:
    """Add people to a file, which is made if it is missing, and changed in one step or not at all.

    What else is in it stays, comments too. Raises CastError if it cannot be written.
    """
    if not people:
        return
    import tomlkit

    text = path.read_text(encoding="utf-8-sig") if path.exists() else _HEADER
    document = tomlkit.parse(text)
    table = document.setdefault("people", tomlkit.table(is_super_table=True))
    try:
        for person in people:
            entry = table.setdefault(person.name, tomlkit.table())
            entry.update(_written(person))
    except ValueError as error:  # the user wrote people = {…}, on one line
        problem = "people cannot be added on one line"
        raise CastError(problem, path, 'write a table for each: [people."Ada Moreau"]') from error
    _replace(path, tomlkit.dumps(document))


def _written(person: KnownPerson) -> dict[str, str]:
    said = {"gender": person.gender, "voice": person.voice}
    return {key: value for key, value in said.items() if value is not None}


def _replace(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    except OSError as error:
        raise CastError("people cannot be remembered", path, error.strerror or str(error)) from error
    except OutputError as error:
        raise CastError("people cannot be remembered", path, error.problem) from error
