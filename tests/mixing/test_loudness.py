"""Utterances are equally loud, and the programme lands on the target."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from narrate.errors import EncodingError
from narrate.formats import open_writer
from narrate.measuring import Meter, measure, measured
from narrate.mixing import correction_gain
from narrate.mixing.loudness import active_level
from narrate.model import Narration, Samples
from tests.mixing.mixing_material import RATE, mixed, script_of, silence, tone, true_peak

TEXTS = (
    "The ferry to Orsholm left the quay at nine, two hours late, with forty passengers and a goat on board.",
    "Late.",
    "Nobody had told the mayor, who was waiting on the far shore with a brass band and a printed speech.",
    "We will wait as long as it takes, said the woman who runs the harbour café.",
    "What happened next",
    "By noon the fog had lifted, and the band, which had played its three pieces eleven times, went home.",
)


@pytest.fixture(scope="module")
def speech() -> list[Samples]:
    """Real speech, as soft and as loud as engines come: each utterance at another level."""
    from hibari import Hibari

    engine = Hibari()
    return [
        engine(text, seed=1) * np.float32(10 ** (-(index * 7 % 16) / 20)) for index, text in enumerate(TEXTS)
    ]


def integrated(samples: Samples) -> float:
    """LUFS, by another implementation of BS.1770."""
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    return float(meter.integrated_loudness(samples.astype(np.float64)))


@pytest.mark.slow
def test_a_programme_of_speech_lands_on_the_target(speech: list[Samples]) -> None:
    """No second pass is needed: -16 LUFS within 0.5, and peaks that leave room for a codec."""
    master, _, _ = mixed(script_of(len(speech)), speech)
    assert integrated(master) == pytest.approx(-16, abs=0.5)
    assert true_peak(master) < -1.5


@pytest.mark.slow
def test_the_mp3_of_a_programme_is_what_podcast_platforms_ask_for(
    speech: list[Samples], tmp_path: Path
) -> None:
    """Decoded, -16 LUFS within 0.5, and no true peak above -1 dBTP."""
    master, cues, chapters = mixed(script := script_of(len(speech)), speech)
    writer = open_writer(tmp_path / "a.mp3", RATE)
    writer.write(master)
    writer.finish(Narration(script, Path("unused"), RATE, cues, chapters, len(master)))
    result = measured(tmp_path / "a.mp3").loudness
    assert result.integrated == pytest.approx(-16, abs=0.5)
    assert result.true_peak < -1


def test_every_utterance_is_as_loud_as_the_others(speech: list[Samples]) -> None:
    """One word and a long sentence, from a soft and from a loud voice, within 1 LU of each other."""
    master, cues, _ = mixed(script_of(len(speech)), speech)
    levels = [active_level(master[cue.start : cue.end], RATE) for cue in cues]
    assert max(levels) - min(levels) < 1


def test_the_level_of_a_clip_agrees_with_the_standard_on_a_steady_sound() -> None:
    """Without gaps, 100 ms blocks and the standard's 400 ms blocks must read the same."""
    for hertz in (60, 100, 440, 997, 3000, 9000):
        sound = tone(5, hertz)
        assert active_level(sound, RATE) == pytest.approx(integrated(sound), abs=0.1)


@pytest.mark.parametrize("gain", [-6.0, 3.0])
def test_a_voices_gain_is_applied_after_the_levels_are_matched(gain: float) -> None:
    """A voice with +3 dB is 3 LU louder than one without, however loud its engine made it."""
    master, cues, _ = mixed(script_of(2, gains=[0, gain]), [tone(2), tone(2, amplitude=0.7)])
    plain, changed = (active_level(master[cue.start : cue.end], RATE) for cue in cues)
    assert changed - plain == pytest.approx(gain, abs=0.1)


@pytest.mark.parametrize(
    "sound", [silence(1), silence(0), tone(1, amplitude=1e-6)], ids=["zeros", "empty", "hiss"]
)
def test_silence_stays_silence(sound: Samples) -> None:
    """Silence stays silence, and nothing is divided by zero."""
    master, cues, _ = mixed(script_of(1), [sound])
    assert np.abs(master).max() < 1e-5
    assert 0 <= cues[0].start <= cues[0].end <= len(master)


def test_a_soft_noise_is_raised_by_no_more_than_24_db() -> None:
    """An engine that breathes instead of speaking is not turned into a storm."""
    noise = np.random.default_rng(1).normal(0, 0.001, RATE).astype(np.float32)
    master, cues, _ = mixed(script_of(1), [noise])
    raised = 20 * np.log10(master[cues[0].start : cues[0].end].std() / noise.std())
    assert raised == pytest.approx(24, abs=0.2)


@pytest.mark.slow
def test_the_meter_agrees_with_another_one(speech: list[Samples]) -> None:
    """Blocks of any size give the loudness that pyloudnorm gives for the whole."""
    whole = np.concatenate(speech)
    result = measure((whole[at : at + 7777] for at in range(0, len(whole), 7777)), RATE)
    assert result.integrated == pytest.approx(integrated(whole), abs=0.1)
    assert result.true_peak == pytest.approx(true_peak(whole), abs=0.3)
    assert result.range > 0
    assert np.isnan(measure([whole], RATE, true_peak=False).true_peak)


def test_the_meter_reads_silence_as_silence() -> None:
    """Nothing, and nothing but zeros, are -70 LUFS, and need no correction."""
    for sound in (silence(0), silence(3)):
        meter = Meter(RATE)
        meter.add(sound)
        result = meter.result()
        assert (result.integrated, result.true_peak) == (-70, -np.inf)
        assert correction_gain(result.integrated, -16.0) == 0


@pytest.mark.parametrize(("measured", "gain"), [(-16.0, 0.0), (-18.5, 2.5), (-14.0, -2.0), (-60.0, 24.0)])
def test_the_correction_is_what_is_missing(measured: float, gain: float) -> None:
    """As many dB as LU are missing, within the greatest gain."""
    assert correction_gain(measured, -16.0) == gain


def test_a_file_that_is_no_audio_cannot_be_measured(tmp_path: Path) -> None:
    """The message names the file."""
    path = tmp_path / "letter.mp3"
    path.write_text("Dear editor")
    with pytest.raises(EncodingError, match=r"letter\.mp3"):
        measured(path)
