"""The speech worker with a driver that misbehaves in every way that drivers do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from narrate.engines.system import engine as system
from narrate.engines.system import process as system_process
from narrate.engines.system.engine import SystemEngine
from narrate.engines.system.voices import gender_of, language_tag
from narrate.errors import EngineError, SynthesisError
from narrate.model import Samples, Voice

FAKE = Path(__file__).with_name("fake_speech")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SystemEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(FAKE))
        patch.setenv("FAKE_SPEECH_STONE", str(tmp_path_factory.mktemp("stone") / "stone"))
        engine = SystemEngine()
        yield engine
        engine.close()


def _speak(engine: SystemEngine, text: str) -> Samples:
    return engine.synthesize(f"<speak>{text}</speak>", Voice("v", "system", "anna-id")).samples


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "late words that come in pieces after the driver said it was done",
        "stereo words",
        "aiff words as on a Mac",
        "stumble and get up",
    ],
)
def test_speech_is_complete_whatever_the_driver_does(engine: SystemEngine, text: str) -> None:
    """10 ms a character at full level: no sample is missing in any container, early or late."""
    for _ in range(2):
        samples = _speak(engine, text)
        assert len(samples) == pytest.approx(len(text) * 240, abs=48)
        assert np.sqrt(np.mean(samples**2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.02)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("crash in the middle", "exit code 3, segmentation fault, more or less"),
        ("hang for ever", "no answer in"),
        ("nothing is written", "0 of 0 bytes"),
        ("cut short", "after 0.3 s the audio file has 3912 of 4012 bytes"),
        ("garbled beyond reading", "cannot be read"),
        ("complain about it", "no such voice today"),
    ],
)
def test_a_failure_says_what_happened_and_the_next_text_is_spoken(
    engine: SystemEngine, text: str, named: str
) -> None:
    """Never cut speech and never a hang: an error that names the cause, then work goes on."""
    with pytest.MonkeyPatch.context() as impatient:
        impatient.setattr(system, "PATIENCE", (0.3, 0.0))
        impatient.setattr(system_process, "GRACE_SECONDS", 0.5)
        with pytest.raises(SynthesisError, match=named) as caught:
            _speak(engine, text)
    assert "\n" not in str(caught.value)
    assert len(_speak(engine, "plain words")) > 0


@pytest.mark.parametrize(
    ("state", "named"), [("missing", "no speech here"), ("crashing", "version mismatch")]
)
def test_no_speech_in_the_system_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: str, named: str
) -> None:
    """The error names the driver's complaint and the command that helps; no file is left."""
    monkeypatch.setenv("PYTHONPATH", str(FAKE))
    monkeypatch.setenv("FAKE_SPEECH", state)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(EngineError, match="no speech engine of the operating system was found") as caught:
        SystemEngine()
    assert named in str(caught.value)
    assert "-m pip install 'espeakng-loader>=" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_nothing_reaches_our_own_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A driver that prints does not spoil `narrate ... > file`."""
    monkeypatch.setenv("PYTHONPATH", str(FAKE))
    engine = SystemEngine()
    _speak(engine, "plain words")
    engine.close()
    assert capfd.readouterr() == ("", "")


def test_voices_come_in_our_terms_english_first(engine: SystemEngine) -> None:
    """The user's own voice leads; tags and genders are clean whatever the driver writes."""
    assert [(v.name, v.language, v.gender) for v in engine.voices()] == [
        ("anna-id", "en-US", None),
        ("zira", "en-GB", "f"),
        ("jean", "fr-FR", "m"),
        ("odd", "und", None),
        ("none", "und", None),
    ]


def test_a_voice_can_be_asked_for_by_the_name_that_people_see(engine: SystemEngine) -> None:
    """On Windows and macOS the identifier is nothing to type."""
    speech = engine.synthesize("<speak>words</speak>", Voice("v", "system", "Zira"))
    assert len(speech.samples) > 0


def test_a_file_beside_the_user_s_article_is_not_imported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The worker takes its libraries from where they are installed, never from the working directory."""
    monkeypatch.setenv("PYTHONPATH", str(FAKE))
    (tmp_path / "wave.py").write_text("raise SystemExit('the wrong module')")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong module')")
    monkeypatch.chdir(tmp_path)
    engine = SystemEngine()
    assert len(_speak(engine, "words")) > 0
    engine.close()


@pytest.mark.parametrize(
    ("reported", "tag"),
    [
        ("en_US", "en-US"),
        ("\x05en-gb", "en-GB"),
        ("en-gb-x-rp", "en-GB-x-rp"),
        ("cmn-latn-pinyin", "cmn-Latn-pinyin"),
        ("es-419", "es-419"),
        ("EN", "en"),
        ("Unknown Locale: 1033", "und"),
        ("", "und"),
    ],
)
def test_language_tags_are_written_as_the_standard_recommends(reported: str, tag: str) -> None:
    """RFC 5646 section 2.1.1: language small, script capitalised, region in capitals."""
    assert language_tag(reported) == tag


@pytest.mark.parametrize(
    ("reported", "gender"),
    [("Male", "m"), ("female", "f"), ("VoiceGenderFemale", "f"), ("VoiceGenderNeuter", None), ("", None)],
)
def test_genders_are_read_from_any_driver(reported: str, gender: str | None) -> None:
    """A woman is not taken for a man because "female" ends like "male"."""
    assert gender_of(reported) == gender
