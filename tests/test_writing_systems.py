"""Which letters a text is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.writing_systems import LATIN, foreign_words, in_latin, system_of

ENGLISH = frozenset([LATIN])


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The Straße in İstanbul, Ełk and Đakovo", []),
        ("𝐇𝐞𝐚𝐝𝐥𝐢𝐧𝐞𝐬 in ＦＵＬＬ ﬂow, 1ª", []),
        ("10 µm, 5 Ω and an α of 0.05", []),
        ("“Москва”, he said", ["Москва"]),
        ("the word «สวัสดี»!", ["สวัสดี"]),
        ("हिन्दी is Hindi", ["हिन्दी"]),
        ("東京の夜 and 한국어.", ["東京の夜", "한국어"]),
        ("x² + ½ = ⁴ ℃ 🙂 ٣٤", []),
        ("Anti-Путин", ["Anti-Путин"]),
    ],
)
def test_words_in_letters_that_a_voice_cannot_say_are_found(text: str, foreign: list[str]) -> None:
    """Whole, with their vowel signs and without the punctuation around them; signs and figures are none."""
    assert [text[start:end] for start, end in foreign_words(text, ENGLISH)] == foreign


@pytest.mark.parametrize(
    ("char", "system"),
    [
        ("a", "LATIN"),
        ("ß", "LATIN"),
        ("я", "CYRILLIC"),
        ("ع", "ARABIC"),
        ("中", "CJK"),
        ("5", None),
        ("!", None),
    ],
)
def test_a_letter_belongs_to_its_writing_system(char: str, system: str | None) -> None:
    """Figures and signs belong to none."""
    assert system_of(char) == system


@given(st.text(max_size=60))
def test_any_text_has_words_in_order(text: str) -> None:
    """Whatever is in it, spans are ascending, not empty, and can be written in Latin letters."""
    end = 0
    for start, stop in foreign_words(text, ENGLISH):
        assert end <= start < stop <= len(text)
        in_latin(text[start:stop])
        end = stop
