"""Turns of transcripts, interviews, plays and chats: labels, speeches, and paragraphs that continue them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from narrate.model import LABEL_REASON
from narrate.structure.piece import Piece, index_of
from narrate.structure.rules.bylines import authors
from narrate.structure.talk.evidence import find_talk
from narrate.structure.talk.labels import Label, label_of
from narrate.structure.talk.names_of_sides import interviewee
from narrate.structure.talk.questions import ANSWER, find_questions
from narrate.structure.talk.speakers import ANSWERS, QUESTIONS

STAMP = "the time at which somebody speaks"

_SEVERAL = 0.2
"""Share of the turns that have several paragraphs from which on headings stand inside turns."""
_DIRECTION = re.compile(r"[(\[][^()\[\]]+[)\]][.:]?")
"""A line that is nothing but a stage direction: "(Applause.)"."""


def mark_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """The labels and speeches of a text that is talk, cut from its lines; other texts stay as they are."""
    talk = find_talk(pieces)
    if talk is None:
        return _mark_interview(pieces)
    marked: list[Piece] = []
    waiting: str | None = None
    for index, piece in enumerate(pieces):
        label = talk.turns.get(index)
        if label is not None:
            speaker = talk.speaker(index)
            marked += _turn(piece, label, speaker)
            waiting = speaker if label.alone else None
        elif waiting is not None and _is_said(piece):
            marked.append(_speech(piece, waiting))
            waiting = None
        else:
            marked.append(piece)
    return marked


def _mark_interview(pieces: Sequence[Piece]) -> list[Piece]:
    """Questions and answers without labels. The first of each side may have one that names the speaker, and
    so may all answers where several people give them."""
    sides = find_questions(pieces)
    labels = _labels_beside(pieces, sides)
    names: dict[str, str] = {}
    marked: list[Piece] = []
    for index, piece in enumerate(pieces):
        side = sides.get(index, "")
        label = labels.get(index)
        if label is not None:
            names[side or ANSWER] = label.name
            marked += _turn(piece, label, label.name)
        elif side:
            name = names.setdefault(side, side)
            marked.append(_speech(piece, name))
        else:
            marked.append(piece)
    return marked


def _labels_beside(pieces: Sequence[Piece], sides: Mapping[int, str]) -> dict[int, Label]:
    """The labels in an interview whose questions have none: the first of each side, and those that return."""
    if not sides:
        return {}
    found = _labels_from(pieces, min(sides))
    counts = Counter(label.name for label in found.values())
    first = _first_of_sides(sides)
    kept = {}
    for index, label in found.items():
        returns = counts[label.name] > 1
        if returns or index in first:
            kept[index] = label
    return kept


def _labels_from(pieces: Sequence[Piece], start: int) -> dict[int, Label]:
    """The labels, from an index on, that have words on their line."""
    found: dict[int, Label] = {}
    for index in range(start, len(pieces)):
        label = label_of(pieces[index].text) if pieces[index].is_open else None
        if label is not None and not label.alone:
            found[index] = label
    return found


def _first_of_sides(sides: Mapping[int, str]) -> Container[int]:
    """Where each side speaks for the first time."""
    first: dict[str, int] = {}
    for index in sorted(sides):
        first.setdefault(sides[index], index)
    return first.values()


def continue_turns(pieces: Sequence[Piece]) -> list[Piece]:
    """Paragraphs between two turns, and as many after the last as turns have, belong to who speaks there."""
    last = _last_speech(pieces)
    if last is None:
        return list(pieces)
    turns = _Turns(pieces[: last + 1])
    marked = list(pieces)
    speaker: str | None = None
    for index, piece in enumerate(pieces):
        if piece.kind == "speech":
            speaker = piece.speaker
        elif speaker is None or not piece.is_open:
            continue
        elif _is_direction(piece):
            marked[index] = piece.marked("paragraph")
        elif index > last + turns.longest - 1:
            break
        elif turns.has_more(piece):
            marked[index] = _speech(piece, speaker)
        elif index > last or not turns.have_paragraphs:
            speaker = None  # a heading, perhaps of a scene, and what is said below it is of nobody
    return marked


class _Turns:
    """How long the turns of a talk are: what goes on with them is told from that."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """`pieces`: up to the last speech."""
        self._is_chat = any(piece.reason == STAMP for piece in pieces)
        runs = [[piece for piece in run if self._is_of_turn(piece)] for run in _runs(pieces)]
        between = runs[1:-1]
        self.longest = max(map(len, between), default=1)
        """The most paragraphs that a turn has before the last one."""
        several = sum(len(run) > 1 for run in between)
        self.have_paragraphs = several >= _SEVERAL * len(between)
        """Whether many turns have several paragraphs, so that a heading stands inside one, too."""

    def has_more(self, piece: Piece) -> bool:
        """Whether a line without a label is more of what was said, rather than a heading or a note."""
        if piece.tag not in (None, "paragraph", "list_item"):
            return False
        return self._is_chat or piece.closed

    def _is_of_turn(self, piece: Piece) -> bool:
        return piece.kind == "speech" or (_is_said(piece) and self.has_more(piece))


def name_sides(pieces: Sequence[Piece]) -> list[Piece]:
    """Speakers who are only "Q" and "A" get the names of the author, and of whom the author talks to."""
    sides = {piece.speaker for piece in pieces if piece.speaker is not None}
    asking = _of_side(QUESTIONS, sides)
    answering = _of_side(ANSWERS, sides)
    if not asking or not answering:
        return list(pieces)
    author = authors(pieces)
    answers = interviewee(_before_talk(pieces), author)
    names = {**dict.fromkeys(asking, author), **dict.fromkeys(answering, answers)}
    return [_named(piece, names) for piece in pieces]


def _of_side(labels: Container[str], speakers: Iterable[str]) -> list[str]:
    """Those whose labels are of one side of an interview."""
    return [speaker for speaker in speakers if speaker.casefold() in labels]


def _named(piece: Piece, names: Mapping[str, str | None]) -> Piece:
    name = names.get(piece.speaker or "")
    return replace(piece, speaker=name) if name else piece


def _turn(piece: Piece, label: Label, speaker: str) -> Iterator[Piece]:
    """A line cut into its time stamp, the label, a stage direction and the words."""
    offsets = sorted({label.start, label.direction, label.end} - {0, len(piece.text)})
    for part in piece.cut(*offsets):
        at = part.start - piece.start
        if at < label.start:
            yield part.marked("boilerplate", STAMP)
        elif at < label.direction:
            yield replace(part.marked("label", LABEL_REASON), speaker=speaker)
        elif at < label.end:
            yield part.marked("paragraph")
        else:
            yield _speech(part, speaker)


def _is_said(piece: Piece) -> bool:
    return piece.is_open and not _is_direction(piece)


def _speech(piece: Piece, speaker: str) -> Piece:
    return replace(piece.marked("speech"), speaker=speaker)


def _is_direction(piece: Piece) -> bool:
    return _DIRECTION.fullmatch(piece.text) is not None


def _last_speech(pieces: Sequence[Piece]) -> int | None:
    backwards = index_of(list(reversed(pieces)), _is_speech)
    return None if backwards is None else len(pieces) - 1 - backwards


def _is_speech(piece: Piece) -> bool:
    return piece.kind == "speech"


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces before anybody speaks, and then from each change of the speaker to the next."""
    runs: list[list[Piece]] = [[]]
    speaker: str | None = None
    for piece in pieces:
        if piece.kind == "speech" and piece.speaker != speaker:
            speaker = piece.speaker
            runs.append([])
        runs[-1].append(piece)
    return runs


def _before_talk(pieces: Sequence[Piece]) -> Sequence[Piece]:
    first = index_of(pieces, lambda piece: piece.speaker is not None)
    return pieces[: first or 0]
