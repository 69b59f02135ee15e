"""Stands in for pyttsx3 in the speech worker: the text says how the driver is to behave.

Its speech is a 400 Hz tone of 10 ms per character at 175 words per minute, so that what comes back can
be measured, in files as odd as those of any driver.
"""

from __future__ import annotations

import math
import os
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

RATE = 22_050


class _Engine:
    driver_name = "fake"

    def __init__(self) -> None:
        self.proxy = SimpleNamespace(setBusy=bool)
        self._properties: dict[str, Any] = {"voice": "anna-id", "rate": 200}
        self._complain: Callable[..., None] = lambda **_: None
        self._job = ("", "")
        sys.stdout.write("a driver that talks\n")

    def connect(self, topic: str, callback: Callable[..., None]) -> None:
        if topic == "error":
            self._complain = callback

    def getProperty(self, name: str) -> Any:  # noqa: N802 (pyttsx3's spelling)
        if name == "voices":
            return [
                SimpleNamespace(id="jean", name="Jean", languages=["fr_FR"], gender="VoiceGenderMale"),
                SimpleNamespace(id="zira", name="Zira", languages=[b"\x05en-gb"], gender="Female"),
                SimpleNamespace(id="anna-id", name="Anna", languages=["en_US"], gender=None),
                SimpleNamespace(id="odd", name=None, languages=["Unknown Locale: 7"], gender="Neuter"),
                SimpleNamespace(id="none", name="None", languages=[], gender=None),
            ]
        return self._properties[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        self._properties[name] = value

    def save_to_file(self, text: str, path: str) -> None:
        self._job = (text, path)

    def runAndWait(self) -> None:  # noqa: N802
        text, path = self._job
        sys.stdout.write(f"speaking {text}\n")
        length = round(len(text) * 0.01 * RATE * 175 / self._properties["rate"])
        tone = [round(16383 * math.sin(2 * math.pi * 400 * n / RATE)) for n in range(length)]
        behaviour = _BEHAVIOURS.get(text.split()[0], _write)
        behaviour(Path(path), tone)
        if text.startswith("complain"):
            self._complain(name=None, exception=ValueError("no such voice today"))


def init() -> _Engine:
    if os.environ.get("FAKE_SPEECH") == "missing":
        raise RuntimeError("there is no speech here")
    if os.environ.get("FAKE_SPEECH") == "crashing":
        sys.stderr.write("data: version mismatch\n\n")
        os._exit(1)
    return _Engine()


def _write(path: Path, tone: list[int]) -> None:
    path.write_bytes(_wav(tone))


def _late(path: Path, tone: list[int]) -> None:
    """Return at once, and write the file in pieces afterwards."""
    whole = _wav(tone)

    def write() -> None:
        time.sleep(0.1)
        with path.open("wb") as file:
            for start in range(0, len(whole), len(whole) // 4):
                file.write(whole[start : start + len(whole) // 4])
                file.flush()
                time.sleep(0.05)

    threading.Thread(target=write).start()


def _stereo(path: Path, tone: list[int]) -> None:
    path.write_bytes(_wav([level for level in tone for _ in range(2)], channels=2))


def _aiff(path: Path, tone: list[int]) -> None:
    # 22050 as the 80-bit float of AIFF's COMM chunk: exponent 16383 + 14, mantissa 22050 << 49.
    common = struct.pack(">hIhHQ", 1, len(tone), 16, 16383 + 14, RATE << 49)
    sound = struct.pack(">II", 0, 0) + struct.pack(f">{len(tone)}h", *tone)
    chunks = _chunk(">", b"COMM", common) + _chunk(">", b"SSND", sound)
    path.write_bytes(_chunk(">", b"FORM", b"AIFF" + chunks))


def _cut(path: Path, tone: list[int]) -> None:
    path.write_bytes(_wav(tone)[:-100])


def _garbled(path: Path, tone: list[int]) -> None:
    path.write_bytes(b"RIFF" + struct.pack("<I", 4) + b"oops")


def _nothing(path: Path, tone: list[int]) -> None:
    """Never write the file."""


def _hang(path: Path, tone: list[int]) -> None:
    time.sleep(60)


def _crash(path: Path, tone: list[int]) -> None:
    sys.stderr.write("segmentation fault, more or less\n")
    sys.stderr.flush()
    os._exit(3)


def _stumble(path: Path, tone: list[int]) -> None:
    """Crash the first time, speak the second."""
    stone = Path(os.environ["FAKE_SPEECH_STONE"])
    if not stone.exists():
        stone.touch()
        os._exit(4)
    _write(path, tone)


_BEHAVIOURS = {
    "late": _late,
    "stereo": _stereo,
    "aiff": _aiff,
    "cut": _cut,
    "garbled": _garbled,
    "nothing": _nothing,
    "hang": _hang,
    "crash": _crash,
    "stumble": _stumble,
}


def _wav(samples: list[int], channels: int = 1) -> bytes:
    form = struct.pack("<HHIIHH", 1, channels, RATE, RATE * 2 * channels, 2 * channels, 16)
    data = struct.pack(f"<{len(samples)}h", *samples)
    return _chunk("<", b"RIFF", b"WAVE" + _chunk("<", b"fmt ", form) + _chunk("<", b"data", data))


def _chunk(order: str, name: bytes, content: bytes) -> bytes:
    return name + struct.pack(order + "I", len(content)) + content
