"""Casts: which voices there are for the roles, and which speaker gets which of them."""

from narrate.casting.assigning import adjusted, assign, cast_of_engine
from narrate.casting.files import load_cast
from narrate.casting.folders import names, own_folder, voices_folder
from narrate.casting.settling import settle

__all__ = [
    "adjusted",
    "assign",
    "cast_of_engine",
    "load_cast",
    "names",
    "own_folder",
    "settle",
    "voices_folder",
]
