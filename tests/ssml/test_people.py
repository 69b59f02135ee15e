"""In a document, one change says who speaks, and one change says how somebody sounds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import narrate
from narrate.ssml import document

ARTICLE = """Ferry late again

“We waited for hours,” said Ada Moreau.

“The engine was too hot for us,” said Lee Brandt, the captain.

“I would never do it again,” Moreau said.
"""


@pytest.fixture
def ssml(tmp_path: Path) -> str:
    """The article as a document."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    return document(narrate.write_script(tmp_path / "ferry.txt", rate=1.2))


def _heard(folder: Path, text: str) -> dict[str, tuple[str, str | None, str]]:
    """Speaker, gender and voice, by the first words of every quotation."""
    path = folder / "ferry.ssml"
    path.write_text(text, encoding="utf-8")
    quoted = (each for each in narrate.write_script(path).utterances if each.speaker)
    return {
        each.text[1:9]: (each.speaker.name, each.speaker.gender, each.voice.name)
        for each in quoted
        if each.speaker
    }


def _changed(text: str, pattern: str, new: str) -> str:
    """The document with the one place changed that fits a pattern."""
    changed, count = re.subn(pattern, new, text, count=1)
    assert count == 1
    return changed


def test_a_document_is_read_as_it_was_written(tmp_path: Path, ssml: str) -> None:
    """Each person is told of once, with gender and voice."""
    assert _heard(tmp_path, ssml) == {
        "We waite": ("Ada Moreau", "f", "iris"),
        "The engi": ("Lee Brandt", "m", "felix"),
        "I would ": ("Ada Moreau", "f", "iris"),
    }
    assert ssml.count('gender="f" voice="iris"') == 1


def test_a_person_s_voice_is_changed_in_one_place(tmp_path: Path, ssml: str) -> None:
    """In all of their quotations, whatever the body says; at the rate that the document has."""
    heard = _heard(
        tmp_path, _changed(ssml, r'(person name="Ada Moreau"[^>]*)voice="iris"', r'\1voice="vera"')
    )
    assert heard["We waite"] == heard["I would "] == ("Ada Moreau", "f", "vera")
    assert heard["The engi"][2] == "felix"
    rates = {
        each.voice.name: each.voice.rate for each in narrate.write_script(tmp_path / "ferry.ssml").utterances
    }
    cast = {voice.name: voice.rate for voice in narrate.load_cast("default").pools["f"]}
    assert rates["vera"] == pytest.approx(cast["vera"] * 1.2)


def test_a_speaker_is_changed_in_one_place(tmp_path: Path, ssml: str) -> None:
    """The quotation is then spoken in that person's voice, with that person's gender."""
    heard = _heard(tmp_path, _changed(ssml, r'speaker="Lee Brandt"', 'speaker="Ada Moreau"'))
    assert heard["The engi"] == ("Ada Moreau", "f", "iris")


def test_a_gender_is_changed_in_one_place(tmp_path: Path, ssml: str) -> None:
    """As a correction of an article says it."""
    heard = _heard(tmp_path, _changed(ssml, r'(name="Lee Brandt" gender=)"m"', r'\1"f"'))
    assert heard["The engi"][1] == "f"


def test_a_voice_that_is_changed_in_the_body_is_that_utterance_s(tmp_path: Path, ssml: str) -> None:
    """Whoever edits the SSML itself means what stands there."""
    heard = _heard(tmp_path, _changed(ssml, r'<voice name="iris"', '<voice name="vera"'))
    assert [heard[words][2] for words in ("We waite", "I would ")] == ["vera", "iris"]


def test_a_speaker_whom_the_metadata_does_not_know_is_noted(tmp_path: Path, ssml: str) -> None:
    """With the name that was probably meant; the voice of the body stays."""
    heard = _heard(tmp_path, _changed(ssml, r'speaker="Lee Brandt"', 'speaker="Ada Moraeu"'))
    assert heard["The engi"] == ("Ada Moraeu", None, "felix")
    notes = narrate.write_script(tmp_path / "ferry.ssml").notes
    assert any("called Ada Moraeu (did you mean Ada Moreau?)" in note for note in notes)


def test_five_hundred_voices_that_are_not_here_are_a_few_lines(tmp_path: Path) -> None:
    """The first are told by name, and all others in one line; they share the voices that there are."""
    said = "\n".join(f"<p><voice name='Person {number}'>Hello.</voice></p>" for number in range(500))
    path = tmp_path / "crowd.ssml"
    path.write_text(f"<speak version='1.1' xml:lang='en'>\n{said}</speak>", encoding="utf-8")
    script = narrate.write_script(path)
    assert [note for note in script.notes if "Person 0:" in note]
    assert any(note.startswith("line 7 and 494 more: more voices") for note in script.notes)
    assert len(script.notes) < 10
    assert len({each.voice.name for each in script.utterances}) > 10


def test_documents_of_earlier_versions_are_read(tmp_path: Path, ssml: str) -> None:
    """Which told of a speaker in every utterance, and of no person."""
    old = re.sub(r"<narrate:person [^>]*/>", "", ssml)
    old = re.sub(r'(speaker="Ada Moreau") voice="[^"]*"', r'\1 gender="f"', old)
    assert _heard(tmp_path, old)["We waite"] == ("Ada Moreau", "f", "iris")
