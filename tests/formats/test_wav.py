"""WAV files, by their bytes, as the standard library's reader and PyAV see them."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import numpy as np
import pytest

from narrate.errors import OutputError
from narrate.formats import open_writer
from narrate.formats.audio import wav
from tests.formats.recordings import RATE, bursts, decoded, narration_of, write

SOUND = bursts(1, [0.25, 0.75])


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Names and contents, in order; fails where the sizes do not add up."""
    found, at = [], 0
    while at < len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        found.append((name, data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    assert at == len(data)
    return found


def test_the_samples_are_rounded_and_nothing_else(tmp_path: Path) -> None:
    """16-bit mono at the master's rate, half a step from the master at most; beyond full scale is clipped."""
    sound = np.array([0, 1, -1, 0.5, 1.7, -9, 1 / 32767, 0.4 / 32767], np.float32)
    with wave.open(str(write(tmp_path / "a.wav", sound, block=3))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert pcm.tolist() == [0, 32767, -32767, 16384, 32767, -32767, 1, 0]


def test_a_player_hears_the_master(tmp_path: Path) -> None:
    """Decoded by libav, every sample is in place."""
    samples, rate = decoded(write(tmp_path / "a.wav", SOUND, block=777))
    assert rate == RATE
    assert np.abs(samples - SOUND).max() < 1 / 32767


def test_chapters_are_cue_points_with_labels(tmp_path: Path) -> None:
    """A point for each at its sample, with its title, and the sizes of all chunks add up."""
    titles = ["The ferry", "“Fog” — 雾", "", "x" * 300]
    path = write(tmp_path / "a.wav", SOUND, narration_of(len(SOUND), [0, 1, 12_345, 20_000], titles))
    ((riff, content),) = chunks(path.read_bytes())
    assert (riff, content[:4]) == (b"RIFF", b"WAVE")
    names = [name for name, _ in chunks(content[4:])]
    assert names == [b"fmt ", b"data", b"cue ", b"LIST", b"LIST", b"id3 "]
    _, _, (_, cue), (_, labels), (_, info), _ = chunks(content[4:])
    points = [struct.unpack_from("<II4sIII", cue, 4 + 24 * i) for i in range(4)]
    assert [(p[0], p[5]) for p in points] == [(1, 0), (2, 1), (3, 12_345), (4, 20_000)]
    assert struct.unpack_from("<I", cue) == (4,)
    assert labels[:4] == b"adtl"
    read = [(struct.unpack_from("<I", c)[0], c[4:].rstrip(b"\0").decode()) for _, c in chunks(labels[4:])]
    assert read == [(1, "The ferry"), (2, "“Fog” — 雾"), (3, "Chapter 3"), (4, "x" * 300)]
    assert b"INAM" in info
    assert b"synthetic" in info


def test_a_file_is_refused_before_its_sizes_wrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 4 GiB the message names another format; the file so far is removed."""
    monkeypatch.setattr(wav, "LIMIT", 44 + 2 * 1000)
    writer = open_writer(tmp_path / "a.wav", RATE)
    writer.write(SOUND[:1000])
    with pytest.raises(OutputError, match=r"\.mp3"):
        writer.write(SOUND[:1])
    writer.abort()
    assert list(tmp_path.iterdir()) == []
