"""Streams of MP3 as frames, and two runs of them as one, as decoders that are not ours read them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import av
import numpy as np
import pytest

from narrate.formats import WriterOptions
from narrate.formats.audio.mp3 import stretches
from narrate.formats.audio.mp3.frames import Frame, frames, joined
from narrate.formats.audio.mp3.stretches import StretchedEncoder
from narrate.formats.audio.mp3.writer import mp3_coding
from narrate.model import Samples

HEADERS = {"MPEG-1": bytes([0xFF, 0xFB, 0x10, 0xC0]), "MPEG-2": bytes([0xFF, 0xF3, 0x40, 0xC0])}
"""32 kbit/s at 44,100 and 22,050 Hz, mono, without CRC: both make frames of 104 bytes."""
SIZE = 104
SIDE = {"MPEG-1": 17, "MPEG-2": 9}
"""Bytes of side information (11172-3, 2.4.1.7 and 13818-3, 2.4.1.7)."""
ROOM = {version: SIZE - 4 - side for version, side in SIDE.items()}
"""Bytes of main data that a frame has room for."""


def _sound(seconds: float, rate: int) -> Samples:
    """A voice's harmonics that swell four times a second, with hiss: a reservoir fills and empties."""
    t = np.arange(round(seconds * rate)) / rate
    pitch = 120 * t + 3 * np.sin(2 * np.pi * 0.7 * t)
    voice = sum(np.sin(2 * np.pi * n * pitch) / n for n in range(1, 30))
    hiss = np.random.default_rng(3).normal(size=len(t)) * 0.01
    return np.asarray(0.1 * voice * np.sin(2 * np.pi * 2 * t) ** 2 + hiss, np.float32)


