"""The operating system's voices, spoken for real by eSpeak NG."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from narrate.engines.system.engine import SystemEngine
from narrate.errors import EngineError, MarkupError, SynthesisError
from narrate.model import Samples, Voice
from tests.waiting import wait_until

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or find_spec("espeakng_loader") is None,
    reason="needs Linux with the extra `espeak` (espeakng-loader)",
)
SHORT = "Boats came in."
LONG = "The harbour of Larmouth was quiet that morning, and no more than four boats came in."

NEWS = (
    LONG,
    "A woman who was mending nets on the pier said that she had not seen such a sea, or such a sky, before.",
    "By Friday, when the wind had turned, three of them were back, and the fourth was on its way.",
)


@pytest.fixture(scope="module")
def engine() -> Iterator[SystemEngine]:
    engine = SystemEngine()
    yield engine
    engine.close()


def _speak(
    engine: SystemEngine, inner: str, voice: str = "gmw/en-us", *, rate: float = 1.0, pitch: float = 0.0
) -> Samples:
    speech = engine.synthesize(f"<speak>{inner}</speak>", Voice("v", "system", voice, rate=rate, pitch=pitch))
    assert speech.sample_rate == engine.sample_rate == 24_000
    assert speech.samples.dtype == np.float32
    return speech.samples


@pytest.mark.parametrize("rate", [0.5, 1.5, 2.0, 2.5, 3.0])
def test_a_text_is_as_much_shorter_as_was_asked_for(engine: SystemEngine, rate: float) -> None:
    """Within 3 %, short sentences and long ones together, though eSpeak NG itself is up to 8 % too slow."""
    text = "".join(f"<s>{sentence}</s>" for sentence in (SHORT, *NEWS))
    pause = 3 * 0.25 * 24_000  # between sentences, which is not the voice's
    unhurried, hurried = (len(_speak(engine, text, rate=r)) - pause for r in (1.0, rate))
    assert unhurried / hurried == pytest.approx(rate, rel=0.03)


def _energy(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples.astype(np.float64) ** 2)))


def _hertz(samples: Samples) -> float:
    """Median pitch of the voiced frames, by autocorrelation between 60 and 400 Hz."""
    pitches = []
    for start in range(0, len(samples) - 1200, 600):
        frame = samples[start : start + 1200].astype(np.float64)
        alike = np.correlate(frame, frame, "full")[1199:]
        lag = int(np.argmax(alike[60:400])) + 60
        if alike[0] > 1 and alike[lag] > 0.5 * alike[0]:
            pitches.append(24_000 / lag)
    return float(np.median(pitches))


def test_speech_is_audible_mono_and_in_range(engine: SystemEngine) -> None:
    """What comes back can be heard, is not clipped, and ends without a tail of silence."""
    samples = _speak(engine, LONG)
    assert samples.ndim == 1
    assert _energy(samples) > 0.03
    assert np.abs(samples).max() <= 1.0
    assert _energy(samples[-1200:]) > 0.001


def test_longer_text_takes_longer(engine: SystemEngine) -> None:
    """Six times the words are at least three times the sound: nothing is cut."""
    assert len(_speak(engine, LONG)) > 3 * len(_speak(engine, SHORT))


def test_rate_changes_take_effect_every_time(engine: SystemEngine) -> None:
    """Twice as fast is about half as long, also when slow and fast alternate many times."""
    slow = len(_speak(engine, LONG, rate=0.8))
    for _ in range(8):
        assert len(_speak(engine, LONG, rate=1.6)) < 0.65 * slow
        assert len(_speak(engine, LONG, rate=0.8)) == pytest.approx(slow, rel=0.03)


def test_rate_of_voice_and_markup_multiply(engine: SystemEngine) -> None:
    """Half of double is as before."""
    plain = _speak(engine, LONG)
    marked = _speak(engine, f"<prosody rate='50%'>{LONG}</prosody>", rate=2.0)
    assert len(marked) == pytest.approx(len(plain), rel=0.03)


@pytest.mark.parametrize(("semitones", "factor"), [(9.0, 1.68), (4.0, 1.26), (-4.0, 0.79)])
def test_pitch_is_in_semitones(engine: SystemEngine, semitones: float, factor: float) -> None:
    """The heard pitch moves by what was asked for, to within a semitone."""
    assert _hertz(_speak(engine, LONG, pitch=semitones)) == pytest.approx(
        factor * _hertz(_speak(engine, LONG)), rel=0.06
    )


def test_a_variant_is_another_speaker(engine: SystemEngine) -> None:
    """The women that are listed sound higher than the men."""
    assert _hertz(_speak(engine, LONG, "gmw/en-us+f2")) > 1.4 * _hertz(_speak(engine, LONG, "gmw/en-us"))


def test_both_sentences_are_spoken_with_the_pause_that_was_asked_for(engine: SystemEngine) -> None:
    """Two sentences around a second of silence: sound, exactly that silence, sound."""
    first, second = _speak(engine, "Boats came in."), _speak(engine, "Nobody left.")
    both = _speak(engine, "<s>Boats came in.</s><break time='1s'/><s>Nobody left.</s>")
    assert len(both) == pytest.approx(len(first) + 24_000 + len(second), rel=0.02)
    assert _energy(both[: len(first) - 1200]) > 0.03
    assert _energy(both[-len(second) + 1200 :]) > 0.03
    middle = len(first) + 600
    assert not both[middle : middle + 22_000].any()


def test_sentences_without_a_break_keep_the_voice_s_own_pause(engine: SystemEngine) -> None:
    """Neither sentence is lost, nor are they run together."""
    apart = len(_speak(engine, "Boats came in.")) + len(_speak(engine, "Nobody left."))
    both = _speak(engine, "<s>Boats came in.</s> <s>Nobody left.</s>")
    assert apart + 0.15 * 24_000 < len(both) < apart + 0.6 * 24_000


def test_volume_is_gain_and_a_substitution_is_spoken(engine: SystemEngine) -> None:
    """-12 dB is a quarter of the level; an alias takes as long as its own words."""
    loud, soft = _speak(engine, LONG), _speak(engine, f"<prosody volume='-12dB'>{LONG}</prosody>")
    assert _energy(soft) == pytest.approx(_energy(loud) * 10 ** (-12 / 20), rel=0.05)
    said = _speak(engine, f"<sub alias='{LONG}'>L.</sub>")
    assert len(said) == pytest.approx(len(loud), rel=0.03)
    shouted = _speak(engine, f"<prosody volume='+20dB'>{SHORT}</prosody> {SHORT}")
    assert np.abs(shouted).max() == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("inner", ["", " ", "…", "—", "<sub alias=''>x</sub>"])
def test_nothing_to_say_is_no_sound_at_all(engine: SystemEngine, inner: str) -> None:
    """Without words there are no samples."""
    assert _speak(engine, inner).shape == (0,)


def test_no_utterance_is_lost_in_a_row_of_twenty(engine: SystemEngine) -> None:
    """Each text comes back as its own sound: one word more, and it is longer."""
    words = ["harbour"] * 20
    lengths = [len(_speak(engine, " ".join(words[: n + 1]))) for n in range(20)]
    assert all(longer - shorter > 2400 for shorter, longer in pairwise(lengths))


def test_two_threads_get_their_own_speech(engine: SystemEngine) -> None:
    """Asked at once for short and long, slow and fast, each gets what it asked for."""
    jobs = [(SHORT, 1.0), (LONG, 1.5), (LONG, 1.0), (SHORT, 1.5)] * 3
    alone = {job: len(_speak(engine, job[0], rate=job[1])) for job in set(jobs)}
    with ThreadPoolExecutor(2) as pool:
        lengths = list(pool.map(lambda job: len(_speak(engine, job[0], rate=job[1])), jobs))
    assert lengths == pytest.approx([alone[job] for job in jobs], rel=0.03)


def test_voices_are_listed_english_first_with_clean_tags(engine: SystemEngine) -> None:
    """The default is American English; every tag is one; women and men can be cast."""
    voices = engine.voices()
    english = [voice.language.startswith("en") for voice in voices]
    assert voices[0].language == "en-US"
    assert english == sorted(english, reverse=True)
    assert all(voice.language.isprintable() and "_" not in voice.language for voice in voices)
    assert {voice.gender for voice in voices if voice.language == "en-US"} == {"f", "m"}
    assert len({voice.name for voice in voices}) > 100
    assert len(_speak(engine, SHORT, voices[0].description)) > 0


@pytest.mark.parametrize("voice", ["", "nobody", "gmw/en-us+nobody", "gmw/en-us+", "+f1"])
def test_an_unknown_voice_is_an_error(engine: SystemEngine, voice: str) -> None:
    """The driver would go on in the last voice; the engine refuses, and names what was asked for."""
    with pytest.raises(EngineError, match="unknown voice") as caught:
        _speak(engine, SHORT, voice)
    assert caught.value.value == voice


def test_bad_markup_costs_nothing(engine: SystemEngine) -> None:
    """The engine speaks on after it has refused a document."""
    with pytest.raises(MarkupError):
        _speak(engine, "<break time='soon'/>")
    assert len(_speak(engine, SHORT)) > 0


def test_the_version_names_the_synthesizer(engine: SystemEngine) -> None:
    """Another release of either library sounds different, and so has another key in the cache."""
    assert "pyttsx3" in engine.version
    assert "espeak" in engine.version


def _children() -> set[str]:
    """Processes of ours, zombies among them."""
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


def test_closing_leaves_no_process_and_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """After close there is no child, no zombie and no temporary file; a closed engine says so."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = _children()
    engine = SystemEngine()
    _speak(engine, SHORT)
    assert len(_children() - before) == 1
    assert len(list(tmp_path.rglob("*.wav"))) == 0
    engine.close()
    engine.close()
    assert _children() == before
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SynthesisError, match="closed"):
        _speak(engine, SHORT)


SCRIPT = """
from narrate.engines import open_engine
from narrate.model import Voice
engine = open_engine("system")
engine.synthesize("<speak>Boats came in.</speak>", Voice("v", "system", "gmw/en-us"))
"""


def _running_in(directory: Path) -> bool:
    commands = (p for p in Path("/proc").glob("[0-9]*/cmdline"))
    for command in commands:
        try:
            if str(directory).encode() in command.read_bytes():
                return True
        except OSError:  # it ended meanwhile
            continue
    return False


@pytest.mark.slow
def test_a_program_that_forgets_to_close_ends_cleanly(tmp_path: Path) -> None:
    """At exit the worker goes too; nothing was printed, and nothing is left."""
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    command = [sys.executable, "-W", "error", "-c", SCRIPT]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
    assert not _running_in(tmp_path)


@pytest.mark.slow
def test_the_worker_goes_when_the_program_is_killed(tmp_path: Path) -> None:
    """Even a program that cannot clean up leaves neither process nor file behind."""
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    script = SCRIPT + "print('ready', flush=True); import time; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        assert _running_in(tmp_path)
        program.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(tmp_path.iterdir()) and not _running_in(tmp_path))
