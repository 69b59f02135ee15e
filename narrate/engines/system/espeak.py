"""eSpeak NG in the child process of the `system` engine, through pyttsx3's binding of its C library.

pyttsx3's own driver throws away what the library says about the times of words, and has to be waited
for by looking at the file that it writes. The library's synchronous mode needs no waiting.

The library goes on from text to text with what it holds inside (no call resets it), and the same text
would be some milliseconds longer or shorter each time. So each text is spoken by a fork of this process,
in which the library has said nothing yet: the same text is the same sound. A fork takes 2 ms.

`worker` imports this as a script's neighbour, so it imports nothing of ours.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import warnings
import wave
from pathlib import Path
from typing import Any

SPEAKS_AT_ONCE = 0  # a buffer of the library's own length
AS_TAKEN_FROM_ENVIRONMENT = None  # the data's folder
OK = 0
LIFETIME = 600
"""Seconds after which the system ends a fork that hangs, and whose worker was ended for it."""


class Espeak:
    """The library of this process, of which there can be only one."""

    def __init__(self) -> None:
        """Set the library, which pyttsx3 has loaded and started, to synchronous speech."""
        from pyttsx3.drivers import _espeak

        self._library: Any = _espeak
        self._sample_rate: int = _espeak.Initialize(
            _espeak.AUDIO_OUTPUT_SYNCHRONOUS, SPEAKS_AT_ONCE, AS_TAKEN_FROM_ENVIRONMENT, 0
        )
        _espeak.SetSynthCallback(self._take)
        self._sound: list[bytes] = []
        self._words: list[tuple[int, int]] = []

    def version(self) -> str:
        """What the library says that it is: "1.52.0"."""
        return str(self._library.Info().decode())

    def save(self, path: Path, text: str, voice: str, rate: int, pitch: int) -> list[tuple[int, float]]:
        """Speak into a new WAV file.

        Returns, for each word, the index in `text` of its first character, and when it begins in seconds.
        Raises RuntimeError where the library refuses or dies.
        """
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            # Python warns of other threads, which the library has and the fork does not need.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            signal.alarm(LIFETIME)
            with os.fdopen(writing, "w") as answer:
                answer.write(self._answer(path, text, voice, rate, pitch))
                answer.flush()
                os._exit(OK)
        os.close(writing)
        with os.fdopen(reading) as answers:
            said = answers.read()
        _, status = os.waitpid(child, 0)
        if status != 0:
            raise RuntimeError(f"eSpeak NG ended with {os.waitstatus_to_exitcode(status)}")
        words, error = json.loads(said)
        if error:
            raise RuntimeError(error)
        return [(index, begin) for index, begin in words]

    def _answer(self, *request: Any) -> str:
        """The words and null, or null and what went wrong, as JSON."""
        try:
            return json.dumps([self._speak(*request), None])
        except Exception as error:
            return json.dumps([None, f"{type(error).__name__}: {error}"])

    def _speak(self, path: Path, text: str, voice: str, rate: int, pitch: int) -> list[tuple[int, float]]:
        library = self._library
        steps = {
            "voice": library.SetVoiceByName(voice.encode()),
            "rate": library.SetParameter(library.RATE, rate, 0),
            "pitch": library.SetParameter(library.PITCH, pitch, 0),
            "text": library.Synth(text.encode(), flags=library.CHARS_UTF8 | library.ENDPAUSE),
        }
        if refused := [name for name, answer in steps.items() if answer != OK]:
            raise RuntimeError(f"eSpeak NG refused the {refused[0]}, with {steps[refused[0]]}")
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self._sample_rate)
            file.writeframes(b"".join(self._sound))
        return [(position - 1, sample / self._sample_rate) for position, sample in self._words]

    def _take(self, samples: Any, count: int, events: Any) -> int:
        """Called by the library with the next samples, and with the events in them."""
        if samples and count > 0:
            self._sound.append(ctypes.string_at(samples, 2 * count))
        index = 0
        while events[index].type != self._library.EVENT_LIST_TERMINATED:
            if events[index].type == self._library.EVENT_WORD:
                self._words.append((events[index].text_position, events[index].sample))
            index += 1
        return OK


def provide() -> None:
    """On Linux, load eSpeak NG from the wheel `espeakng-loader`, where that is installed.

    Loaded for all, the library is found by its soname when pyttsx3 asks for `libespeak-ng.so.1`.
    """
    if sys.platform in ("darwin", "win32"):
        return
    try:
        import espeakng_loader
    except ImportError:
        return
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
