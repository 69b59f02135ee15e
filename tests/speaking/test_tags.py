"""Tags of SSML in plain text are not spoken, and the author is told how to have them followed."""

from __future__ import annotations

import pytest

from narrate.model import Utterance, Voice
from narrate.speaking import spoken
from narrate.speaking.tags import notes_on_tags

VOICE = Voice("v", "tone", "400")


def _notes(text: str) -> list[str]:
    return notes_on_tags([Utterance(0, 0, "narration", None, VOICE, text, 0, len(text), 0)])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Hello <break time="1s"/> world.', "Hello world."),
        ('<prosody rate="slow">Go on</prosody> now.', "Go on now."),
        ("Wait <break/> here.", "Wait here."),
        ("It is <emphasis>so</emphasis> cold.</speak>", "It is so cold."),
        ("<amazon:effect name='whispered'>Hush</amazon:effect>", "Hush"),
    ],
)
def test_tags_are_left_out_and_noted(text: str, words: str) -> None:
    """All the words around them stay."""
    assert spoken(text).split() == words.split()
    (note,) = _notes(text)
    assert "<speak>" in note


@pytest.mark.parametrize(
    "text",
    ["Use the <break> tag.", "a <b and c> d", "It was <voice of America>.", "x <y> z", "if a<b then c>d"],
)
def test_a_text_about_tags_keeps_its_words(text: str) -> None:
    """What only looks like a tag is text."""
    assert spoken(text) == text
    assert _notes(text) == []
