"""What <say-as> asks for is said in words."""

from __future__ import annotations

import pytest

from narrate.model import Mark, Utterance, Voice
from narrate.speaking import annotate
from narrate.speaking.interpreting import said_as, unreadable


@pytest.mark.parametrize(
    ("text", "kind", "form", "words"),
    [
        ("12", "cardinal", "", "twelve"),
        ("XIV", "cardinal", "", "fourteen"),
        ("-1,234.5", "number", "", "minus one thousand two hundred and thirty-four point five"),
        ("21", "ordinal", "", "twenty-first"),
        ("IV", "ordinal", "", "fourth"),
        ("W3C", "characters", "", "W, three, C"),
        ("abc-1", "spell-out", "", "A.B.C, dash, one"),
        ("0123", "digits", "", "zero one two three"),
        ("+1 (212) 555-0123", "telephone", "", "plus one, two one two, five five five, zero one two three"),
        ("12/25/2026", "date", "mdy", "December twenty-fifth, twenty twenty-six"),
        ("1.2.2026", "date", "dmy", "the first of February, twenty twenty-six"),
        ("20261225", "date", "yyyymmdd", "December twenty-fifth, twenty twenty-six"),
        ("Dec 2026", "date", "my", "December twenty twenty-six"),
        ("1965", "date", "y", "nineteen sixty-five"),
        ("14:05", "time", "hms24", "fourteen oh five"),
        ("1'21\"", "time", "", "one minute and twenty-one seconds"),
        ("$42.50", "currency", "", "forty-two dollars and fifty cents"),
        ("12", "currency", "EUR", "twelve euros"),
        ("3/4", "fraction", "", "three quarters"),
        ("2+1/2", "fraction", "", "two and one half"),
        ("10 km", "unit", "", "ten kilometers"),
        ("1-800-FLOWERS", "telephone", "", "one, eight zero zero, flowers"),
        ("555-0100 ext. 42", "telephone", "", "five five five, zero one zero zero, extension four two"),
        (
            "(212) 555-0147 x12",
            "telephone",
            "",
            "two one two, five five five, zero one four seven, extension one two",
        ),
        ("*67 555 0100", "telephone", "", "star, six seven, five five five, zero one zero zero"),
        ("001-800-GO-FEDEX", "telephone", "", "zero zero one, eight zero zero, G.O, fedex"),
        ("-12.5", "digits", "", "minus one two point five"),
        ("+5", "digits", "", "plus five"),
        ("3.14", "digits", "", "three point one four"),
        ("12a", "number_digit", "", "one two A"),
        ("12:30", "digits", "", "one two, three zero"),
        ("19980704", "date", "", "July fourth, nineteen ninety-eight"),
        ("20240303", "date", "ymd", "March third, twenty twenty-four"),
        ("07041998", "date", "mdy", "July fourth, nineteen ninety-eight"),
        ("????0922", "date", "", "September twenty-second"),
        ("1998????", "date", "", "nineteen ninety-eight"),
        ("0922", "date", "md", "September twenty-second"),
        ("123 Main St. Apt 5", "address", "", "one twenty-three Main Street apartment five"),
        ("150th CT NE", "address", "", "one hundred and fiftieth Court Northeast"),
        ("7 St. John's Rd", "address", "", "seven Saint John's Road"),
        ("100 Dr. King Blvd", "address", "", "one hundred Doctor King Boulevard"),
        ("30 Orlow Plz #12, Sil", "address", "", "thirty Orlow Plaza number twelve, Sil"),
        ("99.9 USD", "currency", "", "ninety-nine US dollars and ninety cents"),
        ("-5 USD", "currency", "", "minus five US dollars"),
        ("99.99 CAD", "currency", "", "ninety-nine Canadian dollars and ninety-nine cents"),
        ("07:00:00", "time", "hms24", "seven o'clock"),
        ("0730", "time", "", "seven thirty"),
        ("90s", "duration", "", "ninety seconds"),
        ("00:05:10", "duration", "", "five minutes and ten seconds"),
        ("10€", "characters", "", "one, zero, euro sign"),
        ("x²", "characters", "", "X, superscript two"),
        ("text¹ ½", "characters", "", "T.E.X.T, superscript one, vulgar fraction one half"),
        ("x", "something", "", None),
    ],
)
def test_a_kind_of_thing_has_its_words(text: str, kind: str, form: str, words: str | None) -> None:
    """As the W3C's note and the big platforms have them; None for what nobody knows."""
    assert said_as(text, kind, form) == words


@pytest.mark.parametrize(("language", "subs"), [("en-GB", ["third of May"]), ("fr-FR", [])])
def test_a_script_gets_them_as_substitutions(language: str, subs: list[str]) -> None:
    """In English; what stands in another language is left to its voice."""
    voice = Voice("v", "tone", "400", language=language)
    marks = (Mark("say-as", 3, 6, "date", (("format", "dm"),)),)
    utterance = Utterance(0, 0, "narration", None, voice, "on 3/5", 0, 6, 0, marks=marks)
    found = [mark.value for mark in annotate(utterance).marks if mark.kind == "sub"]
    assert [value.removeprefix("the ") for value in found] == subs


def test_sentences_that_a_document_marks_stay() -> None:
    """What stands beside them is cut into sentences as ever."""
    text = "It is 3 p.m. now. Mr. A. left. So did B."
    voice = Voice("v", "tone", "400")
    marks = (Mark("sentence", 0, 17),)
    utterance = Utterance(0, 0, "narration", None, voice, text, 0, len(text), 0, marks=marks)
    spans = [(m.start, m.end) for m in annotate(utterance).marks if m.kind == "sentence"]
    assert spans == [(0, 17), (18, 30), (31, 40)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("star", "digits", None),
        ("call me", "telephone", None),
        ("12 apples", "cardinal", "twelve apples"),
        ("not a date", "date", None),
        ("20261340", "date", "twenty million two hundred and sixty-one thousand three hundred and forty"),
        ("12 x", "something", "twelve x"),
        ("noon", "time", None),
    ],
)
def test_what_cannot_be_read_as_its_kind_is_read_as_any_other_text_and_noted(
    text: str, kind: str, words: str | None
) -> None:
    """No word is lost, and the author is told once."""
    assert said_as(text, kind) == words
    voice = Voice("v", "tone", "400")
    marks = (Mark("say-as", 0, len(text), kind),)
    utterance = Utterance(0, 0, "narration", None, voice, text, 0, len(text), 0, marks=marks)
    assert unreadable([utterance, utterance]) == [f'<say-as> {kind}: "{text}" is spoken as any other text']
