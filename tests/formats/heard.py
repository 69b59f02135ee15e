"""Narrations of a given article: which utterances it has, and when each word of them is heard."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from narrate.model import Article, Chapter, Cue, Mark, Narration, Quotation, Script, Section, Utterance, Word
from tests.helpers import utterance

CUE = 1000
"""Samples of every cue, or more where its text needs more; 100 of silence follow each."""


def heard(
    told: Article, *said: Utterance, quotations: tuple[Quotation, ...] = (), words: bool = True
) -> Narration:
    """A narration of these utterances, one cue after the other, 10 samples for each letter of a word."""
    utterances = tuple(replace(each, index=n) for n, each in enumerate(said))
    cues: list[Cue] = []
    for each in utterances:
        start = cues[-1].end + 100 if cues else 0
        found = tuple(
            Word(word.start(), word.end(), start + 10 * word.start(), start + 10 * word.end())
            for word in re.finditer(r"\w+", each.text)
        )
        cues.append(Cue(each.index, start, start + max(CUE, 10 * len(each.text)), found if words else ()))
    length = cues[-1].end + 100 if cues else 0
    script = Script(told, utterances, (Section(told.title, 0),), quotations)
    return Narration(script, Path("unused"), 24_000, tuple(cues), (Chapter(told.title, 0, length),), length)


def part(told: Article, words: str, **fields: Any) -> Utterance:
    """The utterance of these words, which stand once in the article; every ". " ends a sentence in it."""
    start = told.source.index(words)
    ends = [at + 2 for at in range(len(words) - 2) if words[at : at + 2] == ". "]
    marks = tuple(Mark("sentence", a, b) for a, b in pairwise([0, *ends, len(words)]))
    return utterance(words, start=start, end=start + len(words), marks=marks, **fields)
