"""Transcripts for programs (JSON) and for people (plain text)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import narrate
from narrate.formats.credits import notice
from narrate.formats.timed_text import transcript_json as module
from narrate.formats.timed_text.transcript_json import transcript_json
from narrate.formats.timed_text.transcript_text import transcript_text
from narrate.model import Cue, Mark, Narration
from tests.formats.told import hostile_texts, told, tried

STORY = """Ferry strands dozens of passengers

By Ida Holm

Passengers on the deck of the ferry Aurora off Lund Head on March 3, 2021. (Ilse Brandauer/AFP/Getty Images)

A ferry ran aground off Lund Head in the fog & rain.

'Nobody told us'

"We waited for hours," said Mrs Ada Moreau, a teacher. She was on deck.
"""


@pytest.fixture(scope="module")
def told_story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Narration, dict[str, Any], str]:
    """The story in tones: the narration, its JSON, its plain text."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "in.txt").write_text(STORY, encoding="utf-8")
    outputs = [folder / "my.article.json", folder / "out.txt"]
    narration = narrate.narrate(folder / "in.txt", outputs, engine="tone").narration
    data = json.loads(outputs[0].read_text(encoding="utf-8"))
    return narration, data, outputs[1].read_text(encoding="utf-8")


def timed(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Everything that has a start and an end."""
    yield from data["chapters"]
    for segment in data["segments"]:
        yield segment
        yield from segment["words"]


def test_times_are_exact_to_the_sample(told_story: tuple[Narration, dict[str, Any], str]) -> None:
    """From milliseconds and the sample rate, every cue and word of the timeline comes back."""
    narration, data, _ = told_story

    def samples(thing: dict[str, Any]) -> tuple[int, int]:
        start, end = (round(thing[key] * data["sample_rate"] / 1000) for key in ("start_ms", "end_ms"))
        return start, end

    assert [samples(s) for s in data["segments"]] == [(c.start, c.end) for c in narration.cues]
    words = [[samples(word) for word in segment["words"]] for segment in data["segments"]]
    assert words == [[(word.start, word.end) for word in cue.words] for cue in narration.cues]
    assert [samples(c) for c in data["chapters"]] == [(c.start, c.end) for c in narration.chapters]
    assert round(data["duration_ms"] * data["sample_rate"] / 1000) == narration.length


@given(at=st.integers(0, 10**9), rate=st.sampled_from([8000, 22_050, 24_000, 44_100, 48_000, 192_000]))
@tried
def test_times_are_exact_wherever_a_sample_lies(at: int, rate: int) -> None:
    """At rates at which a millisecond is not a whole number of samples, and eleven hours into a recording."""
    odd = replace(told((None, "One.")), cues=(Cue(0, at, at + 1),), length=at + 1, sample_rate=rate)
    data = json.loads(transcript_json(odd))
    times = data["segments"][0]["start_ms"], data["segments"][0]["end_ms"], data["duration_ms"]
    assert [round(ms * rate / 1000) for ms in times] == [at, at + 1, at + 1]


def test_offsets_lead_to_the_words_in_the_article(told_story: tuple[Narration, dict[str, Any], str]) -> None:
    """Every segment and word that stands in the article; announcements do not and have none."""
    narration, data, _ = told_story
    source = narration.script.article.source
    announced = [s for s in data["segments"] if s["role"] == "announcement"]
    assert {s["text"] for s in announced} == {"Photo.", "Credit."}
    for thing in timed({"chapters": [], "segments": data["segments"]}):
        if any(thing is s or thing in s["words"] for s in announced):
            assert thing["source_start"] is thing["source_end"] is None
        else:
            assert source[thing["source_start"] : thing["source_end"]] == thing["text"]


def test_who_speaks_with_which_voice_is_said(told_story: tuple[Narration, dict[str, Any], str]) -> None:
    """The quoted person by name, and that every voice is a machine's."""
    narration, data, _ = told_story
    (quoted,) = [s for s in data["segments"] if s["role"] == "quote"]
    assert quoted["speaker"] == "Ada Moreau"
    voices = {voice["name"]: voice for voice in data["synthetic"]["voices"]}
    assert {segment["voice"] for segment in data["segments"]} == set(voices)
    assert {voice["engine"] for voice in voices.values()} == {"tone"}
    assert "synthetic" in data["synthetic"]["statement"]
    assert (data["version"], data["language"]) == ("1.0.0", "en")
    assert data["title"] == narration.script.article.title


def test_podcast_players_find_what_they_look_for(told_story: tuple[Narration, dict[str, Any], str]) -> None:
    """Podcasting 2.0 transcripts: numbers in seconds, in order, and the words on one line."""
    _, data, _ = told_story
    for segment in data["segments"]:
        assert 0 <= segment["startTime"] < segment["endTime"] <= data["duration_ms"] / 1000
        assert segment["startTime"] == pytest.approx(segment["start_ms"] / 1000, abs=0.0005)
        assert "\n" not in segment["body"]
        assert segment["body"].split() == segment["text"].split()


def test_every_key_is_documented(told_story: tuple[Narration, dict[str, Any], str]) -> None:
    """What is in the file is in the module's docstring, and the other way round."""
    narration, _, _ = told_story
    article = replace(narration.script.article, byline="Ida Holm", published="2021-03-03", site="The Gazette")
    article = replace(article, url="https://gazette.example/1", license="CC BY 4.0")
    first, *others = narration.script.utterances
    first = replace(first, marks=(*first.marks, Mark("mark", 0, 0, "here")))
    script = replace(narration.script, article=article, utterances=(first, *others))
    opening, *cues = narration.cues
    full = replace(narration, script=script, cues=(replace(opening, description="a bell"), *cues))
    keys = set(re.findall(r'^ *"(\w+)":', transcript_json(full), re.MULTILINE))
    documented = set(re.findall(r"`(\w+)`", module.__doc__ or ""))
    assert keys == documented


@given(text=hostile_texts, name=hostile_texts)
@tried
def test_text_comes_back_from_json_as_it_was(text: str, name: str) -> None:
    """Control characters, quotation marks and line ends too; half a character becomes one "?"."""
    data = json.loads(transcript_json(told((name, text))).encode("utf-8", "replace"))
    (segment,) = data["segments"]
    assert segment["text"] == text.encode("utf-8", "replace").decode()
    assert segment["speaker"] == name.encode("utf-8", "replace").decode()


def test_an_engine_without_word_times_gives_no_words() -> None:
    """Rather than times that nobody measured."""
    assert json.loads(transcript_json(told((None, "One two."), timed=False)))["segments"][0]["words"] == []


def test_the_text_has_chapters_paragraphs_and_speakers(
    told_story: tuple[Narration, dict[str, Any], str],
) -> None:
    """As one would type it: titles underlined, quoted people named, what is not the article's in brackets."""
    narration, _, text = told_story
    assert (
        text
        == """Ferry strands dozens of passengers
==================================

By Ida Holm

[Photo.] Passengers on the deck of the ferry Aurora off Lund Head on March 3, 2021.

[Credit.] (Ilse Brandauer/AFP/Getty Images)

A ferry ran aground off Lund Head in the fog & rain.

'Nobody told us'
----------------

Ada Moreau: "We waited for hours,"
Narrator: said Mrs Ada Moreau, a teacher. She was on deck.

"""
        + notice(narration)
        + "\n"
    )


@given(text=hostile_texts, name=hostile_texts)
@tried
def test_no_text_makes_a_paragraph_of_its_own(text: str, name: str) -> None:
    """Line ends inside what is said do not look like a new speaker or chapter."""
    head, body, *rest = transcript_text(told((None, "One."), (name, text), title="T")).split("\n\n")
    assert (head, body) == ("T\n=", "One.")
    assert len(rest) <= 2
    assert all("\n" not in part.removesuffix("\n") for part in rest)
