"""Talk from its text to what is heard: voices, labels, captions, SSML, page and book."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

import narrate
from narrate.ledger import ledger
from narrate.model import Script
from narrate.ssml import document
from tests.structure.talk_samples import CHATS, INTERVIEWS, PLAYS, TRANSCRIPTS

TALK = TRANSCRIPTS["full names in capitals, then last names"]
WRITTEN = ("title", "heading", "narration")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


def _script(folder: Path, text: str, **options: object) -> Script:
    path = folder / "talk.txt"
    path.write_text(text, encoding="utf-8")
    return narrate.write_script(path, brief=True, **options)  # type: ignore[arg-type]


def _narrated(script: Script) -> list[str]:
    return [said.text for said in script.utterances if said.role in WRITTEN]


def test_every_speaker_has_a_voice_of_their_own(article: Path) -> None:
    """One voice for each speaker, also where only the last name stands, and none of them the narrator's."""
    script = narrate.write_script(article, brief=True)
    voices: dict[str, set[str]] = {}
    for said in script.utterances:
        name = said.speaker.name if said.speaker else "narrator"
        voices.setdefault(name, set()).add(said.voice.name)
    assert set(voices) == {"narrator", "Oda Ferrand", "Pim Salter"}
    speakers = voices["Oda Ferrand"] | voices["Pim Salter"]
    assert len(speakers) == 2
    assert not speakers & voices["narrator"]


def test_the_narrator_reads_title_and_stage_directions_alone(article: Path) -> None:
    """Labels are not read; each speaker is named once, where they speak first."""
    script = narrate.write_script(article, brief=True)
    assert _narrated(script) == ["Transcript: The Kiln, part 9", "[sighs]", "(SOUNDBITE OF KILN)"]
    announced = [said.text for said in script.utterances if said.role == "announcement"]
    assert announced == ["Oda Ferrand.", "Pim Salter."]


def test_labels_can_be_read_out(article: Path) -> None:
    """`labels="say"`: the narrator reads every label, and names nobody besides."""
    script = narrate.write_script(article, brief=True, labels="say")
    labels = [text for text in _narrated(script) if text.endswith(":")]
    assert labels == ["ODA FERRAND:", "PIM SALTER:", "FERRAND:", "SALTER:", "FERRAND:"]
    assert not [said for said in script.utterances if said.role == "announcement"]


@pytest.mark.parametrize("quotes", ["plain", "announce"])
def test_labels_are_read_where_no_voice_tells_who_speaks(article: Path, quotes: str) -> None:
    """In one voice nobody could follow the talk without them; quotation is not announced at each turn."""
    script = narrate.write_script(article, brief=True, quotes=quotes)  # type: ignore[arg-type]
    assert "SALTER:" in _narrated(script)
    assert not [said for said in script.utterances if said.role == "announcement"]


def test_labels_are_read_of_speakers_who_share_a_voice(article: Path) -> None:
    """The cast "duo" has one voice for all who are quoted, so it does not tell them apart."""
    assert "PIM SALTER:" in _narrated(narrate.write_script(article, brief=True, cast="duo"))


def test_question_and_answer_are_not_named(tmp_path: Path) -> None:
    """The two sides of an interview are its author and the guest; "Q" and "A" are never heard."""
    script = _script(tmp_path, INTERVIEWS["Q and A"])
    names = [said.speaker.name for said in script.utterances if said.speaker]
    assert names[:4] == ["Jon Abel", "Mira Stone", "Jon Abel", "Mira Stone"]
    assert not any(re.match(r"[QA]\b:?", said.text) for said in script.utterances if said.text != "A")


def test_directions_inside_a_speech_are_the_narrator_s(tmp_path: Path) -> None:
    """An actor does not say "turning round"."""
    script = _script(tmp_path, PLAYS["names with full stops"])
    said = {each.text: each.speaker for each in script.utterances}
    assert said["(turning round)"] is None
    assert said["Half of it, I see."] is not None


def test_the_times_of_a_chat_are_left_out_with_a_reason(tmp_path: Path) -> None:
    """Every time stamp is in the ledger as left out, and nothing is unaccounted for."""
    script = _script(tmp_path, CHATS["date and time in square brackets"])
    entries = ledger(script)
    source = script.article.source
    left_out = [source[each.start : each.end] for each in entries if each.fate == "left out"]
    assert "[12/05/2024, 14:03:11]" in left_out
    assert not [each for each in entries if each.fate == "unaccounted"]


def test_ssml_keeps_the_speakers(article: Path, tmp_path: Path) -> None:
    """A script written as SSML and read again has the same words by the same people in the same voices."""
    script = narrate.write_script(article, brief=True)
    written = tmp_path / "talk.ssml"
    written.write_text(document(script), encoding="utf-8")
    again = narrate.write_script(written)
    before = [(said.text, said.speaker and said.speaker.name, said.voice.name) for said in script.utterances]
    after = [(said.text, said.speaker and said.speaker.name, said.voice.name) for said in again.utterances]
    assert after == before


def test_captions_page_and_book_name_the_speakers(article: Path, tmp_path: Path) -> None:
    """WebVTT has a voice span for each turn, and page and book show who speaks."""
    outputs = [tmp_path / name for name in ("talk.vtt", "talk.html", "talk.epub")]
    narrate.narrate(article, outputs, engine="tone", cover="none")
    captions = outputs[0].read_text(encoding="utf-8")
    spoken = re.findall(r"<v ([^>]+)>(?:Good|Because|We)", captions)
    assert spoken == ["Oda Ferrand", "Pim Salter", "Oda Ferrand"]
    assert "SALTER:" not in captions
    page = outputs[1].read_text(encoding="utf-8")
    assert ">Pim Salter<" in page
    with zipfile.ZipFile(outputs[2]) as book:
        chapters = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    assert any("Pim Salter" in chapter for chapter in chapters)
