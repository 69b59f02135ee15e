"""X-SAMPA becomes IPA, and what is no IPA is found."""

from __future__ import annotations

import pytest

from narrate.phonetics import stranger, xsampa_to_ipa


@pytest.mark.parametrize(
    ("xsampa", "ipa"),
    [
        ('"lEp@rd', "ˈlɛpərd"),
        ('fRA~"se', "fʁɑ̃ˈse"),
        ("t_hIN", "tʰɪŋ"),
        ('%&:r\\`"3`', "ˌɶːɻˈɝ"),
        ("G\\_<x\\|\\|\\!\\", "ʛɧǁǃ"),
        ("n=.tS", "n̩.tʃ"),
        ("", ""),
    ],
)
def test_x_sampa_becomes_ipa(xsampa: str, ipa: str) -> None:
    """Longest symbols first, as in Wells 1995; diacritics follow their letter."""
    assert xsampa_to_ipa(xsampa) == ipa
    assert stranger(ipa) is None


@pytest.mark.parametrize(("xsampa", "symbol"), [("ka#t", "#"), ("é", "é")])
def test_a_sign_that_is_not_x_sampa_is_named(xsampa: str, symbol: str) -> None:
    """Nothing is passed on unconverted."""
    with pytest.raises(ValueError, match=f"^{symbol}$"):
        xsampa_to_ipa(xsampa)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("həˈloʊ ˌwɜːld", None),
        ("t͡ʃɪ.ˈkɑ.ɡo", None),
        ("ça ɔ̃ ɲ̊", None),
        ("see-SEE", "-"),
        ("həlˈO", "O"),
        ("Привет", "П"),
    ],
)
def test_what_is_no_ipa_is_found(text: str, found: str | None) -> None:
    """The first character that is on no IPA chart; letters with diacritics are, composed or not."""
    assert stranger(text) == found
