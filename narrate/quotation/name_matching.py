"""When two names can be one person's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from narrate.quotation.nouns import SUFFIXES

if TYPE_CHECKING:
    from nicknames import NickNamer


def last_name(name: tuple[str, ...]) -> str:
    """The last word of a name that is no suffix, in lower case."""
    words = (word for word in reversed(name) if word.lower() not in SUFFIXES)
    return folded(next(words, name[-1]))


def folded(word: str) -> str:
    """A word of a name as it is compared: in lower case, with straight apostrophes."""
    return word.lower().replace("’", "'")


def compatible(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two names with the same last word can be one person's: Ann Lee and Annie Lee, A. Lee, Lee."""
    if len(known) == 1 or len(words) == 1:
        return True
    one = folded(known[0]).rstrip(".")
    other = folded(words[0]).rstrip(".")
    inside = one in map(folded, words) or other in map(folded, known)
    return inside or _begin_alike(one, other) or _is_either_short(one, other)


def _begin_alike(one: str, other: str) -> bool:
    """Whether two first names have their first letters in common, or an initial is one's first letter."""
    if one[:3] == other[:3]:
        return True
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _is_either_short(one: str, other: str) -> bool:
    """Whether people of one name are called by another: Bob and Robert."""
    nicknamer = _nicknamer()
    return other in nicknamer.canonicals_of(one) or one in nicknamer.canonicals_of(other)


@lru_cache(maxsize=1)
def _nicknamer() -> NickNamer:
    """The list of the `nicknames` package, read when two namesakes are compared."""
    from nicknames import NickNamer

    return NickNamer()
