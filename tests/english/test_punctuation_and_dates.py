"""What stages know of written English: ends of sentences, datelines, dates."""

from __future__ import annotations

import pytest

from narrate.english.datelines import dateline
from narrate.english.dates import find_date, month_number
from narrate.english.sentence_ends import ends_sentence, has_inner_end


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "“It rained.”",
        "(It rained!)",
        "Did it rain?'",
        "It rained…",
        "下雨了。",
        "هل تمطر؟",
        "बारिश हुई।",
    ],
)
def test_a_sentence_ends_with_its_sign_and_what_is_closed_behind_it(text: str) -> None:
    """Quotation marks and brackets may follow the sign, in any script."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "It rained", "Rain:", "at 5 p.m. on Monday", "“It rained”"])
def test_other_punctuation_ends_no_sentence(text: str) -> None:
    """Colons and quotation marks alone leave a sentence open."""
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The bridge closed", True),
        ("“It rained.” The bridge closed", True),
        ("What next? Rain", True),
        ("下雨了。桥关了", True),
        ("Mr. Lee opens the bridge", False),
        ("Gov. Lee opens the bridge", False),
        ("11 a.m. JST. Saturday", False),
        ("The bridge closed.", False),
    ],
)
def test_a_sentence_that_ends_inside_a_line_is_told_from_an_abbreviation(text: str, expected: bool) -> None:
    """Short words before a full stop are abbreviations."""
    assert has_inner_end(text) is expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ORLOW, May 3 (Reuters) - The bridge closed.", "ORLOW, May 3 (Reuters) - "),
        ("ORLOW (EFE) — The bridge closed.", "ORLOW (EFE) — "),
        ("Orlow (dpa) - The bridge closed.", "Orlow (dpa) - "),
        ("(CNN) The bridge closed.", "(CNN) "),
        ("SIL FERRY -- The bridge closed.", "SIL FERRY -- "),
    ],
)
def test_datelines_of_all_agencies_are_found(text: str, place: str) -> None:
    """A place in capitals with a dash, or an agency in brackets behind any place."""
    match = dateline(text)
    assert match is not None
    assert match.group() == place


@pytest.mark.parametrize("text", ["Orlow - a town on the Sil", "The bridge (closed) is old.", "ORLOW"])
def test_other_openings_are_no_datelines(text: str) -> None:
    """A place in lower case needs an agency, and a place alone needs a report."""
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated Dec. 14, 2016 at noon", "2016-12-14"),
        ("14th September 2016", "2016-09-14"),
        ("2016-12-14T10:00:00Z", "2016-12-14"),
        ("25/12/2016", "2016-12-25"),
        ("3/4/2016", None),
        ("31 June 2016", None),
        ("Mayor 14, 2016", None),
    ],
)
def test_dates_that_can_mean_one_day_only_are_found(text: str, day: str | None) -> None:
    """A date that could be two days, or that no calendar has, is none."""
    assert find_date(text) == day


@pytest.mark.parametrize(
    ("name", "number"),
    [("January", 1), ("sept.", 9), ("DEC", 12), ("Mayor", None), ("Mars", None), ("", None)],
)
def test_months_have_numbers_in_full_and_abbreviated(name: str, number: int | None) -> None:
    """Words that only begin like a month are none."""
    assert month_number(name) == number
