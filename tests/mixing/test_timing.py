"""What is heard when: pauses, cues, words, chapters and joins."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from narrate.errors import EncodingError
from narrate.mixing import Mixer
from narrate.model import Samples, Section, Speech, Word
from tests.mixing.mixing_material import RATE, mixed, script_of, silence, tone

JOIN = 0.003
"""Of full scale (-50 dB): the largest step from one sample to the next where speech meets silence."""


def heard(master: Samples) -> list[tuple[int, int]]:
    """Stretches above -34 dBFS, joined over gaps of less than 20 ms."""
    loud = np.flatnonzero(np.abs(master) > 0.02)
    breaks = np.flatnonzero(np.diff(loud) > RATE // 50)
    firsts, lasts = [0, *(breaks + 1)], [*breaks, len(loud) - 1]
    return [(int(loud[a]), int(loud[b]) + 1) for a, b in zip(firsts, lasts, strict=True)]


@pytest.mark.parametrize("around", [0.0, 0.01, 0.3, 1.0])
def test_the_pause_that_is_asked_for_is_heard(around: float) -> None:
    """However much silence an engine leaves around speech, at most 30 ms on each side adds to the pause."""
    sound = np.concatenate([silence(around), tone(0.5), silence(around)])
    master, _, _ = mixed(script_of(3, pauses=[0.35, 1.2]), [sound] * 3)
    stretches = heard(master)
    gaps = [(b[0] - a[1]) / RATE for a, b in pairwise(stretches)]
    kept = 2 * min(around, 0.03)
    assert gaps == pytest.approx([0.35 + kept, 1.2 + kept], abs=0.011)


def test_the_master_begins_and_ends_with_silence() -> None:
    """A quarter of a second before the first word, and half a second after the last."""
    master, cues, _ = mixed(script_of(1, pauses=[0.1]), [tone(0.5)])
    assert cues[0].start == RATE // 4
    assert len(master) - cues[0].end == RATE // 2


def test_cues_are_where_the_speech_is() -> None:
    """A cue spans its utterance and nothing of the pause, to the sample."""
    master, cues, _ = mixed(script_of(3, pauses=[0.5, 0.00007, 0.25]), [tone(0.5), tone(0.25), tone(1)])
    assert [cue.utterance for cue in cues] == [0, 1, 2]
    assert [cue.end - cue.start for cue in cues] == [12_000, 6_000, 24_000]
    assert [b.start - a.end for a, b in pairwise(cues)] == [12_000, 2]
    for cue in cues:
        assert np.abs(master[cue.start : cue.end]).max() > 0.1
        assert not master[cue.end : cue.end + 2].any()


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_words_stay_on_their_sound(rate: int) -> None:
    """Trimmed and resampled, a word's samples are still those of its beep, within a sample of either rate."""
    sound = np.concatenate(
        [silence(0.4, rate), tone(0.2, 400, rate=rate), silence(0.3, rate), tone(0.2, 400, rate=rate)]
    )
    bounds = [(0.4, 0.6), (0.7 + 0.2, 0.7 + 0.4)]
    words = tuple(Word(4 * i, 4 * i + 3, round(a * rate), round(b * rate)) for i, (a, b) in enumerate(bounds))
    mixer = Mixer(script := script_of(1))
    master = mixer.add(script.utterances[0], mixer.levelled(script.utterances[0], Speech(sound, rate, words)))
    cues, _, _ = mixer.finish()
    assert [(w.text_start, w.text_end) for w in cues[0].words] == [(0, 3), (4, 7)]
    for word, (start, end) in zip(cues[0].words, heard(master), strict=True):
        assert word.start == pytest.approx(start, abs=1 + 24_000 / rate + 20)
        assert word.end == pytest.approx(end, abs=1 + 24_000 / rate + 20)


def test_words_are_clamped_into_their_cue() -> None:
    """A word that an engine places in silence that was cut is inside the cue, not before or behind it."""
    sound = np.concatenate([silence(1), tone(0.5), silence(1)])
    words = (Word(0, 3, 0, 100), Word(4, 7, len(sound) - 100, len(sound)))
    mixer = Mixer(script := script_of(1))
    mixer.add(script.utterances[0], mixer.levelled(script.utterances[0], Speech(sound, RATE, words)))
    (cue,), _, _ = mixer.finish()
    assert all(cue.start <= word.start <= word.end <= cue.end for word in cue.words)


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100])
def test_another_rate_keeps_time(rate: int) -> None:
    """A click at one second is at one second, and the length is the same to the sample."""
    sound = np.concatenate([tone(0.9, rate=rate), silence(0.1, rate), [np.float32(0.9)], tone(1, rate=rate)])
    _, (cue,), _ = mixed(script_of(1), [sound], rate)
    assert cue.end - cue.start == round(len(sound) * RATE / rate)
    master, _, _ = mixed(script_of(1), [sound], rate)
    gap = master[cue.start + round(0.95 * RATE) : cue.start + round(1.0 * RATE) + 3]
    assert np.argmax(np.abs(gap)) + round(0.95 * RATE) == pytest.approx(RATE, abs=1)


