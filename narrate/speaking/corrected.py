"""Words that are said as a user says, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from narrate.model import BY_CORRECTION, Located, Mark, Utterance, WordCorrection
from narrate.speaking.lexicon import Lexeme, Lexicon, Pronunciation


def corrected(utterance: Utterance, given: Iterable[Located[WordCorrection]]) -> Utterance:
    """The utterance with marks on the words that are `given`, which rules and lexicons leave alone.

    Words that are left out may reach beyond the utterance; words that are said otherwise have to be in it.
    """
    marks = [mark for each in given for mark in _marks(utterance, each)]
    if not marks:
        return utterance
    kept = [mark for mark in utterance.marks if not any(_crosses(mark, new) for new in marks)]
    together = sorted([*kept, *marks], key=attrgetter("start"))
    return replace(utterance, marks=tuple(together))


def lexicon_of(words: Sequence[WordCorrection], language: str) -> Lexicon:
    """Words that are said otherwise wherever they stand, as a lexicon for text in a language."""
    return Lexicon(_lexeme(word, language) for word in words)


def _lexeme(word: WordCorrection, language: str) -> Lexeme:
    spelling = " ".join(word.anchor.exact.split())
    return Lexeme((spelling,), (_pronunciation(word),), language)


def _pronunciation(word: WordCorrection) -> Pronunciation:
    if word.ipa is not None:
        return Pronunciation("phoneme", word.ipa, origin=BY_CORRECTION)
    return Pronunciation("sub", word.say or "", origin=BY_CORRECTION)


def _marks(utterance: Utterance, located: Located[WordCorrection]) -> Iterator[Mark]:
    """The mark of a correction on an utterance, if its words are in it; an announcement has words of ours."""
    if utterance.start is None:
        return
    said = _pronunciation(located.says)
    start = max(located.start - utterance.start, 0)
    end = min(located.end - utterance.start, len(utterance.text))
    is_whole = end - start == located.end - located.start
    if start < end and (is_whole or not said.value):
        yield Mark(said.kind, start, end, said.value, origin=said.origin)


def _crosses(mark: Mark, new: Mark) -> bool:
    """Whether an end of a mark lies inside a new one, in which there can be no other element."""
    return new.start < mark.start < new.end or new.start < mark.end < new.end
