"""Which names and words of an article will probably be mispronounced, and a lexicon to correct them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Unpack

from narrate.engines.hibari.doubts import Doubt, Reason, doubts, reader
from narrate.model import Script, Utterance
from narrate.options import OptionFields, Options, StrPath
from narrate.pipeline.api import write_script
from narrate.speaking.lexicon import Lexeme, Pronunciation, pls

_KNOWN = ("phoneme", "sub")
"""Kinds of marks that say how to speak their stretch, because somebody wrote it down or by rule."""
SEVERAL: Reason = "several readings"


@dataclass(frozen=True, slots=True)
class DoubtfulWord:
    """A word that the default voice will probably mispronounce."""

    word: str
    count: int
    """How often it occurs."""
    ipa: str
    """How it will be said, the first time."""
    reason: Reason
    example: str
    """The sentence that it first occurs in."""
    harm: float = 0.0
    """How often it occurs, times how unsure it is and how different it would be if it is wrong."""


def doubtful_words(
    source: StrPath, options: Options | None = None, **fields: Unpack[OptionFields]
) -> list[DoubtfulWord]:
    """Read the article `source` and list its doubtful words; arguments as for `narrate.narrate`."""
    return doubtful_words_of(write_script(source, options, **fields))


def doubtful_words_of(script: Script) -> list[DoubtfulWord]:
    """The doubtful words of a script.

    What would harm most comes first: what is heard often, is unsure, and is far from the other ways to say
    it. What is probably right is at the end, words with several readings last. Words that a lexicon knows are
    not listed.
    """
    found = list(_doubts(script.utterances))
    counts = Counter(doubt.word for doubt, _ in found)
    words: dict[str, DoubtfulWord] = {}
    for doubt, sentence in found:
        count = counts[doubt.word]
        word = DoubtfulWord(doubt.word, count, doubt.ipa, doubt.reason, sentence, count * doubt.harm)
        words.setdefault(doubt.word, word)
    return sorted(words.values(), key=lambda word: (word.reason == SEVERAL, -word.harm))


def lexicon_stub(words: Iterable[DoubtfulWord]) -> str:
    """A PLS document in which every word is said as it would be without it, to be corrected by hand.

    Words with several readings are left out: an entry would give them one everywhere.
    """
    return pls((_lexeme(word) for word in words if word.reason != SEVERAL and word.ipa), "en")


def _lexeme(word: DoubtfulWord) -> Lexeme:
    return Lexeme((word.word,), (Pronunciation("phoneme", word.ipa),), "en", examples=(word.example,))


def _doubts(utterances: Iterable[Utterance]) -> Iterator[tuple[Doubt, str]]:
    """Every occurrence of a doubtful word, with its sentence."""
    find = partial(doubts, g2p=reader())  # which takes time to load
    for utterance in utterances:
        if utterance.role != "announcement":
            yield from _doubts_in(utterance, find)


def _doubts_in(utterance: Utterance, find: Callable[[str], Iterable[Doubt]]) -> Iterator[tuple[Doubt, str]]:
    text = _unmarked(utterance)
    for start, end in _sentence_spans(utterance):
        sentence = " ".join(utterance.text[start:end].split())
        for doubt in find(text[start:end]):
            yield doubt, sentence


def _sentence_spans(utterance: Utterance) -> Iterator[tuple[int, int]]:
    for mark in utterance.marks:
        if mark.kind == "sentence":
            yield mark.start, mark.end


def _unmarked(utterance: Utterance) -> str:
    """The text, as long as it was, with blanks in place of what is known how to say."""
    text = utterance.text
    for mark in utterance.marks:
        if mark.kind in _KNOWN:
            blanks = " " * (mark.end - mark.start)
            text = text[: mark.start] + blanks + text[mark.end :]
    return text