@pytest.mark.parametrize("length", [1, 20, 30])
def test_a_sound_shorter_than_the_resampler_is_no_error(length: int) -> None:
    """At another rate libav gives nothing of it: what is around it is recorded all the same."""
    sounds = [tone(0.5, rate=44_100), tone(length / 44_100, rate=44_100), tone(0.5, rate=44_100)]
    master, cues, _ = mixed(script_of(3, pauses=[0.3, 0.3]), sounds, 44_100)
    assert len(heard(master)) == 2
    assert [cue.end > cue.start for cue in cues][::2] == [True, True]


def test_no_join_clicks() -> None:
    """Tones that are cut at full swing: no step is larger than the tone's own, and at a join at most JOIN."""
    sounds = [tone(0.4, 300), tone(0.2, 500), tone(0.3, 700), tone(0.008, 700)]
    master, cues, _ = mixed(script_of(4, pauses=[0.0, 0.1, 0.0]), sounds)
    steps = np.abs(np.diff(np.concatenate([silence(0.1), master, silence(0.1)])))
    # Within the first and last 2 ms of every utterance, against a tone at -16 LUFS in its middle.
    at_joins = max(
        steps[RATE // 10 + place - 48 : RATE // 10 + place + 48].max()
        for c in cues
        for place in (c.start, c.end)
    )
    joins = [RATE // 10 + place for c in cues for place in (c.start, c.end)]
    assert max(steps[at - 2 : at + 2].max() for at in joins) <= JOIN
    middle = steps[RATE // 10 + cues[2].start + 2400 : RATE // 10 + cues[2].end - 2400].max()
    assert at_joins < middle


def test_a_constant_offset_is_removed() -> None:
    """Engines that put speech beside zero do not thump when it starts and ends."""
    master, (cue,), _ = mixed(script_of(1), [tone(1) + np.float32(0.1)])
    assert abs(master[cue.start : cue.end].mean()) < 1e-3


def test_chapters_tile_the_master() -> None:
    """Each starts where its first utterance does, the first at zero, and the last ends with the master."""
    sections = (Section("The ferry", 0), Section("Fog", 2), Section("Home", 3))
    master, cues, chapters = mixed(script_of(5, sections=sections), [tone(0.3)] * 5)
    assert [chapter.title for chapter in chapters] == ["The ferry", "Fog", "Home"]
    assert [chapter.start for chapter in chapters] == [0, cues[2].start, cues[3].start]
    assert [chapter.end for chapter in chapters] == [cues[2].start, cues[3].start, len(master)]


def test_a_script_without_sections_is_one_chapter() -> None:
    """It has the article's title."""
    master, _, chapters = mixed(script_of(2, sections=()), [tone(0.3)] * 2)
    assert [(c.title, c.start, c.end) for c in chapters] == [("The ferry", 0, len(master))]


@pytest.mark.parametrize(
    ("order", "sound", "message"),
    [
        ([1], tone(0.1), "out of order"),
        ([0, 0], tone(0.1), "out of order"),
        ([0], np.array([0.1, np.nan], np.float32), "not numbers"),
        ([0], np.array([0.1, np.inf], np.float32), "not numbers"),
        ([0], tone(0.1), "missing"),
    ],
)
def test_what_would_spoil_the_recording_is_refused(order: list[int], sound: Samples, message: str) -> None:
    """Utterances out of order or left out, and samples that are not numbers."""
    mixer = Mixer(script := script_of(2))

    def run() -> None:
        for index in order:
            mixer.add(script.utterances[index], mixer.levelled(script.utterances[index], Speech(sound, RATE)))
        mixer.finish()

    with pytest.raises(EncodingError, match=message):
        run()


def test_memory_does_not_grow_with_the_recording() -> None:
    """A hundred utterances take no more than three do."""

    def peak(count: int) -> int:
        mixer = Mixer(script := script_of(count))
        tracemalloc.start()
        for utterance in script.utterances:
            mixer.add(utterance, mixer.levelled(utterance, Speech(tone(1), RATE)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(100) < 1.2 * peak(3)
