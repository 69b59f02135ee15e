"""What Kokoro is given to say: phonemes, and which of them say which words.

English is read by the reader of the default engine, whose alphabet is Kokoro's. The other languages are read
by eSpeak NG, in the way of kokoro-onnx, which the extra `kokoro-languages` brings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from narrate.engines.common import inference
from narrate.engines.common.segments import Segment, Span
from narrate.engines.common.spelling import shifted, spelled, split
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.phonemes import PUNCTUATION, Phrase, phrases
from narrate.errors import EngineError
from narrate.extras import install_command

if TYPE_CHECKING:
    from kokoro_onnx.tokenizer import Tokenizer

LONGEST = 500
"""Phonemes that are spoken at once; the network takes 510."""
ENGLISH = {"a": False, "b": True}
"""By the first letter of a voice's name: whether it is British."""
ESPEAK = {"e": "es", "f": "fr-fr", "h": "hi", "i": "it", "j": "ja", "p": "pt-br", "z": "cmn"}
"""eSpeak NG's name of the language, by the first letter of a voice's name."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the network says at once."""

    phonemes: str
    """With the punctuation, and a space between words. What the network does not know may be among them."""
    owners: tuple[tuple[Span, Span], ...]
    """For each word, the range of its phonemes, and where it is written in the document's text."""
    gap: float = 0.0
    """Seconds of silence before it."""


def is_readable(voice: str) -> bool:
    """Whether the language of a voice can be read with what is installed."""
    return voice[:1] in ENGLISH or (voice[:1] in ESPEAK and find_spec("kokoro_onnx") is not None)


def read(segment: Segment, voice: str, alphabet: frozenset[str]) -> list[Spoken]:
    """A segment as the network says it. Raises EngineError where its language needs an extra."""
    if voice[:1] in ENGLISH:
        reader = english_reader(ENGLISH[voice[:1]])
        return [_english(phrase) for phrase in phrases([segment.runs], reader, alphabet)]
    return list(_by_espeak(segment, voice))


@lru_cache(maxsize=2)
def english_reader(british: bool) -> GraphemeToPhoneme:
    """The dictionaries and the tagger, American or British."""
    return GraphemeToPhoneme(british)


def _english(phrase: Phrase) -> Spoken:
    phonemes = ""
    owners: list[tuple[Span, Span]] = []
    for chunk in phrase.chunks:
        if phonemes:
            phonemes += " "
        first = len(phonemes)
        phonemes += chunk.phonemes
        # The pause that a comma makes is none of the word's time.
        sounding = chunk.phonemes.rstrip("".join(PUNCTUATION))
        said = (first, first + len(sounding))
        owners.append((said, (chunk.start, chunk.end)))
    return Spoken(phonemes, tuple(owners), phrase.gap)


def _by_espeak(segment: Segment, voice: str) -> Iterator[Spoken]:
    if voice[:1] not in ESPEAK:
        raise EngineError("nothing is known of this voice's language", voice, "choose another voice")
    if find_spec("kokoro_onnx") is None:
        remedy = f"Kokoro reads English without it; {install_command('kokoro-languages')}"
        raise EngineError("the voice's language is not installed", voice, remedy)
    tokenizer = _tokenizer()
    language = ESPEAK[voice[:1]]
    phonemes = ""
    owners: list[tuple[Span, Span]] = []
    for part in spelled(segment, lambda text: tokenizer.phonemize(text, language), str):
        if phonemes:
            phonemes += " "
        owners += shifted(part.owners, len(phonemes))
        phonemes += "".join(part.phonemes)
    for part_range in split(phonemes, LONGEST):
        yield Spoken(phonemes[part_range], tuple(_owners_in(owners, part_range)))


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    inference.without_telemetry()  # kokoro_onnx imports onnxruntime
    from kokoro_onnx.tokenizer import Tokenizer

    return Tokenizer()


def _owners_in(owners: Sequence[tuple[Span, Span]], part: slice) -> Iterator[tuple[Span, Span]]:
    """The words of which phonemes lie in one part, counted from its beginning."""
    for (start, end), written in owners:
        first = max(start, part.start) - part.start
        last = min(end, part.stop) - part.start
        if first < last:
            yield (first, last), written
