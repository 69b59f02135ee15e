"""Kokoro's engine, on files that have a tone for a voice. `test_real_kokoro` has the published ones."""

from __future__ import annotations

import http.server
import re
import threading
from pathlib import Path

import numpy as np
import pytest

from narrate.engines.kokoro import files as kokoro_files
from narrate.errors import EngineError
from narrate.model import Speech, Voice
from tests.engines import tiny_kokoro

pytest.importorskip("onnx", reason="needs the package onnx (extra `kokoro`)")
from narrate.engines.kokoro.engine import KokoroEngine

TOKEN = 50 * 24
"""Samples of one phoneme at rate 1."""


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KokoroEngine:
    model, voices = tiny_kokoro.write(tmp_path)
    monkeypatch.setenv("NARRATE_KOKORO_MODEL", str(model))
    monkeypatch.setenv("NARRATE_KOKORO_VOICES", str(voices))
    return KokoroEngine()


def _speak(engine: KokoroEngine, inner: str, rate: float = 1.0, pitch: float = 0.0) -> Speech:
    voice = Voice("v", "kokoro", "af_tiny", rate=rate, pitch=pitch)
    return engine.synthesize(f"<speak>{inner}</speak>", voice)


def test_voices_are_those_of_the_file_with_language_and_gender(engine: KokoroEngine) -> None:
    """The two letters in front of a voice's name say what it speaks and who it is."""
    assert [(v.name, v.language, v.gender) for v in engine.voices()] == [
        ("af_tiny", "en-US", "f"),
        ("am_tiny", "en-US", "m"),
        ("bf_tiny", "en-GB", "f"),
    ]


def test_a_file_of_voices_that_is_cut_is_named(engine: KokoroEngine, tmp_path: Path) -> None:
    """The list of all voices passes such an engine over, and with `--engine kokoro` one reads what to do."""
    voices = tmp_path / "voices.bin"
    voices.write_bytes(voices.read_bytes()[:1000])
    with pytest.raises(EngineError, match=r"voices cannot be read: .*voices\.bin .*fetch it again"):
        engine.voices()


