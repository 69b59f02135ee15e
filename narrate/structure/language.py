"""Which language an article is in: what it states, checked against its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from narrate.languages import primary

DEFAULT = "en"
"""What is assumed of a text that is too short to tell."""
_ENOUGH = 120
"""Bytes of letters in UTF-8. Of 590 stretches of 120 characters from English articles CLD3 was sure of
another language in 7, of 604 stretches of 20 characters in 132; one of Chinese tells as much as three."""
_PLENTY = 300
"""Bytes that speak against what a page states: templates say "en" in every country, quotations may not."""
_SAMPLE = 4_000
"""Characters that are looked at, from the beginning."""
_SURE = 0.9
"""Probability from which CLD3 is believed."""
_RENAMED = {"iw": "he", "jw": "jv", "no": "nb"}
"""CLD3's older names; what it calls Norwegian is Bokmål. (RFC 5646, 2.2.1: preferred values.)"""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(texts: Iterable[str], stated: str | None = None) -> str:
    """The BCP 47 tag of an article: as `stated`, unless its `texts` are clearly in another language."""
    letters = _letters(texts)
    is_telling = len(letters.encode()) >= (_PLENTY if stated else _ENOUGH)
    found = _detect(letters) if is_telling else None
    # What is stated may be more precise: "en-GB" where English is found.
    if found is None or primary(found) == primary(stated or ""):
        return stated or DEFAULT
    return found


def _letters(texts: Iterable[str]) -> str:
    """The words at the beginning, without figures and signs."""
    sample: list[str] = []
    length = 0
    for text in texts:
        sample.append(text[:_SAMPLE])
        length += len(text)
        if length >= _SAMPLE:
            break
    beginning = " ".join(sample)[:_SAMPLE]
    return " ".join(_WORD.findall(beginning))


def _detect(text: str) -> str | None:
    """The language that CLD3 is sure of (Salcianu et al., Compact Language Detector v3), or None."""
    import gcld3

    result = gcld3.NNetLanguageIdentifier(0, _SAMPLE).FindLanguage(text)
    language = str(result.language)
    is_sure = result.is_reliable and result.probability >= _SURE and language != "und"
    return _RENAMED.get(language, language) if is_sure else None
