"""How files are written: an output is whole or absent, and several appear together or not at all.

Everything that writes a file for the user goes through `Target`, or through `write_whole` if its content is
at hand. What is unfinished lies in hidden files (`.narrate-….part`) beside its place, and in folders of their
own (`narrate-run-…`) for what is temporary. Each is locked by the process that made it, so that a later run
knows what nobody works on any more, and removes it.

The modules, from the ground up: `failures` (what the system refuses, as one line), `places` (what a path
means: a file, a device, a pipe), `claims` (locks that end with their process), `outcome` (what a run has
written, for its last message), `unbroken` (signals that wait), `journal` (what is to be moved, on disk),
`leftovers` (what dead runs left), `output_set` and `target`, and `temporary`.
"""

from __future__ import annotations

from narrate.storage.failures import is_full, refused, refusing
from narrate.storage.outcome import Outcome, watched
from narrate.storage.output_set import OutputSet
from narrate.storage.places import place_of
from narrate.storage.target import Target, fill_whole, write_whole
from narrate.storage.temporary import temporary_folder

__all__ = [
    "Outcome",
    "OutputSet",
    "Target",
    "fill_whole",
    "is_full",
    "place_of",
    "refused",
    "refusing",
    "temporary_folder",
    "watched",
    "write_whole",
]
