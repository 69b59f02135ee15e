"""The insides of hibari-tts that are used here, in one place. It promises none of them to others.

Its command and its one public function give finished sound. What is wanted here (word times, voices of our
own, readings by context) needs its reader, its signal processing and its files. A contract test says what is
expected of them, and a new version of hibari is taken once that test passes. The tokenizer and the tagger,
which other stages use too, are in `narrate.tagger`. All is imported when it is first used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, cast

from narrate.engines.common.inference import without_telemetry
from narrate.engines.hibari.naming import Naming, with_s
from narrate.tagger import asset, tagger

if TYPE_CHECKING:
    from narrate.engines.hibari.guessing import Guess, Guesser

GUESSED, NAMED, GIVEN = 2, 3, 5
"""Ratings of a reading: of what is guessed, at the most; of a word that the table of names has, or that is
made of words that are known; and of one that was given. The dictionaries' have 3 and 4."""
LONGEST_ABBREVIATION = 4
"""Letters of abbreviations that are spelled out: "NASDAQ" and longer ones are said as words."""
_ARABIC_ARTICLE = re.compile("[AaEe]l-")
_ENDING = re.compile(r"(?:['’]s?)?\W*$")
"""A possessive, and the punctuation behind a word."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")


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
        self._g2p._oov = self._piece
        self._g2p.unk = ""
        self._g2p.british = british
        # Another one that holds the network alone, which it loads when it is first asked.
        self._guessing = G2P.__new__(G2P)
        self._guessing._oov = None
        self._guessing.british = british
        self._naming = Naming(self._in_dictionary, is_british=british)
        self._guesser: Guesser | None = None

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
        self._name(tokens)
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

    def _name(self, tokens: Sequence[Token]) -> None:
        """Give phonemes to words that would be guessed otherwise and of which more is known."""
        for first, last in _joined(tokens):
            whole = "".join(each.text for each in tokens[first:last])
            if last - first > 1 and self.lists(_ENDING.sub("", whole, count=1)):
                continue
            is_arabic = last - first > 1 and _ARABIC_ARTICLE.match(whole) is not None
            for each in tokens[first:last]:
                self._name_one(each, is_arabic)
        _say_possessives(tokens)

    def _name_one(self, token: Token, is_arabic: bool) -> None:
        if token.phonemes is not None or len(token.text) < 2 or not _WORD.fullmatch(token.text):
            return
        if not self._is_capitals(token.text) and not self._guesses(token.text, token.tag):
            return
        found = self._named(token.text, token.tag, is_arabic)
        if found:
            token.phonemes = found
            token.rating = NAMED

    def _is_capitals(self, word: str) -> bool:
        """Whether a word in capitals would be spelled out though it is too long for an abbreviation."""
        if len(word) <= LONGEST_ABBREVIATION or not word.isupper():
            return False
        return not self.lists(word) and self._in_dictionary(word.lower()) is None

    def _named(self, word: str, tag: str, is_arabic: bool = False) -> str | None:
        is_name = word[:1].isupper() and tag.startswith("NNP")
        return self._naming.said(word, is_name=is_name or is_arabic, is_arabic=is_arabic)

    def _in_dictionary(self, word: str) -> str | None:
        """What hibari's dictionaries say of a word that has been taken out of another."""
        lexicon = self._g2p.lexicon
        if lexicon.golds.get(word) is None and lexicon.silvers.get(word) is None:
            return None
        phonemes, _ = self._looked_up(word, "NN")
        return phonemes

    @lru_cache(maxsize=8192)  # noqa: B019 (there are two readers at the most, which live as long as the process)
    def _guesses(self, word: str, tag: str) -> bool:
        phonemes, _ = self._looked_up(word, tag)
        return phonemes is None

    def _looked_up(self, word: str, tag: str) -> tuple[str | None, int | None]:
        from hibari.g2p import Context

        found = self._g2p.lexicon(token(word, tag), Context())
        return cast(tuple[str | None, int | None], found)

    def _piece(self, word: str) -> str | None:
        """A part of a word that is in no dictionary as a whole: "led" of "Quorlani-led" is known."""
        tag = "NNP" if word[:1].isupper() else "NN"
        phonemes, _ = self._looked_up(word, tag)
        return phonemes or self._named(word, tag) or self.guess(word).phonemes

    def guess(self, word: str) -> Guess:
        """How a word is probably said of which nothing is known."""
        from narrate.engines.hibari.guessing import Guesser
        from narrate.engines.hibari.spelling import speller

        if self._guesser is None:
            self._guesser = Guesser(speller(), self.network, is_british=self._g2p.british)
        return self._guesser.guess(word)

    def network(self, word: str) -> str | None:
        """What hibari's own network makes of a word, letter by letter."""
        return cast(str | None, self._guessing.oov(word))

    def readings(self, word: str) -> str | Mapping[str, str | None] | None:
        """What the first dictionary has: one reading, or one by part of speech; None for nothing."""
        return cast(str | Mapping[str, str | None] | None, self._g2p.lexicon.golds.get(word))

    def guesses(self, word: str) -> bool:
        """Whether neither dictionary has the word, nor a word that it is an inflected form of."""
        return self._guesses(word, "NNP" if word[:1].isupper() else "NN")

    def lists(self, word: str) -> bool:
        """Whether the first dictionary has an entry that is written exactly so."""
        return word in self._g2p.lexicon.golds.d


def _joined(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of tokens between which there is no space: "al", "-", "Assad"."""
    first = 0
    for index, each in enumerate(tokens):
        if each.whitespace or index == len(tokens) - 1:
            yield first, index + 1
            first = index + 1


def _say_possessives(tokens: Sequence[Token]) -> None:
    """A name with its "'s" as one word: how the ending sounds depends on the name."""
    for name, ending in pairwise(tokens):
        if name.rating == NAMED and name.phonemes and not name.whitespace and ending.text in ("'s", "’s"):
            name.phonemes = with_s(name.phonemes)
            ending.phonemes = ""
            ending.rating = NAMED


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
