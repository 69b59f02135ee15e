"""Quotations in another language than the article: told from it, marked, and spoken by whom speaks it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import narrate
from narrate.engines.pool import EnginePool
from narrate.model import EngineVoice, Script
from narrate.pipeline.foreign_quotes import in_their_languages
from narrate.quotation import other_language

GERMAN = "Wir haben gesagt, dass die Brücke bis zum Herbst geschlossen bleibt, und das ist so,"
TALE = f"""Bridge closed

The bridge over the harbour stays closed until the autumn, the council said on Monday after a long meeting.

“{GERMAN}” said Ruth Adler.

“We have nothing to say about it,” said Tom Reyes, who is an engineer and has worked on the bridge for years.
"""


class _Polyglot:
    """An engine with two German voices, and one that is not installed."""

    def voices(self) -> list[EngineVoice]:
        return [
            EngineVoice("absent", "de-DE", "f", installed=False),
            EngineVoice("karl", "de-DE", "m"),
            EngineVoice("greta", "de-AT", "f"),
        ]


class _Pool(EnginePool):
    """A pool whose engine "piper" is the one above; the others have nothing."""

    def __getitem__(self, name: str):  # type: ignore[no-untyped-def]
        return _Polyglot() if name == "piper" else _Silent()


class _Silent:
    def voices(self) -> list[EngineVoice]:
        return []


@pytest.fixture
def script(tmp_path: Path) -> Script:
    path = tmp_path / "tale.txt"
    path.write_text(TALE, encoding="utf-8")
    return narrate.write_script(path, brief=True, cast="default", engine=None)


def _in_english_voices(script: Script) -> Script:
    """As it would be without any voice for German."""
    narrator = script.utterances[0].voice
    voice = replace(narrator, name="ruth", gender="f")
    said = [
        replace(each, voice=voice, marks=()) if each.role == "quote" else each for each in script.utterances
    ]
    return replace(script, utterances=tuple(said), notes=())


def test_a_voice_of_the_language_speaks(script: Script) -> None:
    """An installed one of the speaker's gender; the mark says which language, and a note which engine."""
    spoken = in_their_languages(_in_english_voices(script), _Pool())
    german, english = [each for each in spoken.utterances if each.role == "quote"]
    assert (german.voice.engine, german.voice.engine_voice, german.voice.language) == (
        "piper",
        "greta",
        "de-AT",
    )
    assert [(mark.kind, mark.value) for mark in german.marks] == [("lang", "de")]
    assert english.voice.name == "ruth"
    assert not english.marks
    assert spoken.notes == ("quotations in 'de' are spoken by voices of piper",)


def test_an_engine_that_was_asked_for_is_not_left(script: Script) -> None:
    """Without a voice for it the usual one speaks; the mark stays, for whoever reads the SSML."""
    spoken = in_their_languages(_in_english_voices(script), _Pool(), only="hibari")
    german = next(each for each in spoken.utterances if each.role == "quote")
    assert german.voice.name == "ruth"
    assert [mark.value for mark in german.marks] == ["de"]
    assert len(spoken.notes) == 1


@pytest.mark.parametrize(
    ("said", "article", "language"),
    [
        (GERMAN, "en", "de"),
        ("Je suis très en colère, parce que nous avons attendu pendant des mois.", "en", "fr"),
        ("No hay dinero para todo esto, y no lo habrá en muchos años.", "de", "es"),
        ("We have nothing more to say about the bridge.", "fr", "en"),
        (
            "Я не знаю, что сказать об этом, но мы будем ждать до самой осени, потому что иначе нельзя.",
            "en",
            "ru",
        ),
        ("We have nothing more to say about the bridge.", "en-GB", None),
        ("Carpe diem", "en", None),
        ("The chef said his cordon bleu and crème brûlée were à la carte.", "en", None),
        ("Das ist so.", "en", None),
        ("Pizza, pasta, vino rosso, gelato, panna cotta", "en", None),
    ],
)
def test_languages_are_told_apart(said: str, article: str, language: str | None) -> None:
    """Only whole sentences are another language; words that are borrowed, and short sayings, are not."""
    assert other_language(said, article) == language
