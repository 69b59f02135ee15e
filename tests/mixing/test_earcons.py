"""Short sounds, heard by their notes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from narrate.mixing import Mixer
from narrate.mixing.earcons import earcon
from narrate.mixing.loudness import utterance_level
from narrate.model import Earcon, Samples, Script, Section, Speech
from tests.mixing.mixing_material import RATE, script_of, tone

KINDS: tuple[Earcon, ...] = ("quote", "end quote", "chapter")


def _note(samples: Samples) -> float:
    """The strongest frequency, in Hz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * RATE))
    return float(np.argmax(spectrum)) / 8


@pytest.mark.parametrize(("kind", "rises"), [("quote", True), ("end quote", False), ("chapter", True)])
def test_a_beginning_rises_and_an_end_falls(kind: Earcon, rises: bool) -> None:
    """The ear tells them apart without having learned them."""
    sound = earcon(kind, RATE, -16.0)
    first, last = _note(sound[: RATE // 12]), _note(sound[-RATE // 4 :])
    assert (last > 1.2 * first) if rises else (first > 1.2 * last)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_soft_short_and_does_not_click(kind: Earcon) -> None:
    """Well below the speech, under half a second, from silence to silence with no step."""
    sound = earcon(kind, RATE, -16.0)
    assert -26 < utterance_level(sound, RATE) < -22
    assert len(sound) / RATE < 0.5
    assert max(abs(sound[0]), abs(sound[-1])) < 1e-4
    # A sine of 1760 Hz, the highest partial, at the sound's own peak has no larger step.
    assert np.abs(np.diff(sound)).max() < 2 * np.pi * 1760 / RATE * np.abs(sound).max()


def _with_earcons() -> Script:
    script = script_of(3, pauses=[0.5, 0.5, 0.5], sections=(Section("One", 0), Section("Two", 2)))
    first, quote, third = script.utterances
    told = (first, replace(quote, before="quote", after="end quote"), replace(third, before="chapter"))
    return replace(script, utterances=told)


def test_earcons_stand_beside_the_speech_and_a_chapter_begins_with_its_own() -> None:
    """Cues span the speech alone; a press on the chapter plays the sound."""
    script = _with_earcons()
    mixer = Mixer(script)
    master = np.concatenate(
        [mixer.add(u, mixer.levelled(u, Speech(tone(1.0, 200), RATE))) for u in script.utterances]
    )
    cues, chapters, length = mixer.finish()
    assert length == len(master)
    for cue in cues:
        assert _note(master[cue.start : cue.end]) == pytest.approx(200, abs=2)
    between = master[cues[0].end : cues[1].start]
    assert _note(between) > 600
    assert _note(master[cues[1].end : cues[2].start]) > 500
    chime = master[chapters[1].start : cues[2].start]
    assert 0.3 < len(chime) / RATE < 0.7
    assert np.abs(chime[: RATE // 20]).max() > 0.005
    assert not master[chapters[1].start - RATE // 10 : chapters[1].start].any()
