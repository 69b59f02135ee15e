"""Talk that is laid out: speakers are found in transcripts, interviews, plays and chats, and nowhere else."""

from __future__ import annotations

import pytest

from narrate.model import Article
from narrate.pipeline.from_article import read_bytes, read_text
from tests.structure.talk_samples import (
    CHATS,
    HEARINGS,
    INTERVIEWS,
    NO_TALK,
    PLAYS,
    TRANSCRIPTS,
    UNLABELLED,
)

SPEAKERS = {
    "full names in capitals, then last names": (
        "Oda Ferrand, Pim Salter, Oda Ferrand, Pim Salter, Oda Ferrand"
    ),
    "numbered speakers with time stamps before them": (
        "Speaker 1, Speaker 2, Speaker 1, Speaker 2, Speaker 1"
    ),
    "names with the time in brackets": "Lotte Brink, Arno Vell, Lotte Brink, Arno Vell",
    "name and time on a line above the words": (
        "Oda Ferrand, Pim Salter, Oda Ferrand, Oda Ferrand, Pim Salter"
    ),
    "offices behind the names, several paragraphs": (
        "Lena Harte, Bram Okell, Bram Okell, Lena Harte, Bram Okell, Bram Okell, Lena Harte"
    ),
    "congress": "The Chair, Mr. Hallam, The Chair, Mr. Hallam, Ms. Orde",
    "court with colons": "The Court, Ms. Alder, The Court, Ms. Alder, The Witness",
    "deposition": "Q, A, Q, A, Q, A",
    "parliament": "Mr. Speaker, Ms Ruth Vane, Mr Tom Orrin, Ms Ruth Vane, Mr Tom Orrin, Mr. Speaker",
    "witness and counsel by office": "Mr. Wex, Secretary Voss, Mr. Wex, Secretary Voss, Mr. Wex",
    "Q and A": "Jon Abel, Mira Stone, Jon Abel, Mira Stone, Jon Abel, Mira Stone",
    "question and answer in full": "Question, Mira Stone, Question, Mira Stone",
    "initials after the first full names": (
        "Jon Abel, Mira Stone, Jon Abel, Mira Stone, Jon Abel, Mira Stone"
    ),
    "German, with Frage and Antwort": "Frage, Mira Stein, Frage, Mira Stein, Frage, Mira Stein",
    "names, answers of several paragraphs": "Abel, Stone, Stone, Abel, Stone, Stone, Abel, Stone",
    "names with full stops": "Agnes, Josiah, Agnes, Josiah, Agnes",
    "names with colons and directions in brackets": "Agnes, Josiah, Agnes, Josiah, Agnes",
    "names on lines of their own": "Agnes, Josiah, Agnes, Josiah",
    "French, names in capitals with full stops": "Agnès, Josias, Agnès, Josias, Agnès",
    "lines of one word": "First Guard, Second Guard, First Guard, Second Guard, First Guard",
    "date and time in square brackets": "Mo, Pia Lund, Mo, Pia Lund",
    "date, time and a dash": "Mo, Pia Lund, Mo, Pia Lund",
    "nicknames in angle brackets": "mo, pia_l, mo, pia_l",
    "times alone": "Mo, Pia, Mo, Pia",
    "names alone": "Mo, Pia, Mo, Pia, Mo",
}
ASKED = {
    "questions on lines of their own": ["You", "Does", "Will"],
    "names at the first question and answer alone": ["You", "Does", "Will"],
    "bold questions of a page": ["You", "Does", "Your", "Do"],
}
ANSWERED = {
    "questions on lines of their own": ["I", "My", "Nothing", "When"],
    "names at the first question and answer alone": ["I", "My", "Nothing", "When"],
    "bold questions of a page": ["I", "He", "Nothing", "I", "I"],
}
TALK = {**TRANSCRIPTS, **HEARINGS, **INTERVIEWS, **PLAYS, **CHATS}


def _speakers(article: Article) -> str:
    return ", ".join(block.speaker or "" for block in article.blocks if block.kind == "speech")


@pytest.mark.parametrize("layout", TALK)
def test_every_speech_has_its_speaker(layout: str) -> None:
    """Each paragraph of talk belongs to the person whom its label means, by the fullest name."""
    assert _speakers(read_text(TALK[layout])) == SPEAKERS[layout]


@pytest.mark.parametrize("layout", TALK)
def test_labels_and_times_are_left_out_with_a_reason(layout: str) -> None:
    """No label and no time stamp is part of what is spoken, and each says why it is not."""
    article = read_text(TALK[layout])
    labels = [block for block in article.blocks if block.kind == "label"]
    assert labels
    assert all(not label.spoken and label.reason for label in labels)
    spoken = [block.text for block in article.blocks if block.kind == "speech"]
    assert not any(text.startswith((":", "Q:", "A:", "[0", "[1", "14:")) for text in spoken)


@pytest.mark.parametrize("layout", TALK)
def test_talk_has_no_chapters_of_questions(layout: str) -> None:
    """Neither a question nor any other speech is a heading or the title."""
    article = read_text(TALK[layout])
    headings = [block.text for block in article.blocks if block.kind == "heading"]
    titles = [block.text for block in article.blocks if block.kind == "title"]
    assert [heading for heading in headings if heading != "ACT ONE"] == []
    assert all(TALK[layout].startswith(title) for title in titles)
    assert bool(titles) == (not _begins_with_turn(layout))


def _begins_with_turn(layout: str) -> bool:
    first = read_text(TALK[layout]).blocks[0]
    return first.kind in ("label", "boilerplate")


@pytest.mark.parametrize("kind", NO_TALK)
def test_other_texts_have_no_speakers(kind: str) -> None:
    """Labels of notes, facts and fields are words of the text like any other."""
    article = read_text(NO_TALK[kind])
    assert not [block for block in article.blocks if block.speaker]


def test_answers_of_several_people_below_questions_without_labels() -> None:
    """Where only answers are labelled, each is who its label names, and questions are the interviewer's."""
    talk = """Two potters

Why do your kilns crack so often?

Oda: I fire mine too early, and I know it.

Pim: We all do.

What do you do about it?

Pim: I buy new bricks.

Oda: I borrow his.

Do you ever share a kiln?

Oda: We tried to, once.

Pim: I still have a scar."""
    speakers = _speakers(read_text(talk)).split(", ")
    assert speakers == ["Q", "Oda", "Pim", "Q", "Pim", "Oda", "Q", "Oda", "Pim"]


def test_talk_without_a_headline_is_called_by_its_speakers() -> None:
    """The first thing that is said is no title."""
    assert read_text(CHATS["times alone"]).title == "Mo, Pia"


@pytest.mark.parametrize("layout", UNLABELLED)
def test_interviews_without_labels_have_two_speakers(layout: str) -> None:
    """Questions are said by one voice and answers by another, and no question is a chapter."""
    article = read_bytes(UNLABELLED[layout].encode())
    sides = [block.speaker for block in article.blocks if block.kind == "speech"]
    said = [block.text for block in article.blocks if block.kind == "speech"]
    answers = [text for text, side in zip(said, sides, strict=True) if side == "Mira Stone"]
    asked = [text for text, side in zip(said, sides, strict=True) if side != "Mira Stone"]
    assert [text.split()[0] for text in asked] == ASKED[layout]
    assert [text.split()[0] for text in answers] == ANSWERED[layout]
    assert not [block for block in article.blocks if block.kind == "heading"]
