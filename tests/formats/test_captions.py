"""Captions: who says what when, from the words' times."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pysubs2
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

import narrate
from narrate.formats.timed_text.captions import captions
from narrate.model import Cue, Narration, Word
from tests.formats.recordings import decoded
from tests.formats.told import PAUSE, RATE, WORD, hostile_texts, told, tried

LONG = "We waited on deck for hours and hours. Nobody came, and the water was cold and black."
STORY = f"""Ferry strands dozens of passengers

A ferry ran aground off Lund Head in the fog, and for most of the night neither the crew nor the coast
guard could say when the people on board would be brought ashore.

"{LONG}" said Mrs Ada Moreau, a teacher. She was on deck - all night - with her pupils.

"The engine failed," said Mr Tom Reyes, the captain. "We drifted."
"""


def test_a_caption_begins_with_its_first_word_and_lasts_until_the_next() -> None:
    """To the millisecond; the last one ends with the utterance, before its pause."""
    first, second = captions(told((None, LONG)), 42)
    words = len(" ".join(first.lines).split())
    assert first.lines == ("We waited on deck for hours and hours.",)
    assert first.start * RATE == PAUSE * 1000
    assert first.end == second.start == 1000 * (PAUSE + words * WORD) // RATE
    assert second.end == 1000 * (PAUSE + len(LONG.split()) * WORD) // RATE


def test_without_word_times_an_utterance_is_divided_by_its_characters() -> None:
    """Engines of the operating system tell no times."""
    first, second = captions(told((None, LONG), timed=False), 42)
    share = LONG.index("Nobody") / len(LONG)
    assert first.end == second.start
    assert (second.start - first.start) / (second.end - first.start) == pytest.approx(share, abs=0.001)


def test_a_cut_inside_a_word_takes_its_share_of_the_words_time() -> None:
    """What is spoken as one thing, such as "2,5 million", may be longer than a caption."""
    narration = told((None, LONG))
    whole = Cue(0, 0, 24_000, (Word(0, len(LONG), 4800, 14_400),))
    first, second = captions(replace(narration, cues=(whole,)), 42)
    assert second.start == round(200 + 400 * LONG.index("Nobody") / len(LONG))
    assert (first.start, second.end) == (0, 1000)


def test_a_speaker_is_labelled_where_somebody_begins_to_be_quoted() -> None:
    """Not again while the same person goes on, and never the narrator."""
    names = [None, "Ada", "Ada", "Tom", None, "Tom"]
    narration = told(*zip(names, ["One.", "Two.", "Three.", "Four.", "Five.", "Six."], strict=True))
    assert [" ".join(c.lines) for c in captions(narration, 42, labels=True)] == [
        "One.", "Ada: Two.", "Three.", "Tom: Four.", "Five.", "Tom: Six."
    ]  # fmt: skip
    assert [c.speaker for c in captions(narration, 42)] == [name or "Narrator" for name in names]


def test_text_that_makes_no_sound_is_not_lost() -> None:
    """It is shown as briefly as can be, and the next caption waits for it."""
    narration = told((None, "***"), (None, "One."))
    silent = replace(narration, cues=(Cue(0, 2400, 2400), Cue(1, 2400, 4800)))
    assert [(c.start, c.end, c.lines) for c in captions(silent, 42)] == [
        (100, 101, ("***",)), (101, 200, ("One.",))
    ]  # fmt: skip


@given(
    texts=st.lists(hostile_texts, min_size=1, max_size=4),
    edges=st.lists(st.integers(0, 200_000), min_size=8, max_size=8).map(sorted),
    rate=st.sampled_from([8000, 22_050, 24_000, 48_000]),
    words=st.lists(st.tuples(st.integers(0, 200_000), st.integers(0, 50)), max_size=8).map(sorted),
)
@tried
def test_captions_never_overlap_and_never_last_no_time(
    texts: list[str], edges: list[int], rate: int, words: list[tuple[int, int]]
) -> None:
    """Even where cues are of no length and an engine's word times lie outside of them."""
    narration = told(*((None, text) for text in texts))
    times = tuple(Word(i * 5, i * 5 + 4, start, start + length) for i, (start, length) in enumerate(words))
    cues = tuple(Cue(i, edges[2 * i], edges[2 * i + 1], times) for i in range(len(texts)))
    made = list(captions(replace(narration, cues=cues, sample_rate=rate), 42, labels=True))
    assert all(caption.start < caption.end for caption in made)
    assert all(a.end <= b.start for a, b in pairwise(made))


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Narration, Path]:
    """A story told in tones, as sound and as captions of both kinds."""
    folder = tmp_path_factory.mktemp("heard")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    outputs = [folder / f"story.{suffix}" for suffix in ("wav", "vtt", "srt", "json")]
    return narrate.narrate(folder / "story.txt", outputs, engine="tone").narration, folder


def test_the_words_of_every_caption_are_heard_between_its_times(heard: tuple[Narration, Path]) -> None:
    """An independent reader finds as many words in each caption as there are beeps in the sound meanwhile."""
    _, folder = heard
    sound, rate = decoded(folder / "story.wav")
    vtt, srt = (list(pysubs2.load(str(folder / name))) for name in ("story.vtt", "story.srt"))
    assert 8 <= len(vtt) < len(srt)
    for cue in vtt + srt:
        said = re.sub("^(Ada Moreau|Tom Reyes): ", "", cue.plaintext)
        words = [word for word in said.split() if any(map(str.isalnum, word))]
        start, end = (round(ms * rate / 1000) for ms in (cue.start, cue.end))
        assert _beeps(sound[start:end], rate) == len(words), cue


def test_names_and_announcements_are_in_the_captions(heard: tuple[Narration, Path]) -> None:
    """Everybody who is quoted speaks in the voice span; all else is the narrator."""
    narration, folder = heard
    cues = webvtt.read(str(folder / "story.vtt")).captions
    voices = [cue.voice for cue in cues]
    assert list(dict.fromkeys(voices)) == ["Narrator", "Ada Moreau", "Tom Reyes"]
    said = " ".join(cue.text for cue in cues).split()
    assert said == " ".join(utterance.text for utterance in narration.script.utterances).split()


def _beeps(samples: np.ndarray[tuple[int], np.dtype[np.float32]], rate: int) -> int:
    """How many beeps begin in a stretch, by its energy in steps of 5 ms."""
    step = rate // 200
    energy = np.square(samples[: len(samples) // step * step].reshape(-1, step)).mean(axis=1)
    loud = energy > 0.1 * energy.max()
    return int(loud[0]) + int(np.count_nonzero(loud[1:] & ~loud[:-1]))
