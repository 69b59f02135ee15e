"""Whether the labels of a text are those of talk, told from all of them together.

Other texts have labels, too: "Note:", "Prep time:", "Claim:" and "Fact:". Those of speakers return, one after
another, fill the text from the first to the last, and what follows them says "I" or "you", asks, or is short.
The numbers below were chosen for that, and checked on the development articles and pages, in which
`benchmarks/talk.py` finds no talk where there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from narrate.structure.piece import Piece
from narrate.structure.talk.labels import Label, label_of
from narrate.structure.talk.speakers import ANSWERS, QUESTIONS, speakers

_TURNS = 4
"""Turns that make a talk, at least, between two speakers who return."""
_ALTERNATING = 0.5
"""Share of the turns that follow one of somebody else."""
_DENSITY = 1 / 8
"""Turns for each line between the first and the last: answers may have several paragraphs."""
_COVERAGE = 0.35
"""Share of the words that stands between the first turn and the last line after them."""
_SPEAKING = 1 / 3
"""Share of somebody's turns that speak to somebody; lists of facts have none."""
_SPEAKERS_TURNS = 0.6
"""Share of the turns that belong to those who speak so."""
_QUOTED = 0.4
"""Share of the turns that begin with a quotation mark from which on they are statements being checked."""
_FEW_WORDS = 3
_TEXT = (None, "paragraph", "list_item", "heading")
"""Tags of what may be a turn."""
_STAMPED = 0.8