def test_a_folder_of_voices_is_read_like_a_file_of_them(
    engine: KokoroEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file of bare floats for each voice, as kokoro-js has them, speaks as the published file does."""
    folder = tmp_path / "voices"
    folder.mkdir()
    with np.load(tmp_path / "voices.bin") as archive:
        archive["af_tiny"].astype("<f4").tofile(folder / "af_tiny.bin")
    monkeypatch.setenv("NARRATE_KOKORO_VOICES", str(folder))
    other = KokoroEngine()
    assert [voice.name for voice in other.voices()] == ["af_tiny"]
    assert np.array_equal(_speak(other, "Boats.").samples, _speak(engine, "Boats.").samples)
    (folder / "af_tiny.bin").write_bytes(b"cut")
    with pytest.raises(EngineError, match=r"voice af_tiny cannot be read: .*rows of 256 numbers"):
        _speak(KokoroEngine(), "Boats.")


def test_phonemes_are_spoken_as_they_are_given(engine: KokoroEngine) -> None:
    """Five phonemes and the padding at either end are seven tokens of 50 ms."""
    speech = _speak(engine, "<phoneme alphabet='ipa' ph='məɹˈi'>Maria</phoneme>")
    assert len(speech.samples) == pytest.approx(7 * TOKEN, abs=TOKEN // 2)


@pytest.mark.parametrize(
    ("rate", "pitch"), [(2.0, 0.0), (0.5, 0.0), (1.0, 5.0), (1.0, -5.0), (3.0, 0.0), (0.3, 0.0), (2.0, -5.0)]
)
def test_rate_changes_the_length_and_pitch_does_not(engine: KokoroEngine, rate: float, pitch: float) -> None:
    """Twice as fast is half as long, and so beyond what the model does; five semitones higher is as long."""
    text = "Four small boats came in, and nobody was there."
    plain, changed = _speak(engine, text), _speak(engine, text, rate, pitch)
    assert len(changed.samples) == pytest.approx(len(plain.samples) / rate, rel=0.05)
    spectra = [np.abs(np.fft.rfft(each.samples[2400:12_000])).argmax() for each in (plain, changed)]
    assert spectra[1] / spectra[0] == pytest.approx(2 ** (pitch / 12), rel=0.05)


def test_word_times_come_from_the_model_s_durations(engine: KokoroEngine) -> None:
    """Each word takes 50 ms for each of its phonemes, behind the padding."""
    text = "Four small boats."
    given = {"Four": "i", "small": "smalt", "boats": "bits"}
    marked = [f"<phoneme alphabet='ipa' ph='{ipa}'>{word}</phoneme>" for word, ipa in given.items()]
    words = _speak(engine, " ".join(marked) + ".").words
    assert [text[w.text_start : w.text_end] for w in words] == list(given)
    for word, said in zip(words, given.values(), strict=True):
        assert word.end - word.start == pytest.approx(len(said) * TOKEN, abs=2 * TOKEN)


def test_a_model_that_tells_no_durations_speaks_without_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exports of the first release have no such output; the pipeline estimates then."""
    model, voices = tiny_kokoro.write(tmp_path, durations=False)
    monkeypatch.setenv("NARRATE_KOKORO_MODEL", str(model))
    monkeypatch.setenv("NARRATE_KOKORO_VOICES", str(voices))
    speech = _speak(KokoroEngine(), "Four small boats.")
    assert len(speech.samples) > 0
    assert speech.words == ()


def test_files_that_are_not_here_say_how_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine downloads nothing; it names the path, the command and the variable."""
    monkeypatch.setattr(kokoro_files, "folder", lambda: tmp_path)
    with pytest.raises(EngineError) as caught:
        KokoroEngine()
    message = str(caught.value)
    assert str(tmp_path / "kokoro-v1.0.onnx") in message
    assert "python -m narrate.engines.kokoro.files" in message
    assert "NARRATE_KOKORO_MODEL" in message


def test_a_damaged_model_is_an_error_that_names_the_file(engine: KokoroEngine, tmp_path: Path) -> None:
    """A file cut short says which one it is and what to do."""
    (tmp_path / "kokoro.onnx").write_bytes(b"\x08\x08not a model")
    with pytest.raises(EngineError, match=r"cannot be loaded: .*kokoro\.onnx .*fetch it again"):
        _speak(engine, "Hello.")


@pytest.mark.parametrize(("promised", "whole"), [(5, True), (9, False)])
def test_fetching_leaves_a_whole_file_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, promised: int, whole: bool
) -> None:
    """A real server that hangs up early leaves nothing behind but a clear error."""
    monkeypatch.setattr(kokoro_files, "folder", lambda: tmp_path / "kokoro")

    class Files(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(promised))
            self.end_headers()
            self.wfile.write(b"bytes")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Files) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        if whole:
            assert kokoro_files.fetch("model", address).read_bytes() == b"bytes"
        else:
            with pytest.raises(EngineError, match="cannot fetch"):
                kokoro_files.fetch("model", address)
        thread.join()
    left = [path.name for path in (tmp_path / "kokoro").iterdir()]
    assert left == (["model"] if whole else [])


def test_the_command_that_fetches_speaks_as_narrate_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error, and the exit code of a mistake that the user can mend."""
    (tmp_path / "file").touch()
    monkeypatch.setattr(kokoro_files, "folder", lambda: tmp_path / "file")
    assert kokoro_files.main() == 2
    assert re.fullmatch(r"narrate: cannot fetch .*\n", capsys.readouterr().err)


def test_without_a_network_fetching_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens: one line with the address, and where to put the file by hand."""
    monkeypatch.setattr(kokoro_files, "folder", lambda: tmp_path)
    with pytest.raises(EngineError, match="cannot fetch") as caught:
        kokoro_files.fetch("model", "http://127.0.0.1:9/")
    assert f"put it into {tmp_path}" in str(caught.value)
