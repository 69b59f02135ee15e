"""Substitutions as marks on the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from narrate.model import Mark, Utterance, Voice
from narrate.speaking import annotate, spoken, substitutions
from tests.work import grows_with

ALPHABET = st.sampled_from(
    [*"0123456789", *"aeisxmkpVIXUNSt", *" .,:;-–—/()[]'’\"$€£%°+#@&½\n", "😀", "\u200d", "é"]
)


def _utterance(text: str, *marks: Mark) -> Utterance:
    voice = Voice("narrator", "tone", "220")
    return Utterance(0, 0, "narration", None, voice, text, 0, len(text), 0, marks=marks)


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("It was World War II again.", "II", "Two"),
        ("Prices rose 5% on Monday.", "5%", "five percent"),
        ("a 7-year-old boy", "7", "seven"),
        ("on Dec. 14, 2016, in", "Dec. 14, 2016", "December fourteenth, twenty sixteen"),
        ("on March 3, he", "3", "third"),
        ("open (for) business", "(for)", "for"),
    ],
)
def test_a_mark_covers_the_words_that_change_and_no_others(text: str, written: str, value: str) -> None:
    """The stretch is as small as the change, so that a transcript can follow word by word."""
    (mark,) = substitutions(text)
    assert (mark.kind, text[mark.start : mark.end], mark.value) == ("sub", written, value)


@given(st.text(ALPHABET, max_size=60))
@example("[1]" * 3)
@example("10:99 p.m. 31/31/31 0/0 1/0")
@example("$.05 -½ +1 1,000,00 1.2.3.4.5")
def test_any_text_can_be_spoken(text: str) -> None:
    """Whatever is written, marks are in order, do not overlap, and are `spoken` when applied."""
    marks = substitutions(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    applied = text
    for mark in reversed(marks):
        applied = applied[: mark.start] + mark.value + applied[mark.end :]
    assert spoken(text) == applied


@pytest.mark.parametrize(
    "piece", ["1,", "a-", "a/", "1/", "A&", "(a ", "-", "$1-", "http://a.b/", "a.", "½", "Mon-"]
)
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    """Eight times as many traps in one line are eight times the work, not sixty-four times."""
    assert grows_with(lambda count: substitutions(piece * count), 250, 2000)


def test_annotate_marks_sentences_and_substitutions_in_order() -> None:
    """An utterance gets both kinds of marks, sorted by where they start."""
    marked = annotate(_utterance("It rose 5%. The UN said so."))
    assert [(mark.kind, mark.start, mark.end, mark.value) for mark in marked.marks] == [
        ("sentence", 0, 11, ""),
        ("sub", 8, 10, "five percent"),
        ("sentence", 12, 27, ""),
        ("sub", 16, 18, "U.N"),
    ]


def test_annotate_keeps_the_marks_that_are_there() -> None:
    """A fragment stays, and a substitution that somebody set wins over ours."""
    fragment, own = Mark("emphasis", 0, 4, "moderate"), Mark("sub", 8, 10, "a twentieth")
    utterance = _utterance("It rose 5%.", fragment, own)
    marked = annotate(utterance)
    assert [mark for mark in marked.marks if mark.kind != "sentence"] == [fragment, own]
    assert replace(marked, marks=utterance.marks) == utterance


def test_a_sentence_ends_where_no_substitution_does() -> None:
    """Elements of SSML nest: a substitution over a border makes one sentence of two."""
    own = Mark("sub", 3, 12, "so it was again")
    marked = annotate(_utterance("It was. So again. Yes.", own))
    assert [(mark.start, mark.end) for mark in marked.marks if mark.kind == "sentence"] == [(0, 17), (18, 22)]


def test_a_paragraph_of_many_marked_sentences_is_work_in_proportion() -> None:
    """An SSML document may hold a book in one paragraph."""

    def annotated(sentences: int) -> None:
        text = "It rained. " * sentences
        marks = [Mark("sentence", at, at + 10) for at in range(0, len(text), 11)]
        assert annotate(_utterance(text, *marks)).marks == tuple(marks)

    assert grows_with(annotated, 200, 1600)
