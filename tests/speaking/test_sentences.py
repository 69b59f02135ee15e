"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from narrate.speaking import sentence_spans, sentences
from narrate.speaking.boundaries import WINDOW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        (
            "It hurts Govs. Ada Quill and Bram Otto, Pres. Lee said. Prof. Moreau agreed.",
            ["It hurts Govs. Ada Quill and Bram Otto, Pres. Lee said.", "Prof. Moreau agreed."],
        ),
        (
            "Gov. Ada Quill met Lt. Col. Bram Otto. They left.",
            ["Gov. Ada Quill met Lt. Col. Bram Otto.", "They left."],
        ),
        ("It opens at 5 p.m. Monday. Come early.", ["It opens at 5 p.m. Monday.", "Come early."]),
        ("It closed at 6 p.m. She stayed.", ["It closed at 6 p.m.", "She stayed."]),
        (
            "“We stop here. Come in,” said Gov. Quill. She went.",
            ["“We stop here.", "Come in,” said Gov. Quill.", "She went."],
        ),
        ("He called it “a trap.” They left.", ["He called it “a trap.”", "They left."]),
        ("It cost $4.50. He paid.", ["It cost $4.50.", "He paid."]),
        (
            "1. Boil the water. 2. Add the tea. 3. Wait.",
            ["1. Boil the water.", "2. Add the tea.", "3. Wait."],
        ),
        ("1. Boil the water 2. Add the tea", ["1. Boil the water", "2. Add the tea"]),
        ("a) a bridge b) a ferry c) a boat", ["a) a bridge", "b) a ferry", "c) a boat"]),
        ("a. Boil it b. Add the tea", ["a. Boil it", "b. Add the tea"]),
        ("A. Quill met B. Otto", ["A. Quill met B. Otto"]),
        ("A title without a stop\n\nThe first line.", ["A title without a stop", "The first line."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations, quotations and list numbers do not end a sentence; blank text has none."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One. Two! Three?\n\nFour… “Five.” 6. Six",
        "The vote was close. " * 2000,
        "no stop and no space" * 3000,
        "It ended." + "\t" * 60_000 + "So it began.",  # took minutes
        "word " * (WINDOW // 2),
    ],
    ids=[
        "mixed",
        "longer than a window",
        "one word longer than a window",
        "white space",
        "one sentence longer",
    ],
)
def test_sentences_tile_the_text(text: str) -> None:
    """Every character but white space is in exactly one span, in order, and spans have no blank ends."""
    spans = sentence_spans(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_line_longer_than_a_window_is_split_as_a_short_one() -> None:
    """Reading in windows leaves no trace at their borders."""
    sentence = "Officials in Upper Marrow said the No. 3 lock would reopen at 5 p.m. Monday."
    assert sentences(" ".join([sentence] * 600)) == [sentence] * 600
