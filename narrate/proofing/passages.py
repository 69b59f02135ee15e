"""What should have been said, as words to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from narrate.model import Mark
from narrate.proofing.words import ScriptWord, Token, folded, tokens

HEADINGS = frozenset({"title", "heading"})
"""Roles of text in which every word may have a capital."""
SENTENCE_ENDS = ".!?:\n\u201c\"‘'(["
"""What may stand before a capital that is no name's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that is said without a change of voice: an utterance, a segment of a timeline."""

    index: int
    """Of the segment."""
    text: str
    """As written."""
    spoken_forms: Sequence[Mark]
    """Marks of kind "sub", in order, not overlapping."""
    chapter: int
    role: str = "narration"
    source_start: int | None = None
    """Offset in the article; None for words that are not the article's."""


def script_words(passages: Sequence[Passage]) -> list[ScriptWord]:
    """All words that should have been said; `passage` is an index into `passages`."""
    names = _names(passages)
    words = []
    for number, passage in enumerate(passages):
        for token in tokens(passage.text, passage.spoken_forms):
            is_name = _is_written(token, passage) and token.text in names
            words.append(ScriptWord(token.text, number, token.start, token.end, is_name))
    return words


def written(words: Sequence[ScriptWord], passages: Sequence[Passage]) -> str:
    """Some words that follow each other, as they stand in the article."""
    parts: dict[int, tuple[int, int]] = {}
    for word in words:
        start, end = parts.get(word.passage, (word.start, word.end))
        parts[word.passage] = min(start, word.start), max(end, word.end)
    texts = (passages[number].text[start:end] for number, (start, end) in parts.items())
    return " ".join(" ".join(texts).split())


def _names(passages: Iterable[Passage]) -> set[str]:
    """Words that have a capital inside a sentence, and are nowhere without one."""
    capital, small = set(), set()
    for passage in passages:
        for token in tokens(passage.text, ()):
            if _is_small(passage.text, token):
                small.add(token.text)
            elif passage.role not in HEADINGS and _is_named(passage.text, token):
                capital.add(token.text)
    parts = {folded(name.removesuffix("'s")) for name in capital}
    return (capital | parts) - small


def _is_small(text: str, token: Token) -> bool:
    """Whether a word has no capital, and is no part of a name that has one."""
    has_capital = text[token.start].isupper()
    return not has_capital and not _is_second_half(text, token.start)


def _is_second_half(text: str, start: int) -> bool:
    """Whether a word follows the hyphen of a name, "hyun" of "Joo-hyun"."""
    words = text[:start].split()
    return bool(words) and text[start - 1] == "-" and words[-1][0].isupper()


def _is_named(text: str, token: Token) -> bool:
    """Whether a capital is a name's: inside a sentence, or before another one."""
    is_followed = text[token.end : token.end + 2].strip().isupper()
    return is_followed or _is_inside_sentence(text, token.start)


def _is_inside_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ")
    return bool(before) and before[-1] not in SENTENCE_ENDS


def _is_written(token: Token, passage: Passage) -> bool:
    """Whether a word is said as it is written, if only as a part of something that is said otherwise."""
    return token.text in folded(passage.text[token.start : token.end])
