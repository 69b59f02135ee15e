"""Interviews without labels: questions in bold, or on lines of their own, and answers that say "I"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from narrate.structure.piece import Piece

QUESTION, ANSWER = "Q", "A"
"""What the two speakers are called while nobody knows their names."""

_LEAST = 3
"""Questions that make an interview; fewer are rhetorical ones."""
_LONGEST = 60
"""Words of a question, with what leads up to it."""
_DENSITY = 1 / 6
"""Questions for each paragraph from the first to the last."""
_TO_SOMEBODY = 1 / 3
"""Share of the questions that say "you"."""
_ANSWERED = 1 / 2
"""Share of the answers that say "I" or "we"; those of a list of frequent questions seldom do."""
_YOU = re.compile(
    r"\b(?:you|your|yours|you['’]\w+|sie|ihr\w*|ihnen|du|dich|dein\w*|vous|votre|vos|tu|te|usted|su|sus"
    r"|lei|voi|suo|sua|você|seu|u|uw|je|jij)\b",
    re.IGNORECASE,
)
_I = re.compile(
    r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Ii]ch|[Mm]ir|[Mm]ich|[Mm]ein\w*|[Ww]ir|[Uu]ns\w*"
    r"|[Jj]e|[Jj]['’]\w+|[Mm]oi|[Mm]on|[Nn]ous|[Nn]otre|[Yy]o|[Mm]i|[Mm]e|[Nn]os\w*|[Ii]o|[Mm]io|[Mm]ia|[Nn]oi"
    r"|[Ee]u|[Mm]eu|[Mm]inha|[Ii]k|[Mm]ij\w*|[Ww]ij)\b"
)
_INITIALS = re.compile(r"[A-Z]{2,3}\s+[A-Z(\"“]")
"""Two people and more who answer, told apart in a way of which nothing is known."""
_QUOTED = tuple("\"“„«‘'")


def find_questions(pieces: Sequence[Piece]) -> dict[int, str]:
    """The speaker, QUESTION or ANSWER, of each question and of the paragraph below it; empty without any."""
    questions = [index for index, piece in enumerate(pieces) if _is_question(piece)]
    answers = list(_answers(pieces, questions))
    if not _is_interview(pieces, questions, answers):
        return {}
    if _are_in_bold(pieces, questions, answers):
        questions = _in_bold(pieces, questions)
        answers = list(_answers(pieces, questions))
    return {**dict.fromkeys(questions, QUESTION), **dict.fromkeys(answers, ANSWER)}


def _is_question(piece: Piece) -> bool:
    """Whether a paragraph is a question; one that the markup calls a heading opens a chapter instead."""
    if not piece.is_open or piece.tag not in (None, "paragraph"):
        return False
    is_asking = piece.text.endswith(("?", "？")) and not piece.text.startswith(_QUOTED)
    return is_asking and len(piece.words) <= _LONGEST


def _answers(pieces: Sequence[Piece], questions: Sequence[int]) -> Iterator[int]:
    """The paragraphs right below the questions."""
    for question, following in pairwise([*questions, len(pieces)]):
        below = question + 1
        if below < following and _is_said(pieces[below]):
            yield below


def _are_in_bold(pieces: Sequence[Piece], questions: Sequence[int], answers: Sequence[int]) -> bool:
    """Whether a page sets the questions in bold, and so leaves them without a tag, but not the answers."""
    plain = [index for index in (*questions, *answers) if pieces[index].tag is None]
    return plain == list(questions)


def _in_bold(pieces: Sequence[Piece], questions: Sequence[int]) -> list[int]:
    """All that is asked from the first question to the last, also what does not end in a question mark."""
    between = range(questions[0], questions[-1] + 1)
    return [index for index in between if _is_said(pieces[index]) and pieces[index].tag is None]


def _is_said(piece: Piece) -> bool:
    return piece.is_open and piece.closed


def _is_interview(pieces: Sequence[Piece], questions: Sequence[int], answers: Sequence[int]) -> bool:
    if len(questions) < _LEAST or len(answers) < len(questions) - 1:
        return False
    if len(questions) < _DENSITY * (questions[-1] - questions[0] + 1):
        return False
    asked = [pieces[index].text for index in questions]
    answered = [pieces[index].text for index in answers]
    labelled = _count(_INITIALS.match, answered)
    if labelled >= _ANSWERED * len(answers):
        return False
    is_addressed = _count(_YOU.search, asked) >= _TO_SOMEBODY * len(questions)
    return is_addressed and _count(_I.search, answered) >= _ANSWERED * len(answers)


def _count(find: Callable[[str], re.Match[str] | None], texts: Iterable[str]) -> int:
    """In how many of the texts something is found."""
    return sum(find(text) is not None for text in texts)
