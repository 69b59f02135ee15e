"""The insides of hibari-tts that are used here, in one place. It promises none of them to others.

Its command and its one public function give finished sound. What is wanted here (word times, voices of our
own, readings by context) needs its reader, its signal processing and its files. A contract test says what is
expected of them, and a new version of hibari is taken once that test passes. The tokenizer and the tagger,
which other stages use too, are in `narrate.tagger`. All is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast

from narrate.engines.common.inference import without_telemetry
from narrate.tagger import asset, tagger

GUESSED, GIVEN = 2, 5
"""Ratings of a reading: of the network that guesses, at the most; and of one that was given. The
dictionaries' have 3 and 4."""


_FAILURES = (ValueError, LookupError, TypeError)
"""What hibari's reader raises for characters and numbers that it does not expect."""


class Token(Protocol):
    """A word or sign, and what the reader knows of it."""

    text: str
    tag: str
    """Part of speech, of the Penn Treebank."""
    whitespace: str
    """What follows it: a space or nothing."""
    phonemes: str | None
    rating: int | None
    """How sure the phonemes are."""


def token(text: str, tag: str = "", whitespace: str = "", phonemes: str | None = None) -> Token:
    """A token by itself; with phonemes, these are said, whatever the dictionaries have."""
    from hibari.g2p.token import Tok

    return cast(Token, Tok(text, tag, whitespace, phonemes, rating=None if phonemes is None else GIVEN))


class GraphemeToPhoneme:
    """From text to phonemes in the misaki alphabet, American or British. Thread-safe."""

    def __init__(self, british: bool = False) -> None:
        """Load the dictionaries of one accent; 0.2 s."""
        without_telemetry()  # the network for words that are in no dictionary imports onnxruntime
        from hibari.g2p import G2P
        from hibari.g2p.lexicon import Lexicon

        accent = "gb" if british else "us"
        gold = asset(f"lexicon_{accent}_gold.json.gz")
        silver = asset(f"lexicon_{accent}_silver.json.gz")
        # Not by G2P's own constructor, which would load the tokenizer and the tagger again.
        self._g2p = G2P.__new__(G2P)
        self._g2p.lexicon = Lexicon(gold, silver, british)
        self._g2p.tokenizer, self._g2p.tagger = tagger()
        self._g2p._oov = None
        self._g2p.unk = ""
        self._g2p.british = british

    def tokens(self, normal: str) -> list[Token]:
        """The tokens of a normalised text, without tags."""
        return [token(word, whitespace=space) for word, space in self._g2p.tokenizer(normal)]

    def tag(self, tokens: Sequence[Token]) -> None:
        """Give each of the tokens of a sentence its part of speech."""
        tags = self._g2p.tagger([each.text for each in tokens])
        for each, tag in zip(tokens, tags, strict=True):
            each.tag = tag

    def phonemized(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with phonemes and ratings; those that have phonemes keep them.

        A token that hibari fails on is read letter by letter, for one strange word must not end a narration.
        """
        try:
            return self._phonemize(tokens)
        except _FAILURES:
            return [self._phonemized_alone(each) for each in tokens]

    def _phonemize(self, tokens: Sequence[Token]) -> list[Token]:
        return cast(list[Token], self._g2p.phonemize_tokens(list(tokens)))

    def _phonemized_alone(self, single: Token) -> Token:
        try:
            return self._phonemize([single])[0]
        except _FAILURES:
            sounds = "".join(map(self._sounds_of, single.text))
            return token(single.text, single.tag, single.whitespace, sounds)

    def _sounds_of(self, character: str) -> str:
        """The phonemes of one letter or digit; none if hibari has none for it."""
        try:
            return self._phonemize([token(character)])[0].phonemes or ""
        except _FAILURES:
            return ""

    def readings(self, word: str) -> str | Mapping[str, str | None] | None:
        """What the first dictionary has: one reading, or one by part of speech; None for nothing."""
        return cast(str | Mapping[str, str | None] | None, self._g2p.lexicon.golds.get(word))

    def lists(self, word: str) -> bool:
        """Whether the first dictionary has an entry that is written exactly so."""
        return word in self._g2p.lexicon.golds.d


def normalized(text: str) -> str:
    """The text with figures, dates and signs in words, as the reader wants it."""
    from hibari.g2p.normalize import normalize

    return str(normalize(text))


def words_before_numerals() -> Sequence[str]:
    """Names and nouns after which a Roman numeral is read as a number: "Henry", "Part"."""
    from hibari.g2p.normalize import ROMAN_CARDINAL, ROMAN_ORDINAL

    return [*ROMAN_CARDINAL, *ROMAN_ORDINAL]


def voices() -> Mapping[str, Mapping[str, Any]]:
    """By name: `language` (BCP 47), `gender` (female or male), `accent`, and whether it is `british`."""
    from hibari.voices import VOICES

    return cast(Mapping[str, Mapping[str, Any]], VOICES)


def voice_file(name: str) -> Path | None:
    """The model file of a voice, or None where it is not on this machine. Nothing is downloaded."""
    from hibari.voices import voice_path

    try:
        return Path(voice_path(name, download_missing=False))
    except FileNotFoundError:
        return None


@cache
def phoneme_numbers() -> Mapping[str, int]:
    """The number of each phoneme, the same for all voices."""
    return {str(symbol): int(number) for symbol, number in asset("vocab.json").items()}


def signal_processing() -> ModuleType:
    """`hibari.dsp`: `pulses`, `ex`, `ola`, and its constants `N_FFT`, `HOP` and `WIN_SRC`."""
    from hibari import dsp

    return cast(ModuleType, dsp)
