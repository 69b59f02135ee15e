"""Words and their parts of speech, by the tagger of the default voice."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

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


@lru_cache(maxsize=1)
def _tagger() -> tuple[Any, Any]:
    """hibari's tokenizer and part-of-speech tagger, without the lexicons that its whole G2P loads."""
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer

    assets = files("hibari") / "assets"
    exceptions = json.loads(assets.joinpath("tokenizer_exceptions.json").read_bytes())
    model = json.loads(gzip.decompress(assets.joinpath("tagger.json.gz").read_bytes()))
    return Tokenizer(exceptions), Tagger(model)


def tokenize(line: str) -> list[Token]:
    """The line's tokens with their parts of speech."""
    tokenizer, tagger = _tagger()
    words = [word for word, _ in tokenizer(line)]
    tokens: list[Token] = []
    end = 0
    for word, tag in zip(words, tagger(words), strict=True):
        start = line.find(word, end)
        if start >= 0 and word:
            tokens.append(Token(word, tag, start))
            end = start + len(word)
    return tokens


def has_finite_verb(line: str) -> bool:
    """Whether a line reads as a sentence."""
    return any(token.tag in FINITE for token in tokenize(line))
