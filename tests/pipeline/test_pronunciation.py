"""Names that would be said wrong are listed, and a lexicon puts them right."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hibari.g2p import G2P
from lxml import etree

import narrate
from narrate.casting import voices_folder
from narrate.cli import cli
from narrate.engines.hibari.doubts import reader
from narrate.engines.hibari.ipa import to_misaki
from narrate.errors import LexiconError
from narrate.model import Script
from narrate.pipeline.api import write_script
from narrate.pipeline.names import doubtful_words
from narrate.speaking.lexicon import read_lexemes

SHIPPED = sorted((voices_folder() / "lexicons").glob("*.pls"))
PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    text = (
        "Ferry late\n\nThryssa Quorlani object to the delay. “Quorlani's ferry is late,” said Ms Quorlani.\n"
    )
    path.write_text(text, encoding="utf-8")
    return path


def _run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(cli, list(map(str, arguments)), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def _phonemes(script: Script) -> dict[str, str]:
    return {
        utterance.text[mark.start : mark.end]: mark.value
        for utterance in script.utterances
        for mark in utterance.marks
        if mark.kind == "phoneme"
    }


def test_doubtful_names_are_listed_with_how_often_and_how(story: Path) -> None:
    """The most frequent first, words with several readings last, and after the list a lexicon."""
    lines = _run("names", story).splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [["3", "Quorlani"], ["1", "Thryssa"], ["1", "object"]]
    assert "ˈkwɔɹləni" in lines[1]
    assert lines[5].startswith("<?xml")


def test_the_lexicon_that_is_printed_can_be_filled_in_and_used(story: Path, tmp_path: Path) -> None:
    """It is PLS, says nothing new as it is, and once corrected every occurrence is said so."""
    stub = tmp_path / "names.pls"
    assert _run("names", story, "--pls", "-").startswith("<?xml")
    assert _run("names", story, "--pls", stub).endswith("several readings\n\n")
    tree = etree.parse(str(stub))
    assert [e.text for e in tree.iter(f"{PLS}grapheme")] == ["Quorlani", "Thryssa"]
    assert [to_misaki(e.text or "") for e in tree.iter(f"{PLS}phoneme")] == [
        reader().guess(name).phonemes for name in ("Quorlani", "Thryssa")
    ]
    next(tree.iter(f"{PLS}phoneme")).text = "kɔrˈlɑːni"
    tree.write(str(stub), encoding="utf-8")
    said = _phonemes(write_script(story, lexicons=[stub]))
    assert (said["Quorlani"], said["Quorlani's"]) == ("kɔrˈlɑːni", "kɔrˈlɑːniz")
    assert "kɔrˈlɑːniz" in _run("ssml", story, "--lexicon", stub)
    assert [word.word for word in doubtful_words(story, lexicons=[stub])] == ["object"]


def test_a_user_s_lexicon_goes_before_ours(tmp_path: Path) -> None:
    """Of two that know a word, the one that is named counts; without one, ours does."""
    lexeme = read_lexemes(SHIPPED[0])[0]
    name, ours = lexeme.graphemes[0], lexeme.pronunciation.value
    story, mine = tmp_path / "story.txt", tmp_path / "mine.pls"
    story.write_text(f"Ferry late\n\nThis is about {name} again.\n", encoding="utf-8")
    document = SHIPPED[0].read_text(encoding="utf-8").replace(f">{ours}<", ">ˈbiːp<")
    mine.write_text(document, encoding="utf-8")
    assert _phonemes(write_script(story))[name] == ours
    assert _phonemes(write_script(story, lexicons=[mine]))[name] == "ˈbiːp"


def test_a_lexicon_with_a_mistake_stops_the_run_before_anything_is_written(
    story: Path, tmp_path: Path
) -> None:
    """The article is not narrated with half of the names."""
    output = tmp_path / "story.wav"
    with pytest.raises(LexiconError, match=r"nosuch\.pls"):
        narrate.narrate(story, output, lexicons=["nosuch.pls"])
    assert not output.exists()


@pytest.mark.slow
def test_the_lexicons_that_we_ship_say_only_what_the_voice_says_otherwise() -> None:
    """Each entry changes something, in English sounds, and no name is in two of them."""
    lexemes = [lexeme for path in SHIPPED for lexeme in read_lexemes(path)]
    graphemes = [grapheme for lexeme in lexemes for grapheme in lexeme.graphemes]
    assert [path.stem for path in SHIPPED] == ["organisations", "people", "places"]
    assert len(lexemes) > 400
    assert len(graphemes) == len(set(graphemes))
    its_own = G2P()
    for lexeme in lexemes:
        said = to_misaki(lexeme.pronunciation.value)
        assert set(said) <= set("AIOQTWYabdfhijklmnpstuvwzæðŋɑɐɔəɛɜɡɪɹʃʊʌʒʤʧθᵊᵻˈˌ ")
        assert any(its_own(grapheme) != said for grapheme in lexeme.graphemes)


def test_every_voice_says_who_it_is_in_a_clip_of_its_own(tmp_path: Path) -> None:
    """The tone engine's voices are named by their pitch, and an FFT hears it."""
    paths = _run("voices", "--engine", "tone", "--audition", tmp_path / "clips").split()
    assert len(paths) == len(set(paths)) == 12
    for path in map(Path, paths):
        with wave.open(str(path)) as clip:
            samples = np.frombuffer(clip.readframes(clip.getnframes()), np.int16)
            peak = np.abs(np.fft.rfft(samples)).argmax() * clip.getframerate() / len(samples)
        assert peak == pytest.approx(float(path.stem), abs=5)
