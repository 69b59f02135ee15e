"""The table `[people]` of the files in which people are remembered or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from narrate.model import Gender, KnownPerson
from narrate.toml_files import Key, TomlFile, shown

KEYS = ("gender", "voice", "aliases")


def read_people(file: TomlFile) -> tuple[KnownPerson, ...]:
    """Everybody in `[people]`, in the order of the file; a name alone is somebody's voice.

    Raises the file's error for an unknown key, a value of the wrong kind, and a name that two people have.
    """
    table = file.data.get("people", {})
    if not isinstance(table, Mapping):
        raise file.error(("people",), "`people` has to be a table", 'write [people."Ada Moreau"]')
    people = tuple(_person(name, written, file) for name, written in table.items())
    _refuse_two_of_a_name(people, file)
    return people


def _person(name: str, written: object, file: TomlFile) -> KnownPerson:
    key: Key = ("people", name)
    if isinstance(written, str):
        return KnownPerson(name, written, place=file.place(key))
    if not isinstance(written, Mapping):
        raise file.error(key, f"{name} is no table", f'write [people."{name}"]')
    file.check_keys(written, KEYS, key)
    return KnownPerson(
        name,
        voice=_text(written.get("voice"), (*key, "voice"), file),
        gender=_gender(written.get("gender"), (*key, "gender"), file),
        aliases=_names(written.get("aliases", []), (*key, "aliases"), file),
        place=file.place(key),
    )


def _text(value: Any, key: Key, file: TomlFile) -> str | None:
    if value is None or (isinstance(value, str) and value):
        return value
    raise file.error(key, f"`{key[-1]}` cannot be {shown(value)}", "write a name in quotation marks")


def _gender(value: Any, key: Key, file: TomlFile) -> Gender | None:
    if value is None or value in get_args(Gender):
        return value  # type: ignore[no-any-return]  # just checked
    raise file.error(key, f"gender cannot be {shown(value)}", 'write "f" or "m", or leave it out')


def _names(value: Any, key: Key, file: TomlFile) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(name, str) and name for name in value):
        return tuple(value)
    raise file.error(key, f"aliases cannot be {shown(value)}", 'write a list of names: ["the mayor"]')


def _refuse_two_of_a_name(people: tuple[KnownPerson, ...], file: TomlFile) -> None:
    whose: dict[str, str] = {}
    for person in people:
        for name in {person.name, *person.aliases}:
            other = whose.setdefault(name, person.name)
            if other != person.name:
                key = ("people", person.name)
                raise file.error(key, f"{name} is both {other} and {person.name}", "take one of them out")
