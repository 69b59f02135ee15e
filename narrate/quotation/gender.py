"""The gender of a first name, looked up in the lists in `first_names/`.

`benchmarks/first_names.py` makes the lists: in lower case, one name a line. `NOTICE.txt` beside them says
where the names come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from narrate.model import Gender

FOLDER = Path(__file__).parent / "first_names"


def of_first_name(name: str) -> Gender | None:
    """What a first name shows; None for names that are unknown or shared."""
    whole = name.casefold()
    return _of_listed(whole) or _of_listed(whole.partition("-")[0])


def of_full_name(name: Sequence[str]) -> Gender | None:
    """What a name of two words and more shows, unless its family name stands first: Kim Jong Un."""
    family_first = name[0].casefold() in _listed("family_first.txt")
    if family_first and (len(name) > 2 or "-" in name[1]):
        return None
    return of_first_name(name[0])


def is_given(name: str) -> bool:
    """Whether a word is a common first name, so that it is one even where it can be an office: Dean."""
    return name.casefold() in _listed("common.txt")


def _of_listed(name: str) -> Gender | None:
    if name in _listed("women.txt"):
        return "f"
    return "m" if name in _listed("men.txt") else None


@lru_cache(maxsize=4)
def _listed(file: str) -> frozenset[str]:
    """The names in one of the lists; read when the first name is looked up."""
    return frozenset((FOLDER / file).read_text(encoding="utf-8").split())
