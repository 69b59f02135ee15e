"""Which words name an office, a body or a text, in either number."""

from __future__ import annotations

from functools import lru_cache

from narrate.english.reporting_verbs import REPORTING_VERBS
from narrate.quotation.nouns import BODIES, PLURAL_HEADS, PREMODIFIERS, ROLES, TEXTS

HEADS = ROLES | BODIES | TEXTS
"""Nouns that can be the head of a noun phrase for somebody who is quoted."""

_AFTER_FIRST_PART = ("elect", "in", "of")
"""What follows the first part of a noun for a person: president-elect, son-in-law, mother-of-two."""
_PLURAL_ENDINGS = ("woman", "women", "spokesmen")


def core(word: str) -> str:
    """The part of a hyphenated noun that says what it is: wife of ex-wife, mother of mother-of-two."""
    first, *others = word.split("-")
    if word in HEADS or not others:
        return word
    noun = first if others[0] in _AFTER_FIRST_PART else others[-1]
    return noun if noun in ROLES else word


@lru_cache(maxsize=4096)
def is_head(word: str) -> bool:
    """Whether a lower-case noun, in either number, names a person, a body or a text."""
    word = core(word)
    if word in HEADS or word in PLURAL_HEADS or word.endswith(_PLURAL_ENDINGS):
        return True
    return word.endswith("s") and not HEADS.isdisjoint(_singulars(word))


def _singulars(word: str) -> tuple[str, ...]:
    """What a word in s can be the plural of: of agencies, "agencie" and "agency"."""
    if word.endswith("ies"):
        return word[:-1], word[:-3] + "y"
    return (word[:-1],)


@lru_cache(maxsize=4096)
def is_office(word: str) -> bool:
    """Whether a word is an office or stands before offices: former, deputy, mayor."""
    return word in PREMODIFIERS or is_head(word)


def is_plural_head(word: str) -> bool:
    """Officials, aides, police: heads that need no article."""
    if word in PLURAL_HEADS:
        return True
    return word.endswith("s") and word not in REPORTING_VERBS and is_head(word)
