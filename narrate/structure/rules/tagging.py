"""Words and their parts of speech, by the tagger of the default voice."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from narrate.tagger import tagger

FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
"""Tags of the Penn Treebank for the verb that makes a sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of the line."""

    text: str
    tag: str
    """Part of speech, Penn Treebank."""
    start: int
    """Offset in the line."""


def tokenize(line: str) -> list[Token]:
    """The line's tokens with their parts of speech."""
    tokenizer, tag_words = tagger()
    words = list(map(itemgetter(0), tokenizer(line)))
    tags = tag_words(words)
    tokens: list[Token] = []
    end = 0
    for word, tag in zip(words, tags, strict=True):
        start = line.find(word, end)
        # The tokenizer writes some signs otherwise than the line does; they are no words.
        if start < 0 or not word:
            continue
        token = Token(word, tag, start)
        tokens.append(token)
        end = start + len(word)
    return tokens


def has_finite_verb(line: str) -> bool:
    """Whether a line reads as a sentence."""
    return any(token.tag in FINITE for token in tokenize(line))
