"""What vendors add to SSML is noted and the rest spoken; what is only misspelled is a mistake."""

from __future__ import annotations

import re

import pytest

from narrate import ssml
from narrate.errors import MarkupError
from narrate.model import Script
from tests.helpers import MAN, NARRATOR, WOMAN

VOICES = (NARRATOR, WOMAN, MAN)


def _read(inner: str, *, strict: bool = False) -> Script:
    return ssml.read(f"<speak>{inner}</speak>", VOICES, strict=strict)


def _said(script: Script) -> str:
    return " ".join(utterance.text for utterance in script.utterances)


VENDORS = [
    ("<s id='s1'>The fox ran.</s>", "The fox ran.", ["id on <s>"]),
    ("<voice effect='eq_car'>The fox ran.</voice>", "The fox ran.", ["effect on <voice>"]),
    ("<express-as type='GoodNews'>The fox ran.</express-as>", "The fox ran.", ["<express-as>"]),
    ("<par><media><speak>The fox</speak></media></par> ran.", "The fox ran.", ["<par>", "<media>"]),
    ("<silence value='1s'/>The fox ran.", "The fox ran.", ["<silence>"]),
    ("<say-as interpret-as='date' language='en'>1/2/2026</say-as>", "1/2/2026", ["language on <say-as>"]),
    ("<p style='calm'><s>The fox</s> <s>ran.</s></p>", "The fox ran.", ["style on <p>"]),
]


@pytest.mark.parametrize(("inner", "said", "named"), VENDORS)
def test_what_only_a_vendor_has_is_noted_and_the_text_spoken(inner: str, said: str, named: list[str]) -> None:
    """An attribute or element without a prefix costs a note with its line, and no word."""
    script = _read(inner)
    assert _said(script) == said
    assert len(script.notes) == len(named)
    assert all(
        note.startswith("line 1: ") and name in note for note, name in zip(script.notes, named, strict=True)
    )


@pytest.mark.parametrize(("inner", "said", "named"), VENDORS)
def test_a_strict_reader_refuses_it_with_its_place(inner: str, said: str, named: list[str]) -> None:
    """The first of them ends the reading."""
    with pytest.raises(MarkupError, match=f"line 1, column \\d+: .*{re.escape(named[0])}"):
        _read(inner, strict=True)
    assert said


@pytest.mark.parametrize(
    ("inner", "meant"),
    [
        ("<brake time='1s'/>The fox.", "break"),
        ("<Break time='1s'/>The fox.", "break"),
        ("<emphasize>The fox.</emphasize>", "emphasis"),
        ("<voices name='x'>The fox.</voices>", "voice"),
        ("<break tim='1s'/>The fox.", "time"),
        ("<prosody Rate='slow'>The fox.</prosody>", "rate"),
        ("<say-as interpretas='date'>The fox.</say-as>", "interpret-as"),
        ("<sub alais='x'>The fox.</sub>", "alias"),
    ],
)
def test_a_near_misspelling_is_a_mistake(inner: str, meant: str) -> None:
    """It would be lost in silence if it were taken for a vendor's."""
    with pytest.raises(MarkupError, match=f"line 1, column 8: .*did you mean {meant}?"):
        _read(inner)


def test_what_recurs_is_noted_once_with_how_often() -> None:
    """DAISY Pipeline gives every sentence an id: one note tells of all."""
    script = _read("\n".join(f"<s id='s{n}'>Fox {n}.</s>" for n in range(40)))
    (note,) = script.notes
    assert note == "line 1 and 39 more: id on <s> is not part of SSML: it has no effect"


def test_other_names_for_what_ssml_has_are_understood() -> None:
    """Azure's bookmark is a mark, HTML's lang is the language, and Google's is a voice's."""
    script = _read("a<bookmark mark='here'/>b <s lang='fr'>oui</s> <voice language='en'>c</voice>")
    marks = [(mark.kind, mark.value) for utterance in script.utterances for mark in utterance.marks]
    assert ("mark", "here") in marks
    assert ("lang", "fr") in marks
    assert not any("part of SSML" in note for note in script.notes)


@pytest.mark.parametrize("name", sorted(ssml.DIALECTS))
def test_every_dialect_that_is_written_is_read(name: str) -> None:
    """All the words, and nothing in it is taken for another vendor's."""
    script = _read(
        "<p>The <emphasis>fox</emphasis><mark name='here'/> <sub alias='ran away'>ran</sub>.</p>"
        "<p><voice name='man'><prosody rate='80%' volume='+3dB'>The <phoneme ph='dɒɡ'>dog</phoneme></prosody>"
        "<break time='1s'/> slept.</voice></p>"
    )
    back = ssml.read(ssml.adapted(script, name).text, VOICES)
    assert _said(back).split() == ["The", "fox", "ran.", "The", "dog", "slept."]
    assert not any("part of SSML" in note for note in back.notes)


@pytest.mark.parametrize(
    ("inner", "text", "mark"),
    [
        ("We ate <phoneme ph='təˈmɑːtoʊ'/> soup.", "We ate təˈmɑːtoʊ soup.", ("phoneme", "təˈmɑːtoʊ")),
        ("We ate <phoneme ph='dup'> </phoneme>.", "We ate  dup.", ("phoneme", "dup")),
        ("<phoneme alphabet='x-sampa' ph='D{t'/>", "ðæt", ("phoneme", "ðæt")),
        ("The <sub alias='World Wide'/> Web", "The World Wide Web", ("sub", "World Wide")),
        ("<sub alias='W3C'></sub>", "W3C", ("sub", "W3C")),
    ],
)
def test_an_empty_element_says_what_it_asks_for(inner: str, text: str, mark: tuple[str, str]) -> None:
    """SSML 1.1, section 3.1.10: a phoneme may be empty; its sounds are the text, and so is an alias."""
    (utterance,) = _read(inner).utterances
    assert utterance.text == text
    assert mark in [(found.kind, found.value) for found in utterance.marks]


@pytest.mark.parametrize(
    "inner",
    [
        "<break time='2s'/>Hello",
        "<break time='500ms'/><break time='1500ms'/>Hello",
        "<p><break time='2s'/>Hello</p>",
        "<voice name='man'><break time='2s'/>Hello</voice>",
        "<mark name='a'/><break time='2s'/> Hello",
    ],
)
def test_a_break_before_the_first_word_stays(inner: str) -> None:
    """It is silence before the text, whatever stands around it, and is written again."""
    script = _read(inner)
    for _ in range(2):
        (utterance,) = script.utterances
        breaks = [mark for mark in utterance.marks if mark.kind == "break"]
        assert sum(float(mark.value.removesuffix("ms")) for mark in breaks) == 2000
        assert {mark.start for mark in breaks} == {0}
        script = ssml.read(ssml.document(script), VOICES)