_PERSON = re.compile(
    r"\b(?:i|i['’]\w+|me|my|we|we['’]\w+|us|our|you|you['’]\w+|your|yeah|thanks"
    r"|ich|mir|mich|mein\w*|wir|uns\w*|sie|ihnen|ihr\w*|du|dir|dein\w*"
    r"|je|j['’]\w+|moi|mon|ma|mes|nous|notre|nos|vous|votre|vos|tu"
    r"|yo|mi|mis|nosotros|nos|usted|ustedes|tú|te|su"
    r"|io|mio|mia|noi|nostr[oaie]|lei|voi|ti|si"
    r"|eu|meu|minha|nós|nosso|você|vocês|ik|mij|wij|jij|u|uw)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile("[?？؟]")
_QUOTATION_MARKS = tuple("\"“„«‘'")


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a text that is talk."""

    turns: Mapping[int, Label]
    """By the index of their piece."""
    speakers: Mapping[str, str]
    """The speaker of each label, by the fullest name."""

    def speaker(self, index: int) -> str:
        """Who speaks in the piece at an index."""
        return self.speakers[self.turns[index].name]


@dataclass(frozen=True, slots=True)
class _Turn:
    index: int
    speaker: str
    said: str


def find_talk(pieces: Sequence[Piece]) -> Talk | None:
    """The labelled turns of a text, or None where it is no talk."""
    labels = dict(_labels(pieces))
    if len(labels) < _TURNS:
        return None
    by_label = _speakers_of(labels, pieces)
    labels = _of_one_style(labels, by_label)
    turns = [
        _Turn(index, by_label[label.name], _said(pieces, index, label)) for index, label in labels.items()
    ]
    if not _is_talk(turns, labels, pieces):
        return None
    return Talk(labels, by_label)


def _labels(pieces: Sequence[Piece]) -> Iterator[tuple[int, Label]]:
    """Each label by the index of its piece; one alone on the last line has nothing to say."""
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        label = label_of(piece.text) if _is_text(piece) else None
        if label is None:
            continue
        is_above_nothing = label.alone and index == last
        if not is_above_nothing:
            yield index, label


def _is_text(piece: Piece) -> bool:
    return piece.is_open and piece.tag in _TEXT


def _speakers_of(labels: Mapping[int, Label], pieces: Sequence[Piece]) -> dict[str, str]:
    said = []
    for index, piece in enumerate(pieces):
        label = labels.get(index)
        said.append(piece.text[label.end :] if label else piece.text)
    return speakers([label.name for label in labels.values()], said)


def _of_one_style(labels: Mapping[int, Label], by_label: Mapping[str, str]) -> dict[int, Label]:
    """The labels in the style that most of those have that return; others begin a sentence by chance."""
    returning = _returning_labels(labels, by_label)
    styles = Counter(label.style for label in returning)
    style = max(styles, key=styles.__getitem__, default=None)
    usual = {by_label[label.name] for label in returning if label.style == style}
    kept = {}
    for index, label in labels.items():
        is_usual = by_label[label.name] in usual
        if is_usual or (label.style == style and _is_believed(label)):
            kept[index] = label
    return kept


def _returning_labels(labels: Mapping[int, Label], by_label: Mapping[str, str]) -> list[Label]:
    """The labels of those who have more than one."""
    counts = Counter(by_label[label.name] for label in labels.values())
    return [label for label in labels.values() if counts[by_label[label.name]] > 1]


def _is_believed(label: Label) -> bool:
    """Whether a label that does not return is one all the same."""
    if label.style != "names":
        return True
    words = label.name.split()
    return len(words) in (2, 3) and all(word[0].isupper() for word in words)


def _said(pieces: Sequence[Piece], index: int, label: Label) -> str:
    """What follows a label: on its line, or on the next one."""
    at = index + 1 if label.alone else index
    if at >= len(pieces):
        return ""
    return pieces[at].text if label.alone else pieces[index].text[label.end :]


def _is_talk(turns: Sequence[_Turn], labels: Mapping[int, Label], pieces: Sequence[Piece]) -> bool:
    is_laid_out = (
        len(turns) >= _TURNS
        and len(_returning(turns)) >= 2
        and _alternate(turns)
        and _fill_text(turns, labels, pieces)
    )
    if not is_laid_out or _quoted(turns) >= _QUOTED:
        return False
    return _is_stamped(labels) or _is_said_to_somebody(turns, labels)


def _returning(turns: Sequence[_Turn]) -> set[str]:
    """Who has more than one turn."""
    counts = Counter(turn.speaker for turn in turns)
    return {speaker for speaker, count in counts.items() if count > 1}


def _alternate(turns: Sequence[_Turn]) -> bool:
    changes = sum(one.speaker != other.speaker for one, other in pairwise(turns))
    return changes >= _ALTERNATING * (len(turns) - 1)


def _quoted(turns: Sequence[_Turn]) -> float:
    """The share of the turns that begin with a quotation mark."""
    quoted = sum(turn.said.lstrip().startswith(_QUOTATION_MARKS) for turn in turns)
    return quoted / len(turns)


def _fill_text(turns: Sequence[_Turn], labels: Mapping[int, Label], pieces: Sequence[Piece]) -> bool:
    """Whether the turns stand close together, and make up a good part of the text."""
    first, last = turns[0].index, turns[-1].index
    if len(turns) < _DENSITY * (last - first + 1):
        return False
    roles = {_role(label.name) for label in labels.values()}
    if roles == {"question", "answer"}:
        return True
    return _words(pieces[first : last + 1]) >= _COVERAGE * _words(pieces)


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.words) for piece in pieces if piece.is_open)


def _role(name: str) -> str:
    low = name.casefold()
    if low in QUESTIONS:
        return "question"
    return "answer" if low in ANSWERS else ""


def _is_stamped(labels: Mapping[int, Label]) -> bool:
    stamped = sum(label.stamped or label.style == "nick" for label in labels.values())
    return stamped >= _STAMPED * len(labels)


def _is_said_to_somebody(turns: Sequence[_Turn], labels: Mapping[int, Label]) -> bool:
    """Whether two speakers who return, or more, address somebody, and those who do have most of the turns."""
    speaking = {name: len(said) for name, said in _said_by(turns).items() if _address_somebody(said)}
    if sum(speaking.values()) < _SPEAKERS_TURNS * len(turns):
        return False
    returning = [name for name, count in speaking.items() if count > 1]
    return len(returning) >= 2 and _is_asked(turns, labels)


def _said_by(turns: Sequence[_Turn]) -> dict[str, list[str]]:
    """What each speaker says."""
    said: dict[str, list[str]] = {}
    for turn in turns:
        said.setdefault(turn.speaker, []).append(turn.said)
    return said


def _address_somebody(said: Sequence[str]) -> bool:
    """Whether enough of somebody's turns say "I" or "you", ask, or are short."""
    return sum(map(_speaks, said)) >= _SPEAKING * len(said)


def _is_asked(turns: Sequence[_Turn], labels: Mapping[int, Label]) -> bool:
    """Whether anybody asks; labels that are not even in capitals ("Tip:") are not believed without."""
    in_capitals = any(label.style == "capitals" for label in labels.values())
    return in_capitals or any(_QUESTION.search(turn.said) for turn in turns)


def _speaks(said: str) -> bool:
    """Whether words are spoken to somebody, as far as they show it."""
    if not said.strip():
        return False
    if _QUESTION.search(said) or _PERSON.search(said):
        return True
    return len(said.split()) <= _FEW_WORDS
