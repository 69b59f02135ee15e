"""Which pronunciation lexicons are used."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from narrate import casting
from narrate.speaking.lexicon import Lexeme, Lexicon, read_lexemes


def load_lexicon(named: Sequence[str | os.PathLike[str]] = ()) -> Lexicon:
    """Every word of the files that are named, then of the user's own folder, then of those that we ship.

    The earlier one counts where two know a word. Raises LexiconError.
    """
    folders = (casting.own_folder(), casting.voices_folder())
    standing = [path for folder in folders for path in sorted((folder / "lexicons").glob("*.pls"))]
    return _lexicon_of([*map(Path, named), *standing])


def looked_up(path: Path) -> Lexicon:
    """The words of one file alone. Raises LexiconError."""
    return _lexicon_of([path])


def _lexicon_of(paths: Sequence[Path]) -> Lexicon:
    lexemes: list[Lexeme] = []
    notes: list[str] = []
    for path in paths:
        lexemes += read_lexemes(path, notes)
    return Lexicon(lexemes, notes)


def named_lexicons(paths: Sequence[str | os.PathLike[str]]) -> tuple[tuple[str, str], ...]:
    """A name and an address for each of the files, for a document to refer to."""
    return tuple((f"lexicon{number}", Path(path).as_posix()) for number, path in enumerate(paths))
