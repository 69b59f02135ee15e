"""What was made, in a few lines: for the terminal, and plain enough for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from narrate.model import Narration, Script, Utterance, Voice
from narrate.printing import as_line
from narrate.views.left_out import grouped, shortened

LONGEST_EXTRACT = 60  # characters of what was left out


def summary(narration: Narration, outputs: Sequence[Path]) -> str:
    """File, duration, chapters, voices by speaker, and what was left out and why."""
    return "\n".join(map(as_line, _lines(narration, outputs)))


def _lines(narration: Narration, outputs: Sequence[Path]) -> Iterator[str]:
    duration = clock(narration.length / narration.sample_rate)
    for output in outputs:
        size = output.stat().st_size / 1e6
        yield f"{output}  {duration}  {size:.1f} MB"
    script = narration.script
    yield from _listed("Chapters:", _chapters(narration))
    yield from _listed("Voices:", _voices(script))
    yield from _listed("Notes:", script.notes)
    yield from _listed("Left out:", _left_out(script))


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    """A heading and what it is for, indented; nothing if there is nothing."""
    lines = [f"  {item}" for item in items]
    if lines:
        yield heading
    yield from lines


def _chapters(narration: Narration) -> Iterator[str]:
    for chapter in narration.chapters:
        start = clock(chapter.start / narration.sample_rate)
        yield f"{start}  {_one_line(chapter.title)}"


def clock(seconds: float) -> str:
    """83.4 → "1:23"; 3723 → "1:02:03"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _voices(script: Script) -> list[str]:
    """Who speaks with which voice, in order of appearance; the narrator first."""
    voices: dict[str, str] = {}
    for utterance in script.utterances:
        if utterance.role != "announcement":
            voices.setdefault(_who(utterance), _named(utterance.voice))
    narrator_first = sorted(voices.items(), key=lambda item: item[0] != "narration")
    return [f"{who}: {voice}" for who, voice in narrator_first]


def _named(voice: Voice) -> str:
    return f"{voice.name} ({voice.instead_of} is not here)" if voice.instead_of else voice.name


def _who(utterance: Utterance) -> str:
    if utterance.role != "quote":
        return utterance.role
    if utterance.speaker is None:
        return "quotations without a named speaker"
    return utterance.speaker.name


def _left_out(script: Script) -> Iterator[str]:
    """Every group of blocks that are not spoken, with the reason and its first words."""
    spoken = {utterance.block for utterance in script.utterances}
    silent = (block for index, block in enumerate(script.article.blocks) if index not in spoken)
    for reason, text in grouped(silent):
        yield f"{reason}: {shortened(text, LONGEST_EXTRACT)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
