"""A script as a person reads it: one line per utterance, under its chapter."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.model import Script, Utterance
from narrate.views.left_out import grouped, shortened

LONGEST_EXTRACT = 500  # characters of a group that was left out; `--format json` has all of it


def script_text(script: Script) -> str:
    """Write a script as plain text: chapters, then who says what, then what is left out and why."""
    return "\n".join([*_chapters(script), *_left_out(script)]) + "\n"


def _chapters(script: Script) -> Iterator[str]:
    starts = {section.utterance: section.title for section in script.chapters}
    for utterance in script.utterances:
        if utterance.index in starts:
            yield f"\n== {_one_line(starts[utterance.index])} =="
        yield f"{_one_line(_who(utterance)):>24}  {_one_line(utterance.text)}"


def _left_out(script: Script) -> Iterator[str]:
    silent = [block for block in script.article.blocks if not block.spoken]
    if silent:
        yield "\n== Left out =="
    for reason, text in grouped(silent):
        yield f"{reason:>24}  {shortened(text, LONGEST_EXTRACT)}"


def _who(utterance: Utterance) -> str:
    who = utterance.speaker.name if utterance.speaker else utterance.role
    return f"{who} [{utterance.voice.name}]"


def _one_line(text: str) -> str:
    return " ".join(text.split())
