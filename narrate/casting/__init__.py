"""Casts: which voices there are for the roles, and which speaker gets which of them."""

from narrate.casting.assigning import adjusted, assign, cast_of_engine, name_in_file, voices_by_name
from narrate.casting.files import load_cast
from narrate.casting.folders import names, own_folder, voices_folder
from narrate.casting.memory import NAME as PEOPLE
from narrate.casting.memory import load_people, locked, newcomers, remember
from narrate.casting.naming import recognized, with_known_genders
from narrate.casting.reporting import notes_on_cast, notes_on_given, notes_on_memory
from narrate.casting.settling import settle

__all__ = [
    "PEOPLE",
    "adjusted",
    "assign",
    "cast_of_engine",
    "load_cast",
    "load_people",
    "locked",
    "name_in_file",
    "names",
    "newcomers",
    "notes_on_cast",
    "notes_on_given",
    "notes_on_memory",
    "own_folder",
    "recognized",
    "remember",
    "settle",
    "voices_by_name",
    "voices_folder",
    "with_known_genders",
]
