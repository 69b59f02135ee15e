"""Which quotations a screen reader is told the speaker of: where the sentence does not, and once."""

from __future__ import annotations

import re

import pytest

from narrate.formats.readalong.document import document
from narrate.formats.readalong.markup.speakers import speaker_labels
from narrate.model import Quotation, Speaker
from tests.formats.heard import heard, part
from tests.helpers import article

SPEAKERS = {"a": Speaker("Ada Moreau", "f"), "j": Speaker("Jonas Pell", "m"), "o": Speaker("an official")}


@pytest.mark.parametrize(
    ("text", "speakers", "expected"),
    [
        ("“Nobody listens to us,” he said.", "j", ["Jonas Pell"]),
        ("“Nobody listens to us,” said Jonas Pell.", "j", []),
        ("“Nobody listens to us,” said Pell.", "j", []),
        ("“Nobody listens to us,” an official said.", "o", []),
        ("“We waited. We called,” said Ada Moreau.", "a", []),
        ("“We waited,” she said. “Nobody came.”", "aa", ["Ada Moreau"]),
        ("“We waited,” she said. “I slept,” he said.", "aj", ["Ada Moreau", "Jonas Pell"]),
        ("“Wait,” she said. “I slept,” he said. “So?”", "aja", ["Ada Moreau", "Jonas Pell", "Ada Moreau"]),
        ("Pell was asked. “Nobody came,” he said.", "j", ["Jonas Pell"]),
        ("“We waited for Pell,” she said.", "a", ["Ada Moreau"]),
        ("He said: “Ada Moreau waited.”", "a", ["Ada Moreau"]),
        ("Somebody said: “It was late.”", " ", []),
        ("“We waited for the boat.”", "a", []),
    ],
)  # fmt: skip
def test_a_label_tells_who_speaks_where_the_sentence_does_not(
    text: str, speakers: str, expected: list[str]
) -> None:
    """By the last word of the name outside quotation marks; a block quotation has its own place for it."""
    told = article(("paragraph", text))
    found = re.finditer("“([^”]*)”", text)
    quotations = tuple(
        Quotation(match.start(1), match.end(1), match[1], "direct", SPEAKERS.get(speaker))
        for match, speaker in zip(found, speakers, strict=True)
    )
    made = document(heard(told, part(told, text), quotations=quotations))
    (passage,) = made.chapters[0].passages
    assert list(speaker_labels(passage).values()) == expected
