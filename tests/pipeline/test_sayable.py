"""Letters that no voice can say are found before anything is spoken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import narrate
from narrate.errors import SourceError

ARABIC = "أغلق الجسر\n\nقالت المدينة إن الجسر القديم أغلق يوم الاثنين، وستعمل العبارة كل ساعة.\n"
WHOLE = {
    "Arabic": ARABIC,
    "Russian": "Мост закрыт\n\nГород сообщил, что старый мост закрыт, а паром ходит каждый час.\n",
    "Greek": "Η γέφυρα έκλεισε\n\nΟ δήμος είπε ότι η παλιά γέφυρα έκλεισε τη Δευτέρα.\n",
    "Japanese": "橋が閉鎖\n\n市によると、古い橋は月曜日に閉鎖され、渡し船が毎時運航する。\n",
    "Hebrew": "הגשר נסגר\n\nהעירייה מסרה כי הגשר הישן נסגר ביום שני, והמעבורת תפליג בכל שעה.\n",
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return tmp_path / "story.txt"


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_an_article_in_letters_that_no_voice_can_say_is_refused(story: Path, text: str) -> None:
    """Nothing is written, and the message names what can speak it."""
    story.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="letters, which the voice") as caught:
        narrate.narrate(story, story.with_suffix(".mp3"))
    assert caught.value.exit_code == 2
    assert caught.value.remedy
    assert not story.with_suffix(".mp3").exists()


def test_only_speaking_refuses(story: Path) -> None:
    """A script can be written of an article in any letters."""
    story.write_text(ARABIC, encoding="utf-8")
    assert "الجسر" in narrate.write_script(story).utterances[1].text


def test_a_word_in_other_letters_is_said_in_latin_ones(story: Path) -> None:
    """The ledger and a note say so, and the word is heard."""
    story.write_text("Late ferry\n\nThe ferry to Москва, not Αθήνα, was late by 10 µm.\n", encoding="utf-8")
    made = narrate.narrate(story, story.with_suffix(".ledger.json"))
    (note,) = made.narration.script.notes
    assert "Москва as Moskva, Αθήνα as Athina" in note
    entries = json.loads(story.with_suffix(".ledger.json").read_text("utf-8"))["entries"]
    changed = {entry["text"]: entry["spoken"] for entry in entries if entry["reason"] == "transliteration"}
    assert changed == {"Москва": "Moskva", "Αθήνα": "Athina"}
    cue = made.narration.cues[-1]
    heard = [made.narration.script.utterances[-1].text[word.text_start : word.text_end] for word in cue.words]
    assert "Москва" in heard


def test_strictly_such_a_word_is_refused(story: Path) -> None:
    """With the word."""
    story.write_text("Late ferry\n\nThe ferry to Москва was late.\n", encoding="utf-8")
    with pytest.raises(SourceError, match="Москва"):
        narrate.narrate(story, story.with_suffix(".wav"), strict=True)


def test_an_engine_that_says_all_letters_is_not_asked(story: Path) -> None:
    """The engine `tone` beeps for any letter."""
    story.write_text(ARABIC, encoding="utf-8")
    narrate.narrate(story, story.with_suffix(".wav"), engine="tone")
    assert story.with_suffix(".wav").exists()


def test_the_language_that_is_asked_for_overrules_the_one_that_is_found(story: Path) -> None:
    """A tag in its usual case; what is no tag is refused with what would be one."""
    story.write_text("Late ferry\n\nThe ferry was late.\n", encoding="utf-8")
    assert narrate.write_script(story, language="PT_br").article.language == "pt-BR"
    with pytest.raises(narrate.NarrateError, match="a tag such as en"):
        narrate.write_script(story, language="1")
