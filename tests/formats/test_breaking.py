"""Texts in fragments of two lines: nothing lost, nothing too long, cut where a reader would pause."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.formats.timed_text.breaking import broken, plain
from tests.formats.told import hostile_texts, tried


def without_spaces(text: str) -> str:
    return "".join(text.split())


@given(text=hostile_texts, width=st.integers(5, 65), label=st.sampled_from(["", "Ada Moreau:", "x" * 200]))
@tried
def test_fragments_hold_the_whole_text_in_order_and_fit(text: str, width: int, label: str) -> None:
    """Whatever the text is: every character that shows is there once, on one of at most two full lines."""
    fragments = broken(text, width, label=label)
    lines = [line for fragment in fragments for line in fragment.lines]
    assert without_spaces("".join(lines)) == without_spaces(plain(f"{label} {text}"))
    assert all(0 < len(line) <= width and line == plain(line) for line in lines)
    assert all(1 <= len(fragment.lines) <= 2 for fragment in fragments)
    offsets = [fragment.offset for fragment in fragments]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) or label for offset in offsets)


@pytest.mark.parametrize("text", ["", " \n\n ", "\0\x1f", "\u202e", "\u2028"])
def test_a_text_that_shows_nothing_has_no_fragments(text: str) -> None:
    """An empty caption would be a flash, and an empty line the end of a cue."""
    assert broken(text, 42) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One line.", [["One line."]]),
        ("Two lines of nearly equal length", [["Two lines of", "nearly equal length"]]),
        # After a sentence rather than where the second line is full.
        ("Water rose all night. Nobody in town had slept.",
         [["Water rose", "all night."], ["Nobody in town", "had slept."]]),
        # After a comma rather than in the middle of a clause.
        ("When the water rose, nobody in town had slept.",
         [["When the water rose,"], ["nobody in town", "had slept."]]),
        # A word that is longer than a line, such as an address, is cut and not lost.
        ("see " + "a" * 45 + " there", [["see", "a" * 20], ["a" * 20, "a" * 5 + " there"]]),
    ],
)  # fmt: skip
def test_cuts_are_where_a_reader_would_pause(text: str, lines: list[list[str]]) -> None:
    """Sentences first, then clauses, then words; the two lines of a fragment as even as can be."""
    ends = {text.find(". ") + 1, len(text)} - {0}
    assert [list(fragment.lines) for fragment in broken(text, 20, ends)] == lines


def test_a_full_stop_that_ends_no_sentence_is_no_place_to_cut() -> None:
    """Sentence ends are told, not guessed: "Dr." stays with the name."""
    text = "The people of the town sent for Dr. Moreau on Sunday night."
    assert [fragment.lines for fragment in broken(text, 22, {len(text)})] == [
        ("The people of", "the town sent"),
        ("for Dr. Moreau", "on Sunday night."),
    ]


def test_a_label_stays_with_the_beginning_of_what_is_said() -> None:
    """A name that stands alone would be gone before anybody has read it."""
    first, *rest = broken("waiting for hours and hours, and it was cold.", 16, label="Ada Moreau:")
    assert (first.offset, first.lines) == (0, ("Ada Moreau:", "waiting for"))
    assert all("Ada" not in line for fragment in rest for line in fragment.lines)


def test_what_would_turn_the_direction_of_text_is_taken_out() -> None:
    """An override that is left open would reverse what follows; marks that end by themselves stay."""
    assert plain("a \u202eb\u202c \u2067c\u2069 d\u200f") == "a b c d\u200f"


JAPANESE = (
    "停戦は水曜日に崩壊し、住民を避難させる計画は遅れています。国連は「全ての当事者に責任がある」と述べた。"
)
CHINESE = "停火在星期三破裂，撤离居民的计划被推迟。联合国说：“所有各方都有责任。”他们同意继续谈判……"


def shown_columns(line: str) -> int:
    """As wide as a fixed-width font shows it."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize("text", [JAPANESE, CHINESE, JAPANESE * 9, "ー" * 90, "「" * 90, "漢字a" * 40])
@pytest.mark.parametrize("width", [42, 37, 20])
def test_wide_characters_count_twice_and_no_line_is_longer(text: str, width: int) -> None:
    """A line of Chinese or Japanese has at most 16 characters, and nothing of the text is lost."""
    lines = [line for fragment in broken(text, width) for line in fragment.lines]
    assert max(map(shown_columns, lines)) <= min(width, 32)
    assert "".join(lines) == text


@pytest.mark.parametrize("text", [JAPANESE, CHINESE])
@pytest.mark.parametrize("width", [42, 30, 24, 20])
def test_punctuation_begins_no_line_and_a_bracket_ends_none(text: str, width: int) -> None:
    """As JIS X 4051 and every newspaper have it."""
    for fragment in broken(text, width):
        for line in fragment.lines:
            assert line[0] not in "、。，」”ー…ょっ"
            assert line[-1] not in "「“"


def test_japanese_is_cut_behind_sentences_clauses_and_phrases() -> None:
    """Neither in the middle of a word nor between a word and its ending."""
    ends = {JAPANESE.index("。") + 1, len(JAPANESE)}
    assert [fragment.lines for fragment in broken(JAPANESE, 42, ends)] == [
        ("停戦は水曜日に崩壊し、住民を", "避難させる計画は遅れています。"),
        ("国連は「全ての当事者に", "責任がある」と述べた。"),
    ]


def test_words_of_korean_stay_whole() -> None:
    """Its characters are as wide, but spaces divide its words."""
    text = "휴전은 수요일에 무너졌고, 동부 알레포에서 주민들을 대피시키는 계획은 지연되었습니다."
    lines = [line for fragment in broken(text, 42) for line in fragment.lines]
    assert " ".join(lines) == text
    assert max(map(shown_columns, lines)) <= 32
