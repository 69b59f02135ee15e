"""Whether a quotation is in another language than the article around it."""

from __future__ import annotations

import re

from narrate.languages import primary
from narrate.quotation.abroad.tables import function_words
from narrate.quotation.word_classes import FUNCTION_WORDS

SHORTEST = 5
"""Words; fewer are a title or a saying that the article's own voice can read."""
LEAST = 0.25
"""Share of function words of its language that a sentence has: texts of a language have a third to a half."""
CLEARLY = 2.0
"""Times that this share is greater than that of the article's language: some words are in several."""
_UNSURE = 0.1
"""Share of the article's function words below which a language without a list is believed at all."""
_SURE = 0.97
"""Probability from which CLD3 is believed about a language without a list."""
_LONG = 120
"""Bytes that it takes for that; see `structure.language`."""
_MOST = 2_000
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")


def other_language(said: str, article: str) -> str | None:
    """The language of a quotation (BCP 47), if it is surely not the article's; else None."""
    words = [word.lower() for word in _WORD.findall(said[:_MOST])]
    if len(words) < SHORTEST:
        return None
    found = _detect(" ".join(words))
    if found is None:
        return None
    language, probability = found
    if primary(language) == primary(article):
        return None
    own = _share(words, article)
    if _function_words(language):
        is_sure = _share(words, language) >= max(LEAST, CLEARLY * own)
    else:
        is_sure = own < _UNSURE and _is_believed(words, probability)
    return language if is_sure else None


def _is_believed(words: list[str], probability: float) -> bool:
    """Whether CLD3 is believed about a language of which there is no list."""
    is_long = len(" ".join(words).encode()) >= _LONG
    return is_long and probability >= _SURE


def _share(words: list[str], language: str) -> float:
    """How many of the words are function words of a language; 0 if it has no list."""
    known = _function_words(language)
    return sum(word in known for word in words) / len(words)


def _function_words(language: str) -> frozenset[str]:
    return FUNCTION_WORDS if primary(language) == "en" else function_words(language)


def _detect(text: str) -> tuple[str, float] | None:
    """What CLD3 takes a text for, and how probably; None if it cannot tell."""
    import gcld3

    result = gcld3.NNetLanguageIdentifier(0, _MOST).FindLanguage(text)
    language = str(result.language)
    return None if language == "und" else (language, float(result.probability))
