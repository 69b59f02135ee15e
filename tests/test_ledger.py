"""Every character of an article is accounted for, once."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import narrate
from narrate.errors import ProductionError
from narrate.ledger import Entry, ledger, totals, unaccounted
from narrate.model import Script, Word
from narrate.pipeline.accounting import accounted
from narrate.pipeline.from_article import read_text
from narrate.views import ledger_table

CAST = narrate.load_cast("default")
STORY = (
    "Ferry late\n\n"
    "Share this article\n\n"
    "The ferry left on Dec. 14 with 50,000 tons of coal (so they said), Ada Moreau’s last trip.\n\n"
    "“We waited for hours,” said Ada Moreau.\n"
)
LINES = [
    "Ferry late",
    "Advertisement",
    "Photo: Ada Wong/AP",
    "“We waited,” said Ada Moreau. “For 7 hours.”",
    "• It rained.",
    "LONDON (Reuters) - It cost $5 & more.",
    "Read more: https://example.org/a?b=1",
    "By Ada Wong, Dec. 14, 2016",
    "☃ ½ ² Москва (see [1])",
    "",
]


def _script(text: str) -> Script:
    return narrate.direct(read_text(text), CAST)


def _covered(script: Script) -> list[int]:
    """How often each character that is not white space stands in an entry, counted by brute force."""
    counts = [0] * len(script.article.source)
    for entry in ledger(script):
        for index in range(entry.start, entry.end):
            counts[index] += 1
    return [count for count, char in zip(counts, script.article.source, strict=True) if not char.isspace()]


def _fates(script: Script) -> dict[str, Entry]:
    return {script.article.source[entry.start : entry.end]: entry for entry in ledger(script)}


def test_what_is_changed_or_left_out_says_why() -> None:
    """A date names its rule, boilerplate its reason, and the rest is spoken as it is written."""
    fates = _fates(_script(STORY))
    date = fates["Dec. 14"]
    assert (date.fate, date.spoken, date.reason) == ("changed", "December fourteenth", "dates")
    assert fates["50,000"].spoken == "fifty thousand"
    assert fates["Share this article"].fate == "left out"
    assert fates["Share this article"].reason
    assert fates["said Ada Moreau."].fate == "spoken"


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12).map("\n\n".join).filter(str.strip))
def test_every_character_is_in_the_ledger_once(text: str) -> None:
    """Whatever lines an article is made of."""
    script = _script(text)
    assert set(_covered(script)) == {1}
    assert not unaccounted(script)
    assert all(one.end <= other.start for one, other in pairwise(ledger(script)))


def _without_an_utterance(script: Script, index: int) -> Script:
    kept = [utterance for utterance in script.utterances if utterance.index != index]
    renumbered = tuple(replace(utterance, index=new) for new, utterance in enumerate(kept))
    return replace(script, utterances=renumbered)


def test_a_sentence_that_was_lost_is_found_and_spoken_plainly() -> None:
    """It has a place in the ledger, a note, and an utterance by the narrator in its place."""
    whole = _script(STORY)
    lost = whole.utterances[-1]
    broken = _without_an_utterance(whole, lost.index)
    assert totals(broken.article.source, ledger(broken))["unaccounted"] == len(lost.text.replace(" ", ""))
    mended = accounted(broken)
    assert mended.utterances[-1].text.strip() == lost.text
    assert mended.utterances[-1].voice.name == "narrator"
    assert not unaccounted(mended)
    assert "please report" in mended.notes[-1]


def test_a_lost_sentence_in_the_middle_moves_no_chapter() -> None:
    """Chapters begin with the utterance that they began with."""
    whole = _script(
        "Ferry late\n\nIt rained all day.\n\nA second heading\n\nIt snowed. " + "It was cold. " * 9
    )
    index = next(utterance.index for utterance in whole.utterances if "rained" in utterance.text)
    kept = _without_an_utterance(whole, index)
    moved = replace(
        kept,
        chapters=tuple(
            replace(chapter, utterance=chapter.utterance - (chapter.utterance > index))
            for chapter in kept.chapters
        ),
    )
    mended = accounted(moved)
    assert [utterance.text.strip() for utterance in mended.utterances] == [
        utterance.text.strip() for utterance in whole.utterances
    ]
    assert mended.chapters == whole.chapters


def test_strictly_a_lost_sentence_is_an_error() -> None:
    """The message says where."""
    broken = _without_an_utterance(_script(STORY), _script(STORY).utterances[-1].index)
    with pytest.raises(ProductionError, match="said Ada Moreau"):
        accounted(broken, strict=True)


def test_a_word_without_a_sound_is_not_spoken(tmp_path: Path) -> None:
    """What the engine made of the text counts."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    made = narrate.narrate(story, tmp_path / "a.ledger.json", engine="tone")
    script, cues = made.narration.script, list(made.narration.cues)
    data = json.loads((tmp_path / "a.ledger.json").read_text("utf-8"))
    assert data["characters"]["not heard"] == 0
    last = next(cue for cue in reversed(cues) if cue.words)
    place = cues.index(last)
    cues[place] = replace(last, words=tuple(_all_but_the_second(last.words)))
    (silent,) = [entry for entry in ledger(script, cues) if entry.fate == "not heard"]
    assert script.article.source[silent.start : silent.end] == "Ada"


def _all_but_the_second(words: tuple[Word, ...]) -> list[Word]:
    return [*words[:1], *words[2:]]


def test_the_file_has_the_times_of_the_recording(tmp_path: Path) -> None:
    """Every entry that is spoken lies inside the recording; all together are the article's characters."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    narrate.narrate(story, [tmp_path / "a.ledger.json", tmp_path / "a.json"], engine="tone")
    data = json.loads((tmp_path / "a.ledger.json").read_text("utf-8"))
    segments = json.loads((tmp_path / "a.json").read_text("utf-8"))["segments"]
    assert sum(data["characters"].values()) == len("".join(STORY.split()))
    for entry in data["entries"]:
        assert entry["text"] == STORY[entry["start"] : entry["end"]]
        if entry["utterance"] is not None:
            assert entry["start_ms"] == segments[entry["utterance"]]["start_ms"]


def test_the_table_begins_with_the_totals() -> None:
    """And then has a line for all that is not spoken as it is written."""
    lines = ledger_table(_script(STORY)).splitlines()
    assert lines[0] == f"{len(''.join(STORY.split()))} characters, white space apart:"
    assert any(line.split() == ["0", "unaccounted"] for line in lines)
    assert any(line.endswith("Dec. 14: said December fourteenth, dates") for line in lines)
