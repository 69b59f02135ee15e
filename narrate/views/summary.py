"""What was made, in a few lines: for the terminal, and plain enough for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from narrate.model import Narration, Script, Utterance, Voice
from narrate.views.left_out import grouped, shortened

LONGEST_EXTRACT = 60  # characters of what was left out


def summary(narration: Narration, outputs: Sequence[Path]) -> str:
    """File, duration, chapters, voices by speaker, and what was left out and why."""
    return "\n".join(_lines(narration, outputs))


def _lines(narration: Narration, outputs: Sequence[Path]) -> Iterator[str]:
    seconds = narration.length / narration.sample_rate
    for output in outputs:
        yield f"{output}  {clock(seconds)}  {output.stat().st_size / 1e6:.1f} MB"
    yield "Chapters:"
    for chapter in narration.chapters:
        yield f"  {clock(chapter.start / narration.sample_rate)}  {' '.join(chapter.title.split())}"
    yield "Voices:"
    for who, voice in _voices(narration.script).items():
        yield f"  {who}: {voice}"
    if narration.script.notes:
        yield "Notes:"
        yield from (f"  {note}" for note in narration.script.notes)
    left_out = list(_left_out(narration.script))
    if left_out:
        yield "Left out:"
        yield from left_out


def clock(seconds: float) -> str:
    """83.4 → "1:23"; 3723 → "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _voices(script: Script) -> dict[str, str]:
    """Who speaks with which voice, in order of appearance; the narrator first."""
    voices: dict[str, str] = {}
    for utterance in script.utterances:
        if utterance.role == "announcement":
            continue
        voices.setdefault(_who(utterance), _named(utterance.voice))
    return dict(sorted(voices.items(), key=lambda item: item[0] != "narration"))


def _named(voice: Voice) -> str:
    return f"{voice.name} ({voice.instead_of} is not here)" if voice.instead_of else voice.name


def _who(utterance: Utterance) -> str:
    if utterance.role == "quote":
        return utterance.speaker.name if utterance.speaker else "quotations that nobody is named for"
    return utterance.role


def _left_out(script: Script) -> Iterator[str]:
    spoken = {utterance.block for utterance in script.utterances}
    silent = (block for index, block in enumerate(script.article.blocks) if index not in spoken)
    for reason, text in grouped(silent):
        yield f"  {reason}: {shortened(text, LONGEST_EXTRACT)}"
