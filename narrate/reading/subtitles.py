"""Subtitles → a source: SubRip (.srt) and WebVTT (W3C, 2019), their cues joined to paragraphs.

Numbers, times and styles are markup and not in the text, as tags are not in that of a web page. Names in
voice spans (`<v Mara>`) are labels of speeches. What a cue repeats of the one before, as rolling captions do,
is read once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrate.errors import SourceError
from narrate.model import LABEL_REASON, Source, Stated, Stretch
from narrate.reading.decoding import decode
from narrate.reading.document import Document

_NAMES = (".srt", ".vtt")
_TYPES = ("text/vtt", "application/x-subrip")
_TIME = r"(?:\d{1,3}:)?\d{2}:\d{2}[.,]\d{3}"
_TIMING = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})")
_BEGINNING = re.compile(rf"\ufeff?(?:WEBVTT\b|\s*\d+\s*\n{_TIME}\s*-->)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?\s++([^<>]++)>")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_SPEAKER_CHANGES = re.compile(r"[-–—]\s?(?=\S)")
_LABEL = re.compile(r"[^\W\d_a-z][^\W\d_a-z .'’-]+:\s")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)\]]?$")
_PAUSE = 2.0
"""Seconds between two cues from which on a finished sentence ends a paragraph."""
_USUAL = 400
"""Characters after which a paragraph ends with its sentence, though nobody pauses."""
_NARRATOR = "narrator"
"""What captions call who reads the text itself."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cue."""

    text: str
    speaker: str
    """As a voice span names them; "" without one."""
    opens: bool
    """Whether somebody begins to speak with it: a dash, a label or a long pause says so."""


@dataclass(slots=True)
class _Paragraph:
    lines: list[str]
    speaker: str
    length: int = 0
    """Characters, about."""

    @property
    def text(self) -> str:
        """Its lines, joined."""
        return " ".join(self.lines)

    def add(self, line: str) -> None:
        """Add a line at its end."""
        self.lines.append(line)
        self.length += len(line) + 1


def is_subtitles(document: Document) -> bool:
    """Whether this is SubRip or WebVTT, by its type, its name or its first lines."""
    if document.media_type in _TYPES or document.name.lower().endswith(_NAMES):
        return True
    beginning = document.data[:200].decode("utf-8", "replace").replace("\r\n", "\n")
    return _BEGINNING.match(beginning) is not None


def read_subtitles(document: Document) -> Source:
    """Read subtitles. Raises SourceError where no cue is in them."""
    text = decode(document.data, document.name, document.charset)
    paragraphs = _paragraphs(list(_lines(text)))
    if not paragraphs:
        remedy = "give subtitles with times such as 00:00:01,000 --> 00:00:03,500"
        raise SourceError("there is no subtitle in it", document.name, remedy)
    return _source(paragraphs, document)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of all cues in order, none twice in a row."""
    before = ""
    last_end = 0.0
    speaker = ""
    for start, end, lines in _cues(text):
        pauses = start - last_end >= _PAUSE
        last_end = end
        for index, written in enumerate(lines):
            voice = _VOICE.search(written)
            if voice or index == 0:
                speaker = html.unescape(voice[1]).strip() if voice else ""
            said = _plain(written)
            if said and said != before:
                yield _line(said, speaker, pauses=pauses and index == 0)
                before = said


def _line(said: str, speaker: str, *, pauses: bool) -> _Line:
    dash = _SPEAKER_CHANGES.match(said)
    opens = pauses or dash is not None or _LABEL.match(said) is not None
    return _Line(said[dash.end() :] if dash else said, speaker, opens)


def _cues(text: str) -> Iterator[tuple[float, float, Sequence[str]]]:
    """Start, end (in seconds) and lines of each cue; notes, styles and regions have no times."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        for at, line in enumerate(lines[:2]):
            timing = _TIMING.match(line)
            if timing:
                yield _seconds(timing[1]), _seconds(timing[2]), lines[at + 1 :]
                break


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _plain(written: str) -> str:
    """A line without tags, its entities as the characters that they stand for."""
    return " ".join(html.unescape(_TAG.sub("", written)).split())


def _paragraphs(lines: Sequence[_Line]) -> list[_Paragraph]:
    """The lines joined, up to where somebody else speaks, or where a sentence ends before a pause."""
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if paragraphs and not _begins(line, paragraphs[-1]):
            paragraphs[-1].add(line.text)
        else:
            paragraphs.append(_Paragraph([line.text], line.speaker, len(line.text)))
    return paragraphs


def _begins(line: _Line, last: _Paragraph) -> bool:
    """Whether a line begins a new paragraph after the last one."""
    if line.speaker != last.speaker:
        return True
    is_finished = _SENTENCE_END.search(last.lines[-1][-2:]) is not None
    return is_finished and (line.opens or last.length >= _USUAL)


def _source(paragraphs: Sequence[_Paragraph], document: Document) -> Source:
    stretches: list[Stretch] = []
    start = 0
    for paragraph in paragraphs:
        for stretch in _stretches(paragraph, start):
            stretches.append(stretch)
            start = stretch.end + 2
    text = "\n\n".join(stretch.text for stretch in stretches)
    return Source(text, document.name, tuple(stretches), Stated(url=document.url), is_book=True)


def _stretches(paragraph: _Paragraph, start: int) -> Iterator[Stretch]:
    """A paragraph, and before it the label of who speaks, if a voice span names somebody."""
    speaker = paragraph.speaker
    if not speaker or speaker.casefold() == _NARRATOR:
        yield Stretch(paragraph.text, start)
        return
    label = Stretch(f"{speaker}:", start, kind="label", reason=LABEL_REASON, speaker=speaker)
    yield label
    yield Stretch(paragraph.text, label.end + 2, kind="speech", speaker=speaker)
