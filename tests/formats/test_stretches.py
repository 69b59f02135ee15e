"""An MP3 that was encoded in stretches sounds like one that was encoded in one go."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from narrate.formats import WriterOptions
from narrate.formats.audio.encoding import Encoder
from narrate.formats.audio.mp3 import frames as mp3_frames
from narrate.formats.audio.mp3 import lame, stretches
from narrate.formats.audio.mp3.stretches import StretchedEncoder
from narrate.formats.audio.mp3.writer import mp3_coding

RATE = 24_000
DELAY = 1105
"""Samples by which LAME and a decoder together are late: 576 and 529."""


def _speech_like(seconds: float) -> NDArray[np.float32]:
    """A voice's harmonics, syllables four times a second, and hiss between them."""
    t = np.arange(round(seconds * RATE)) / RATE
    pitch = 120 * t + 3 * np.sin(2 * np.pi * 0.7 * t)
    voice = sum(np.sin(2 * np.pi * n * pitch) / n for n in range(1, 30))
    hiss = np.random.default_rng(7).normal(size=len(t)) * 0.02
    return np.asarray(0.1 * voice * np.sin(2 * np.pi * 2 * t) ** 2 + hiss, np.float32)


def _encoded(kind: type[Encoder] | type[StretchedEncoder], path: Path, sound: NDArray[np.float32]) -> bytes:
    encoder = kind(str(path), RATE, mp3_coding(WriterOptions()))
    for block in np.array_split(sound, max(len(sound) // 50_000, 1)):
        encoder.write(block)
    encoder.finish()
    return path.read_bytes()


def _decoded(content: bytes) -> NDArray[np.float32]:
    with av.open(io.BytesIO(content), "r") as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.5, 5.0, 13.2, 14.0, 40.0])
def test_the_length_is_that_of_one_go(tmp_path: Path, seconds: float) -> None:
    """To the sample, whatever is left for the last stretch: decoders trim it by what the header says."""
    sound = _speech_like(seconds)
    one_go = _decoded(_encoded(Encoder, tmp_path / "a.mp3", sound))
    assert len(_decoded(_encoded(StretchedEncoder, tmp_path / "b.mp3", sound))) == len(one_go)


def _joined_nowhere(
    earlier: Sequence[bytes], later: Sequence[bytes], lead: int, overlap: int
) -> tuple[list[bytes], list[bytes]] | None:
    """Joins only frames without a bit reservoir, as if no seam were found."""
    alone = all(frame[4] == 0 for frame in later[lead : lead + overlap])
    return mp3_frames.joined(earlier, later, lead, overlap) if alone else None


@pytest.mark.slow
@pytest.mark.parametrize(
    "without", ["nothing", "lameenc", "a seam"], ids=["seams", "libav's LAME", "encoded again"]
)
def test_the_seams_are_not_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str) -> None:
    """In no 50 ms does the sound differ more from the original than in one go, but for 3 dB of chance, and
    over all by less than a quarter of a dB; with a seam every 2.6 seconds."""
    monkeypatch.setattr(stretches, "STRETCH", 100)
    sound = _speech_like(20)
    reference = _resampled(sound)
    if without == "lameenc":
        monkeypatch.setattr(lame, "AVAILABLE", False)
        one_go = _decoded(_encoded(Encoder, tmp_path / "a.mp3", sound))
    else:
        coding = mp3_coding(WriterOptions())
        one_go = _decoded(b"".join(lame.encoded(reference * np.float32(coding.gain), coding)))[DELAY:]
    if without == "a seam":
        monkeypatch.setattr(stretches, "joined", _joined_nowhere)
    in_stretches = _decoded(_encoded(StretchedEncoder, tmp_path / "b.mp3", sound))
    assert len(reference) <= len(in_stretches)
    noise = [_noise(coded, reference) for coded in (one_go, in_stretches)]
    assert 10 * np.log10(noise[1].mean() / noise[0].mean()) < 0.25
    assert 10 * np.log10(noise[1].max() / noise[0].max()) < 3


def _noise(coded: NDArray[np.float32], reference: NDArray[np.float32]) -> NDArray[np.float32]:
    """What coding added, in each 50 ms at 44.1 kHz."""
    size = len(reference) // 2205 * 2205
    return np.asarray(np.square(coded[:size] - reference[:size]).reshape(-1, 2205).mean(axis=1))


def _resampled(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """The sound at 44.1 kHz, by the resampler that the encoder uses."""
    coding = mp3_coding(WriterOptions())
    resampler = av.AudioResampler("flt", "mono", coding.sample_rate)
    frame = av.AudioFrame.from_ndarray(sound[None], "flt", "mono")
    frame.sample_rate = RATE
    parts = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray()[0] for part in parts])


@pytest.mark.slow
def test_the_number_of_cores_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes from one core and from sixteen."""
    sound = _speech_like(60)
    contents = []
    for cores in (1, 16):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        contents.append(_encoded(StretchedEncoder, tmp_path / "a.mp3", sound))
    assert contents[0] == contents[1]


class _Kept(dict[str, bytes]):
    """A memory that counts what is found in it."""

    found = 0

    def get(self, key: str) -> bytes | None:  # type: ignore[override]
        self.found += key in self
        return super().get(key)

    def put(self, key: str, content: bytes) -> None:
        self[key] = content


def _with_memory(path: Path, sound: NDArray[np.float32], memory: _Kept, bitrate: int = 96) -> bytes:
    encoder = StretchedEncoder(str(path), RATE, mp3_coding(WriterOptions(bitrate=bitrate, memory=memory)))
    encoder.write(sound)
    encoder.finish()
    return path.read_bytes()


@pytest.mark.slow
def test_what_did_not_change_is_not_encoded_again(tmp_path: Path) -> None:
    """After a change 45 s into a minute the three stretches before it are found, and no byte is
    different from a file that was made without a memory; at another bit rate nothing is found."""
    memory = _Kept()
    before = _speech_like(60)
    after = np.concatenate([before[: 45 * RATE], before[50 * RATE :]])
    _with_memory(tmp_path / "a.mp3", before, memory)
    assert (memory.found, len(memory)) == (0, 4)
    assert _with_memory(tmp_path / "b.mp3", after, memory) == _with_memory(tmp_path / "c.mp3", after, _Kept())
    assert memory.found == 3
    _with_memory(tmp_path / "d.mp3", before, memory, bitrate=64)
    assert memory.found == 3
