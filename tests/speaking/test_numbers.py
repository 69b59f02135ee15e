"""Numbers to words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.speaking import numbers

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}


def _heard(words: str) -> int:
    """The number that a listener makes of number words: an independent reading."""
    total = group = 0
    for word in words.replace("-", " ").replace(" and ", " ").split():
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "hundred":
            group *= 100
        else:
            tens = numbers.TENS.index(word) * 10 if word in numbers.TENS else numbers.UNITS.index(word)
            group += tens
    return total + group


@given(st.integers(min_value=0, max_value=numbers.LARGEST))
def test_a_cardinal_is_heard_as_the_number_it_came_from(number: int) -> None:
    """Words turned back into digits give the number again."""
    assert _heard(numbers.cardinal(number)) == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (101, "one hundred and one"),
        (1001, "one thousand and one"),
        (1_200_000, "one million two hundred thousand"),
        (-7, "minus seven"),
    ],
)
def test_cardinals(number: int, expected: str) -> None:
    """Cardinals have a hyphen in the tens and "and" before the last two digits."""
    assert numbers.cardinal(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (22, "twenty-second"),
        (100, "one hundredth"),
        (113, "one hundred and thirteenth"),
    ],
)
def test_ordinals(number: int, expected: str) -> None:
    """Only the last word of an ordinal changes."""
    assert numbers.ordinal(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2016, "twenty sixteen"),
        (2005, "two thousand and five"),
        (1905, "nineteen oh five"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (476, "four hundred and seventy-six"),
    ],
)
def test_years(number: int, expected: str) -> None:
    """Years are read in pairs, but for the first of a millennium."""
    assert numbers.year(number) == expected


def test_a_number_beyond_all_scales_is_read_digit_by_digit() -> None:
    """No number is too long to be spoken."""
    assert numbers.number("9" * 25) == " ".join(["nine"] * 25)