@pytest.mark.parametrize("bitrate", [32, 96, 160])
@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
def test_a_stream_falls_into_the_frames_that_libav_finds(rate: int, bitrate: int) -> None:
    """At every sample rate, with and without padding."""
    file = io.BytesIO()
    with av.open(file, "w", "mp3", options={"id3v2_version": "0", "write_xing": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate, layout="mono")
        stream.bit_rate = 1000 * bitrate
        frame = av.AudioFrame.from_ndarray(_sound(1, rate)[None], "fltp", "mono")
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with av.open(io.BytesIO(file.getvalue()), "r") as read:
        packets = [bytes(packet) for packet in read.demux(audio=0) if packet.size]
    assert frames(file.getvalue()) == packets


def _frame(version: str, needs: int, used: int, data: bytes) -> Frame:
    """A frame whose main data begins `needs` bytes ahead and takes `used` bytes; `data` fills its room."""
    # The fields of the side information as a string of bits: main_data_begin, others, part2_3_length.
    begin, others = (f"{needs:09b}", 9) if version == "MPEG-1" else (f"{needs:08b}", 1)
    bits = f"{begin}{'0' * others}{8 * used:012b}".ljust(8 * SIDE[version], "0")
    side = int(bits, 2).to_bytes(SIDE[version], "big")
    return HEADERS[version] + side + data.ljust(ROOM[version], b".")


def _changed(at: int, value: int) -> bytes:
    header = bytearray(HEADERS["MPEG-1"])
    header[at] = value
    return _frame("MPEG-1", 0, 0, b"") + bytes(header) + bytes(SIZE)


@pytest.mark.parametrize(
    ("stream", "problem"),
    [
        (b"RIFF and so on", "at byte 0"),
        (_changed(0, 0xFE), "at byte 104"),
        (_changed(1, 0xE3), "at byte 104"),
        (_changed(1, 0xFD), "at byte 104"),
        (_changed(1, 0xFA), "at byte 104"),
        (_changed(2, 0x00), "at byte 104"),
        (_changed(2, 0xF0), "at byte 104"),
        (_changed(2, 0x1C), "at byte 104"),
        (_changed(3, 0x00), "at byte 104"),
        (HEADERS["MPEG-1"][:3], "at byte 0"),
        (HEADERS["MPEG-1"] + bytes(SIZE - 5), "cut off"),
    ],
    ids=["no MP3", "no frame behind one", "MPEG-2.5", "layer II", "a CRC", "free bit rate", "no bit rate",
         "no sample rate", "stereo", "half a header", "half a frame"],
)  # fmt: skip
def test_what_is_no_such_stream_is_refused(stream: bytes, problem: str) -> None:
    """With the place; nothing is guessed."""
    with pytest.raises(ValueError, match=problem):
        frames(stream)


def test_nothing_has_no_frames() -> None:
    """An encoder may give nothing yet."""
    assert frames(b"") == []


def _run(version: str, letters: str, needs: Sequence[int]) -> list[Frame]:
    """One frame for each letter, which fills its room and leaves free what the next one needs."""
    free = zip(letters, needs, [*needs[1:], 0], strict=True)
    return [
        _frame(version, need, ROOM[version] + need - left, letter.encode() * ROOM[version])
        for letter, need, left in free
    ]


def _data(version: str, run: Sequence[Frame]) -> bytes:
    """The main data areas of a run, one behind the other."""
    return b"".join(frame[4 + SIDE[version] :] for frame in run)


@pytest.mark.parametrize("version", ["MPEG-1", "MPEG-2"])
@pytest.mark.parametrize("needs", [0, 1, 60, 140])
def test_the_bit_reservoir_of_the_first_new_frame_comes_along(version: str, needs: int) -> None:
    """Over as many frames as it needs, and no byte further ahead is touched."""
    earlier = _run(version, "abcdefgh", [0, 0, 70, 140, 140, 140, 140, 140])
    later = _run(version, "ABCDEFGH", [0, 0, 70, needs, needs, 70, 70, 70])
    run = joined(earlier, later, lead=3, overlap=2)
    assert run is not None
    before, behind = run
    assert len(before) == 6
    assert behind == later[3:]
    carried = _data(version, later[:3])[-needs:] if needs else b""
    assert _data(version, before) == _data(version, earlier[:6])[: 6 * ROOM[version] - needs] + carried
    assert [frame[: 4 + SIDE[version]] for frame in before] == [
        frame[: 4 + SIDE[version]] for frame in earlier[:6]
    ]


def test_a_seam_is_where_there_is_room() -> None:
    """Frames that need too much of the bit reservoir come from the earlier run; else there is no seam."""
    earlier = _run("MPEG-1", "abcdefgh", [0, 0, 0, 0, 50, 50, 60, 60])
    later = _run("MPEG-1", "ABCDEFGH", [0, 60, 70, 70, 60, 70, 70, 70])
    run = joined(earlier, later, lead=2, overlap=4)
    assert run is not None
    assert (run[0][:5], len(run[0]), run[1]) == (earlier[:5], 6, later[4:])
    assert joined(earlier, later, lead=2, overlap=2) is None


def test_room_that_was_left_empty_is_used() -> None:
    """A frame of silence needs few bytes, and no frame after it has to depend on what it leaves."""
    earlier = _run("MPEG-1", "abcdef", [0] * 6)
    earlier[3] = _frame("MPEG-1", 0, 20, b"d" * 20)
    later = _run("MPEG-1", "ABCDEF", [0, 50, 50, 50, 50, 50])
    run = joined(earlier, later, lead=1, overlap=3)
    assert run is not None
    before, behind = run
    assert (before[:3], behind) == (earlier[:3], later[2:])
    data = _data("MPEG-1", before)
    assert data[3 * ROOM["MPEG-1"] :] == b"d" * 20 + b"." * (ROOM["MPEG-1"] - 70) + b"B" * 50


def _told_by_libav(path: Path) -> str:
    with av.logging.Capture() as logs, av.open(str(path)) as container:
        for _ in container.decode(audio=0):
            pass
    return "\n".join(message for level, _, message in logs if level <= av.logging.WARNING)


def _told_by_mpg123(path: Path) -> str:
    done = subprocess.run(["mpg123", "-q", "-t", "-v", str(path)], capture_output=True, text=True, check=True)
    return "\n".join(line for line in done.stderr.splitlines() if "reservoir" in line or "rror" in line)


def _told_by_mp3val(path: Path) -> str:
    done = subprocess.run(["mp3val", str(path)], capture_output=True, text=True, check=True)
    told = (line for line in done.stdout.splitlines() if line.startswith(("WARNING", "ERROR")))
    return "\n".join(line for line in told if "No supported tags" not in line)  # ours is put before it later


def _in_stretches(path: Path, sound: Samples, bitrate: int) -> Path:
    encoder = StretchedEncoder(str(path), 24_000, mp3_coding(WriterOptions(bitrate=bitrate)))
    encoder.write(sound)
    encoder.finish()
    return path


@pytest.mark.parametrize("bitrate", [32, 96, 128])
@pytest.mark.parametrize("told", [_told_by_libav, _told_by_mpg123, _told_by_mp3val])
def test_decoders_have_nothing_to_say_of_seams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Callable[[Path], str], bitrate: int
) -> None:
    """Of a file with a seam every 0.8 s no decoder misses bytes of the bit reservoir."""
    program = told.__name__.rpartition("_")[2]
    if program != "libav" and shutil.which(program) is None:
        pytest.skip(f"needs {program}, which is not installed")
    monkeypatch.setattr(stretches, "STRETCH", 30)
    assert told(_in_stretches(tmp_path / "a.mp3", _sound(10, 24_000), bitrate)) == ""


def test_one_seam_that_is_not_found_costs_one_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is encoded again without a bit reservoir; from its first pause on all is as before."""
    pytest.importorskip("lameenc", reason="needs lameenc: libav's LAME uses no bit reservoir")
    sought: list[bool] = []

    def third_time_not(*arguments: object) -> object:
        sought.append(len(sought) != 2)
        return joined(*arguments) if sought[-1] else None  # type: ignore[arg-type]

    monkeypatch.setattr(stretches, "STRETCH", 100)
    monkeypatch.setattr(stretches, "joined", third_time_not)
    pauses = np.repeat([1, 1, 0, 1], 12_000).astype(np.float32)
    sound = _sound(20, 24_000) * np.tile(pauses, 10)
    path = _in_stretches(tmp_path / "a.mp3", sound, 96)
    assert sought.count(False) == 1
    leaning = [frame[4:6] >= b"\x00\x80" for frame in frames(path.read_bytes())]  # 9 bits: main_data_begin
    assert sum(leaning[300:400]) < 90
    assert sum(leaning[400:700]) > 200
    assert _told_by_libav(path) == ""
