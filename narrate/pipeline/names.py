"""Which names and words of an article will probably be said wrong, and a lexicon to put them right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Unpack

from narrate.engines.hibari.doubts import Doubt, Reason, doubts, reader
from narrate.model import Utterance
from narrate.options import OptionFields, Options, StrPath
from narrate.pipeline.api import write_script
from narrate.speaking.lexicon import Lexeme, Pronunciation, pls

_KNOWN = ("phoneme", "sub")
"""Marks whose stretch is said as somebody wrote it, or by rule."""


@dataclass(frozen=True, slots=True)
class DoubtfulWord:
    """A word that the default voice will probably say wrong."""

    word: str
    count: int
    """How often it occurs."""
    ipa: str
    """How it will be said, the first time."""
    reason: Reason
    example: str
    """The sentence that it first occurs in."""


def doubtful_words(
    source: StrPath, options: Options | None = None, **fields: Unpack[OptionFields]
) -> list[DoubtfulWord]:
    """Read the article `source` and list its doubtful words; arguments as for `narrate.narrate`.

    What is not in the dictionary comes first, the most frequent before the others. Words that a lexicon
    knows are not listed.
    """
    found = list(_doubts(write_script(source, options, **fields).utterances))
    counts = Counter(doubt.word for doubt, _ in found)
    first: dict[str, DoubtfulWord] = {}
    for doubt, sentence in found:
        entry = DoubtfulWord(doubt.word, counts[doubt.word], doubt.ipa, doubt.reason, sentence)
        first.setdefault(doubt.word, entry)
    return sorted(first.values(), key=lambda entry: (entry.reason == "several readings", -entry.count))


def lexicon_stub(words: Iterable[DoubtfulWord]) -> str:
    """A PLS document in which every word is said as it would be without it, to be corrected by hand.

    Words with several readings are left out: an entry would give them one everywhere.
    """
    return pls(
        (
            Lexeme((each.word,), (Pronunciation("phoneme", each.ipa),), "en", examples=(each.example,))
            for each in words
            if each.reason != "several readings" and each.ipa
        ),
        "en",
    )


def _doubts(utterances: Iterable[Utterance]) -> Iterator[tuple[Doubt, str]]:
    """Every occurrence, with its sentence."""
    g2p = reader()
    for utterance in utterances:
        if utterance.role == "announcement":
            continue
        text = _unmarked(utterance)
        for mark in utterance.marks:
            if mark.kind == "sentence":
                sentence = " ".join(utterance.text[mark.start : mark.end].split())
                yield from ((doubt, sentence) for doubt in doubts(text[mark.start : mark.end], g2p))


def _unmarked(utterance: Utterance) -> str:
    """The text, as long, with blanks where it is known how it is said."""
    text = utterance.text
    for mark in utterance.marks:
        if mark.kind in _KNOWN:
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text
