"""The child process of the `system` engine: pyttsx3 behind lines of JSON.

It is run as a script, and imports nothing of ours but its neighbour `espeak`, so that it starts in
a tenth of a second:

    python -P worker.py DIRECTORY

Its first line out says what it found, or why nothing:

    {"driver": "espeak", "version": "…", "default": null, "voices": [{"id", "name", "language", "gender"}]}
    {"error": "…"}

Then every line in is a request, answered by one line out, in order:

    {"text": "…", "voice": "gmw/en-us", "rate": 175, "pitch": 50, "seconds": 30}
    {"file": "DIRECTORY/1.wav", "words": [[0, 0.0], [5, 0.31]]}
    {"error": "…"}

`rate` is in words per minute, `pitch` in eSpeak's units (0 to 100, without effect in other drivers),
`seconds` is how long to wait for the file. The file is finished, and the reader's to delete; `words` are, in
order, the index of a character in the text and when it is spoken, in seconds; other drivers than eSpeak
give none. The worker ends, and deletes the directory, when its standard input does.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any, Literal, TextIO

# Last, so that nothing here stands in for a library.
sys.path.append(str(Path(__file__).parent))
import espeak  # type: ignore[import-not-found]  # a script's neighbour, not a module of ours

LOOK_INTERVAL = 0.005
"""Seconds between two looks at a growing file; eSpeak NG needs 10 ms for a sentence."""
CONTAINERS: dict[bytes, Literal["little", "big"]] = {b"RIFF": "little", b"FORM": "big"}
"""WAV and AIFF: after these four bytes, four that say how much follows, in this byte order."""


class Speaker:
    """The one pyttsx3 engine of this process."""

    def __init__(self, directory: Path) -> None:
        espeak.provide()
        import pyttsx3

        self._engine = pyttsx3.init()
        self._directory = directory
        self._count = 0
        self._errors: list[str] = []
        self._engine.connect("error", self._complain)
        self._voices = [_described(voice) for voice in self._engine.getProperty("voices")]
        self._espeak = espeak.Espeak() if self._engine.driver_name == "espeak" else None

    def hello(self) -> dict[str, object]:
        """Describe the driver and its voices."""
        return {
            "driver": self._engine.driver_name,
            "version": self._version(),
            # eSpeak NG has a default, but nobody chose it.
            "default": None if self._espeak else self._engine.getProperty("voice"),
            "voices": self._voices,
        }

    def speak(self, text: str, voice: str, rate: int, pitch: int, seconds: float) -> dict[str, object]:
        """Speak into a new file, which is complete, and return the answer.

        Raises RuntimeError with what the driver complains of, TimeoutError with what the file looks like.
        """
        self._count += 1
        path = self._directory / f"{self._count}.{'aiff' if sys.platform == 'darwin' else 'wav'}"
        words = self._espeak.save(path, text, voice, rate, pitch) if self._espeak else []
        if not self._espeak:
            self._save(path, text, {"voice": voice, "rate": rate})
            _await_complete(path, seconds)
        return {"file": str(path), "words": words}

    def _save(self, path: Path, text: str, properties: dict[str, object]) -> None:
        """Have the driver write a file; it may return before that is done.

        pyttsx3 runs commands at once when it thinks itself idle, and queues them when busy. They must be
        queued: Apple's driver would stop a text that began before its loop runs.
        """
        self._errors.clear()
        self._engine.proxy.setBusy(True)
        for name, value in properties.items():
            self._engine.setProperty(name, value)
        self._engine.save_to_file(text, str(path))
        self._engine.runAndWait()
        if self._errors:
            raise RuntimeError("; ".join(self._errors))

    def _complain(self, name: str | None, exception: Exception) -> None:  # noqa: ARG002 (pyttsx3 names both)
        self._errors.append(str(exception))

    def _version(self) -> str:
        from importlib.metadata import version

        library = self._espeak.version() if self._espeak else platform.version()
        return " ".join(["pyttsx3", version("pyttsx3"), self._engine.driver_name, library])


def _described(voice: Any) -> dict[str, str]:
    """What JSON can carry of a pyttsx3 voice; drivers leave any field out, and some give bytes."""
    language = next(iter(voice.languages or []), None) or ""
    if isinstance(language, bytes):
        language = language.decode("utf-8", "ignore")
    return {"id": voice.id, "name": voice.name or "", "language": language, "gender": voice.gender or ""}


def _await_complete(path: Path, seconds: float) -> None:
    """Wait until the file's header and its size agree at two looks in a row."""
    deadline = time.monotonic() + seconds
    before = -1
    while True:
        size, promised = _sizes(path)
        if 0 < size == promised == before:
            return
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {seconds:g} s the audio file has {size} of {promised} bytes")
        before = size
        time.sleep(LOOK_INTERVAL)


def _sizes(path: Path) -> tuple[int, int]:
    """Bytes in the file, and bytes that its header promises: 0 while there is none."""
    try:
        with path.open("rb") as file:
            header = file.read(8)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return 0, 0
    order = CONTAINERS.get(header[:4])
    if order is None or len(header) < 8:
        return size, 0
    return size, 8 + int.from_bytes(header[4:], order)


def _private_stdout() -> TextIO:
    """Take standard output for the answers alone: pyttsx3 prints to it, and eSpeak may."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _serve(directory: Path, requests: TextIO, answers: TextIO) -> None:
    def answer(value: dict[str, object]) -> None:
        answers.write(json.dumps(value) + "\n")
        answers.flush()

    try:
        speaker = Speaker(directory)
        answer(speaker.hello())
    except Exception as error:
        answer({"error": f"{type(error).__name__}: {error}"})
        return
    for line in requests:
        try:
            answer(speaker.speak(**json.loads(line)))
        except Exception as error:
            answer({"error": f"{type(error).__name__}: {error}"})


def main() -> None:
    """Serve until standard input ends. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    directory = Path(sys.argv[1])
    try:
        _serve(directory, sys.stdin, _private_stdout())
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    main()
