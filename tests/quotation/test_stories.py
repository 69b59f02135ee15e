"""Who speaks in the conversations of stories; all of them are our own."""

from __future__ import annotations

from narrate.quotation import find_quotations

CONVERSATION = """Martha Quill set down the lamp. Tobias Renn stood at the window with his back to her.

“Did you lock the boathouse?” asked Martha.

“Which of us has the key?” said Tobias.

“You had it this morning!”

“I gave it back to you at noon.”

“At noon I was at the mill!”

“Then who was it that took it from my hand?”

Martha went to the door. “Nobody took it,” she said. “You have lost it again!”

“I never lose anything,” he said.
"""
"""After two turns with names, four without."""


def _speakers(text: str) -> list[str | None]:
    return [found.speaker.name if found.speaker else None for found in find_quotations(text)]


def test_turns_without_a_verb_alternate() -> None:
    """In a conversation of two, each answers the other."""
    martha, tobias = "Martha Quill", "Tobias Renn"
    assert _speakers(CONVERSATION) == [martha, tobias] * 3 + [martha, martha, tobias]


def test_british_marks_make_the_same_conversation() -> None:
    """Single marks, with apostrophes and possessives inside."""
    british = CONVERSATION.replace("“", "‘").replace("”", "’")
    british = british.replace("I never lose anything", "It wasn’t in the millers’ shed, and I didn’t lose it")
    assert _speakers(british) == _speakers(CONVERSATION)


def test_a_pronoun_is_bound_to_the_woman_who_spoke_before_and_not_to_the_one_who_answers() -> None:
    """Two women talk: "she" is whoever did not speak last."""
    text = CONVERSATION.replace("Tobias", "Theresa").replace("his back", "her back")
    text = text.replace("“I never lose anything,” he said.", "“I never lose anything,” she said.")
    assert _speakers(text)[-1] == "Theresa Renn"


def test_whoever_tells_the_story_is_one_speaker() -> None:
    """“…,” I said."""
    text = CONVERSATION.replace("said Tobias.", "I said.").replace("he said.", "I said.")
    found = _speakers(text)
    assert [found[1], found[3], found[5], found[8]] == ["I"] * 4
    assert found[0] == found[2] == found[4] == "Martha Quill"


def test_mother_and_daughter_are_two() -> None:
    """Mrs. Quill is not Miss Quill."""
    text = CONVERSATION.replace("asked Martha", "asked Mrs. Quill").replace("said Tobias", "said Miss Quill")
    first, second = _speakers(text)[:2]
    assert first != second


def test_nested_marks_belong_to_the_speaker_outside() -> None:
    """What somebody quotes is part of the turn."""
    text = CONVERSATION.replace("“You had it this morning!”", "“You said, ‘I have it,’ this morning!”")
    assert _speakers(text) == _speakers(CONVERSATION)
