"""`-o -`: sound goes out while it is made, and nothing but sound."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

pytestmark = pytest.mark.slow

STORY = "Ferry late\n\nIt was late.\n\n" + "\n\n".join(f"It was late again on day {n}." for n in range(20))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "narrate", *map(str, arguments), "--engine", "tone"]


def _decoded(source: Any) -> tuple[NDArray[np.float32], int]:
    with av.open(source) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler("flt", "mono", stream.rate)
        frames = [part for frame in container.decode(stream) for part in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray()[0] for frame in frames]), stream.rate


@pytest.mark.parametrize(("name", "late"), [("wav", 0), ("flac", 0), ("mp3", 0.06), ("opus", 0.02)])
def test_what_is_sent_is_the_whole_recording(story: Path, tmp_path: Path, name: str, late: float) -> None:
    """Any player that reads a pipe hears what a WAV file would hold; the summary is on standard error.

    An MP3 without a header begins with the coder's delay: 1105 samples and, for some readers, a frame.
    """
    result = subprocess.run(
        _command(story, "-o", "-", "-o", tmp_path / "a.wav", "--format", name),
        capture_output=True,
        check=True,
    )
    sent, rate = _decoded(io.BytesIO(result.stdout))
    whole, master_rate = _decoded(str(tmp_path / "a.wav"))
    assert len(sent) / rate == pytest.approx(len(whole) / master_rate, abs=0.03 + late)
    if not late:  # a file is brought to its loudness once more at the end, which a stream cannot be
        gain = np.dot(sent, whole) / np.dot(sent, sent)
        assert gain == pytest.approx(1, abs=0.2)
        assert np.abs(gain * sent - whole).max() < 3 / 32768
    assert b"Chapters:" in result.stderr


def test_a_wav_of_unknown_length_says_so(story: Path) -> None:
    """The sizes that libav and SoX write into a pipe: all ones. Zero would be an empty file for most."""
    sent = subprocess.check_output(_command(story, "-o", "-", "--format", "wav", "-q"))
    assert (sent[:4], sent[8:12], sent[36:40]) == (b"RIFF", b"WAVE", b"data")
    assert sent[4:8] == sent[40:44] == b"\xff\xff\xff\xff"


@pytest.mark.parametrize("name", ["wav", "mp3", "opus", "flac"])
def test_the_first_sound_does_not_wait_for_the_last(tmp_path: Path, name: str) -> None:
    """It is there while most of the article has not been spoken: the process then waits for its reader."""
    long = tmp_path / "long.txt"
    long.write_text(
        STORY + "\n\n" + "\n\n".join(f"Later, on day {n}." for n in range(2000)), encoding="utf-8"
    )
    with subprocess.Popen(
        _command(long, "-o", "-", "--format", name, "-q"), stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert len(process.stdout.read(5000)) == 5000
        kept = len(list(Path(os.environ["NARRATE_CACHE_DIR"]).iterdir()))
        process.kill()
    assert kept < 1000


@pytest.mark.parametrize("name", ["wav", "mp3", "opus", "flac"])
def test_a_reader_that_has_had_enough_ends_it_quietly(story: Path, name: str) -> None:
    """As with other tools: no word, the status of SIGPIPE."""
    with subprocess.Popen(
        _command(story, "-o", "-", "--format", name), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(100)
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "-"], "--format wav|mp3|opus|flac"),
        (["-o", "a.mp3", "--format", "mp3"], "-o - --format"),
        (["-o", "-", "--format", "m4b"], "'mp3', 'opus'"),
        (["-o", "-", "--format", "mp3", "--bitrate", "97"], "97"),
    ],
)
def test_mistakes_are_said_before_any_sound(story: Path, arguments: list[str], said: str) -> None:
    """One line on standard error, exit code 2, and standard output is empty."""
    result = subprocess.run(_command(story, *arguments), capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_sound_is_not_poured_into_a_terminal(story: Path) -> None:
    """Who forgot the pipe is told so."""
    pty = pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")
    master, terminal = pty.openpty()
    result = subprocess.run(
        _command(story, "-o", "-", "--format", "wav"), stdout=terminal, stderr=subprocess.PIPE, check=False
    )
    os.close(master)
    os.close(terminal)
    assert result.returncode == 2
    assert b"terminal" in result.stderr
