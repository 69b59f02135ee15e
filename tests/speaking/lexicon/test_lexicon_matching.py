"""The words of a lexicon are found whole, the longest first, and become marks."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from narrate.model import Mark
from narrate.speaking import annotate
from narrate.speaking.lexicon import Lexeme, Lexicon, Pronunciation
from tests.helpers import NARRATOR, utterance
from tests.work import lines_run


def _lexeme(graphemes: str, ipa: str = "x", **fields: object) -> Lexeme:
    said = (Pronunciation("phoneme", ipa),)
    return Lexeme(tuple(graphemes.split("|")), said, **({"language": "en"} | fields))  # type: ignore[arg-type]


LEXICON = Lexicon(
    [
        _lexeme("Xo Jin", "ʃoʊ dʒɪn"),
        _lexeme("Xo", "ʃoʊ"),
        _lexeme("Sana'ov", "sænaʊf"),
        _lexeme("Zélak", "zelak"),
        _lexeme("Moss", "mɔʃ"),
        _lexeme("kefir", "kəfɪr"),
        _lexeme("Q&R", "kjuː"),
        Lexeme(("RSB",), (Pronunciation("sub", "Road Safety Board"),), "en"),
        _lexeme("Rome", "ʁɔm", language="fr"),
        _lexeme("bowl", "boʊl", roles=frozenset({"x:verb"})),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xo met Xo Jin.", {"Xo": "ʃoʊ", "Xo Jin": "ʃoʊ dʒɪn"}),
        ("Xo\n Jin left", {"Xo\n Jin": "ʃoʊ dʒɪn"}),
        ("Xo's and Sana’ov's and Moss's", {"Xo's": "ʃoʊz", "Sana’ov's": "sænaʊfs", "Moss's": "mɔʃɪz"}),
        ("‘Xo’, anti-Xo, Xo-led (Xo)", {"Xo": "ʃoʊ"}),
        ("Xon, Oxo, O’Xo, Xo2, Xo’t, xo, XO", {}),
        ("Kefir, kefir, KEFIR", {"Kefir": "kəfɪr", "kefir": "kəfɪr", "KEFIR": "kəfɪr"}),
        ("MOSS", {"MOSS": "mɔʃ"}),
        ("moss", {}),
        ("Q&R said", {"Q&R": "kjuː"}),
        (unicodedata.normalize("NFD", "Zélak"), {unicodedata.normalize("NFD", "Zélak"): "zelak"}),
        ("Zela\u0301k", {}),
        ("the RSB's men", {"RSB's": "Road Safety Board's"}),
        ("Rome, bowl", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_words_are_found_whole(text: str, found: dict[str, str]) -> None:
    """With their possessive; never a part of a word, a word in another case or of another language."""
    marks = LEXICON.marks(text, "en-US")
    assert {text[mark.start : mark.end]: mark.value for mark in marks} == found


@pytest.mark.parametrize(
    ("word", "role", "ipa"), [("bowl", "x:verb", "boʊl"), ("bowl", None, None), ("Xo", "x:verb", "ʃoʊ")]
)
def test_a_lexeme_with_a_role_is_for_tokens_of_that_role(
    word: str, role: str | None, ipa: str | None
) -> None:
    """A token whose role no lexeme names is said like one without."""
    said = LEXICON.pronunciation(word, "en-GB", role)
    assert (said.value if said else None) == ipa


def test_the_earlier_lexicon_counts() -> None:
    """The user's own words go before ours."""
    both = Lexicon([_lexeme("Xo", "zoʊ")]) + LEXICON
    assert both.marks("Xo", "en")[0].value == "zoʊ"


@pytest.mark.parametrize(
    ("text", "sub", "phoneme"),
    [
        ("Gen. Xo left.", ["Gen."], ["Xo"]),
        ("See xo.com or RSB.", ["xo.com", "RSB"], []),
        ("Mr. Xo paid $5.", ["Mr.", "$5"], ["Xo"]),
    ],
)
def test_substitutions_and_known_words_share_a_sentence(
    text: str, sub: list[str], phoneme: list[str]
) -> None:
    """A word inside an address is part of it; an initialism that the lexicon knows is said as it says."""
    marks = annotate(utterance(text), LEXICON).marks
    assert [text[m.start : m.end] for m in marks if m.kind == "sub"] == sub
    assert [text[m.start : m.end] for m in marks if m.kind == "phoneme"] == phoneme
    assert not [m for m in marks if m.value == "R.S.B"]


@pytest.mark.parametrize(
    ("mark", "phonemes"),
    [
        (Mark("sub", 0, 6, "he"), []),
        (Mark("phoneme", 0, 2, "ksoʊ"), ["ksoʊ"]),
        (Mark("break", 2, 2, "1s"), ["ʃoʊ"]),
        (Mark("break", 1, 1, "1s"), []),
        (Mark("token", 0, 2, "x:verb"), ["ʃoʊ"]),
        (Mark("token", 7, 11, "x:verb"), ["ʃoʊ", "boʊl"]),
    ],
)
def test_marks_that_are_there_stay(mark: Mark, phonemes: list[str]) -> None:
    """What SSML says of a stretch wins, nothing is put across its border, and a token's role is used."""
    spoken = annotate(replace(utterance("Xo Jen bowl"), marks=(mark,)), LEXICON)
    assert [m.value for m in spoken.marks if m.kind == "phoneme"] == phonemes
    assert mark in spoken.marks


def test_many_entries_are_no_more_work() -> None:
    """The pass is one over the text, whatever the number of entries."""
    text = "Nothing of this is known to anybody here, but Word7 and Word49 are. " * 500

    def work(entries: int) -> int:
        lexicon = Lexicon([_lexeme(f"Word{number}") for number in range(entries)])
        lexicon.marks(text, "en")
        return lines_run(lambda: lexicon.marks(text, "en"))

    assert work(5000) <= 1.1 * work(50)


def test_a_voice_of_another_language_gets_no_marks() -> None:
    """English sounds are of no use to a French voice."""
    french = utterance("Xo Jin", replace(NARRATOR, language="fr-FR"))
    assert [mark.kind for mark in annotate(french, LEXICON).marks] == ["sentence"]
