"""The characters that a sentence says, each with the run that says it and the pause in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from narrate.engines.common.document import Pause, Run, Sentence, aligned

LONGEST_WORD = 40
"""Characters without a space that the reader gets: it takes time by the cube of their parts, 3 s for
60 hyphens on a busy core. Words in common use are shorter."""
LONGEST_NUMBER = 36
"""Digits without a space: the reader knows numbers up to decillions."""


@dataclass(frozen=True, slots=True)
class Char:
    """One character to say, and the characters of the document that it stands for."""

    char: str
    start: int
    end: int
    run: Run
    pause: float = 0.0


def characters(sentence: Sentence) -> tuple[list[Char], float]:
    """What is to be said, character by character, and the seconds of silence behind it.

    A pause waits for the next letter or digit.
    """
    chars: list[Char] = []
    pause = 0.0
    for part in sentence:
        if isinstance(part, Pause):
            pause += part.seconds
            continue
        for char in _run_chars(part):
            placed = char
            if pause and char.char.isalnum():
                placed = replace(char, pause=pause)
                pause = 0.0
            chars.append(placed)
    breathing = list(_breathing(chars))
    return breathing, pause


def _breathing(chars: list[Char]) -> Iterator[Char]:
    """The same with a space in what has none for too long: a web address, a chain of hyphens."""
    length = 0
    for char in chars:
        yield char
        if char.char.isspace():
            length = 0
            continue
        length += 1
        if length >= _longest(char):
            yield Char(" ", char.end, char.end, char.run)
            length = 0


def _longest(char: Char) -> int:
    """How many characters may stand together where a character is the last of them."""
    if char.char.isdigit():
        return LONGEST_NUMBER
    return LONGEST_WORD if char.char.isalnum() else LONGEST_WORD // 2


def _run_chars(run: Run) -> Iterator[Char]:
    """What a run says, character by character."""
    for char, (start, end) in aligned(run):
        yield Char(char, start, end, run)
