"""No word is lost: what a script leaves out without a reason is found, and spoken after all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from narrate.errors import ProductionError
from narrate.ledger import unaccounted
from narrate.model import Script, Section, Utterance, Voice

NEW = -1
"""Index of an utterance that has not been counted yet."""
EXTRACT = 40
"""Characters of a lost stretch that a message shows."""


def accounted(script: Script, strict: bool = False) -> Script:
    """The script, with a plain utterance by the narrator for each stretch that no utterance speaks.

    That a stretch is unaccounted for is a fault of ours; a note says where. Raises ProductionError with
    `strict`.
    """
    gaps = unaccounted(script)
    if not gaps or not script.utterances:
        return script
    places = _places(script.article.source, gaps)
    if strict:
        raise ProductionError("text is neither spoken nor left out for a reason", places, "please report it")
    note = f"text without a place in the script is spoken plainly (please report it): {places}"
    return replace(_with_plain_utterances(script, gaps), notes=(*script.notes, note))


def _places(source: str, gaps: Sequence[tuple[int, int]]) -> str:
    return "; ".join(_place(source, start, end) for start, end in gaps)


def _place(source: str, start: int, end: int) -> str:
    extract = " ".join(source[start : min(end, start + EXTRACT)].split())
    return f"characters {start} to {end}, {extract!r}"


def _with_plain_utterances(script: Script, gaps: Sequence[tuple[int, int]]) -> Script:
    """All utterances in the order of the source, counted anew; chapters begin where they began."""
    utterances = list(script.utterances)
    for start, end in gaps:
        index = _index_before(utterances, start)
        before = utterances[max(index - 1, 0)]
        utterances.insert(index, _plain(script, before, start, end))
    # Those that are new all have the same old index, which no chapter begins with.
    numbers = {utterance.index: new for new, utterance in enumerate(utterances)}
    chapters = tuple(Section(each.title, numbers[each.utterance]) for each in script.chapters)
    counted = tuple(replace(utterance, index=new) for new, utterance in enumerate(utterances))
    return replace(script, utterances=counted, chapters=chapters)


def _index_before(utterances: Sequence[Utterance], start: int) -> int:
    """Where an utterance that starts at an offset of the source belongs."""
    for index, utterance in enumerate(utterances):
        if utterance.start is not None and utterance.start > start:
            return index
    return len(utterances)


def _plain(script: Script, before: Utterance, start: int, end: int) -> Utterance:
    starts = [block.start for block in script.article.blocks]
    block = max(bisect_right(starts, start) - 1, 0)
    text = script.article.source[start:end]
    return Utterance(NEW, block, "narration", None, _narrator(script), text, start, end, before.chapter, 0.5)


def _narrator(script: Script) -> Voice:
    narration = (utterance.voice for utterance in script.utterances if utterance.role == "narration")
    return next(narration, script.utterances[0].voice)
