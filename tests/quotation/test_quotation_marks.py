"""Where quotations begin and end, in every style of marks and where marks are missing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.quotation import find_quotations
from tests.work import grows_with


def _texts(text: str) -> list[str]:
    return [quotation.text for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go on," he said.', ["Go on,"]),
        ("“Go on,” he said.", ["Go on,"]),
        ("‘Go on,’ he said.", ["Go on,"]),
        ("'Go on,' he said.", ["Go on,"]),
        ("''Go on,'' he said.", ["Go on,"]),
        ("«Go on», he said.", ["Go on"]),
        ("« Go on », he said.", ["Go on"]),
        ("„Go on“, he said.", ["Go on"]),
        ("„Go on”, he said.", ["Go on"]),
        ("»Go on«, he said.", ["Go on"]),
        ("市長は「行け」と言った。", ["行け"]),
        ("「『行け』と彼」が言った。", ["『行け』と彼"]),
        ('The mayor:"Go on."', ["Go on."]),
        ("The word—“go”—was enough.", ["go"]),
        ("He said (“go on”) twice.", ["go on"]),
    ],
)
def test_every_style_of_marks_is_read(text: str, expected: list[str]) -> None:
    """Straight, curly, single, doubled, angled and low marks; the marks are not part of the quotation."""
    assert _texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It doesn't matter, she isn't here and they're gone.",
        "Music of the '90s and the ’80s.",
        "The players' union and the players’ bus.",
        "Ra’ad and Abo Ka'afar like rock 'n' roll.",
        "Get 'em while you can, 'til noon.",
        "He is 6'2\" tall.",
        'A 27" screen and a 5" nail.',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    """Elisions, possessives, decades and measures open nothing."""
    assert _texts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me, ‘Go on,’ and I went,” she said.", ["He told me, ‘Go on,’ and I went,"]),
        ("\"He told me, 'Go on,' and I went,\" she said.", ["He told me, 'Go on,' and I went,"]),
        ("‘He told me, “Go on,” and I went,’ she said.", ["He told me, “Go on,” and I went,"]),
        ("‘The players’ bus is late,’ she said.", ["The players’ bus is late,"]),
        ("'I can't see the players' bus,' she said.", ["I can't see the players' bus,"]),
        ("‘’Tis late,’ she said. ‘Won’t you go?’", ["’Tis late,", "Won’t you go?"]),
        ("“We don't know,” he said, “and can't.”", ["We don't know,", "and can't."]),
    ],
)
def test_nested_marks_belong_to_the_outer_quotation(text: str, expected: list[str]) -> None:
    """What somebody quotes is spoken in one voice."""
    assert _texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n“Two,” he said.", ["One.", "Two,"]),
        ("‘One.\n‘It’s two,’ he said.", ["One.", "It’s two,"]),
        ("‘One.\n‘Two.\n‘Three,’ he said.", ["One.", "Two.", "Three,"]),
        ("“One.\nTwo,” he said. “Three.”", ["One.", "Two,", "Three."]),
        ("“One.\nTwo.\nThree.” He left.", ["One.", "Two.", "Three."]),
        ("“One is lost.\nTwo stands alone.\n“Three,” he said.", ["One is lost.", "Three,"]),
        ("“One is lost. “Two,” he said.", ["One is lost.", "Two,"]),
        ("“One.\n” Two.", ["One."]),
        ("One is lost,” he said. “Two,” he said.", ["Two,"]),
        ("“Two typed wrong,“ he said. “Three.”", ["Two typed wrong,", "Three."]),
        ('"One is lost. "Two," he said.', ["One is lost.", "Two,"]),
    ],
)
def test_a_mark_that_is_missing_costs_one_quotation(text: str, expected: list[str]) -> None:
    """Quotations over several paragraphs, lost marks and marks the wrong way round."""
    assert _texts(text) == expected


def test_only_the_given_paragraphs_are_searched() -> None:
    """Headings and boilerplate are left out by leaving out their offsets."""
    text = "“A heading”\n“Go on,” he said."
    assert [q.text for q in find_quotations(text, [(12, len(text))])] == ["Go on,"]


@given(st.text(alphabet="ab. ,\n\"'“”‘’«»„AS5", max_size=200))
def test_quotations_are_slices_in_order(text: str) -> None:
    """Whatever the marks, quotations are slices of the source, not empty, sorted and never overlapping."""
    found = find_quotations(text)
    assert all(q.text == text[q.start : q.end] and q.text for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["He said “we go. ", 'Ann said "we go. ', "Ann Lee's ", "“ s' a ", "Ann "])
def test_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    """Four times the text without a line end or a closing mark is four times the work."""
    assert grows_with(lambda size: find_quotations(piece * (size // len(piece))), 10_000, 40_000)
