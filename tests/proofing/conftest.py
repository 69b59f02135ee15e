"""A recognizer with its real weights, and one that hears what a test tells it to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from narrate.model import Samples
from narrate.proofing.recognizer import RATE, TimedWord
from tests.proofing.weights import joined


class ScriptedRecognizer:
    """Hears one text in the first clip, and another the second time; what it likes better is given, too."""

    def __init__(self, first: str, second: str | None = None, preference: float = 20.0) -> None:
        self._first = first
        self._second = first if second is None else second
        self._preference = preference
        self.asked = 0

    def hear(self, sounds: Sequence[Samples]) -> list[str]:
        return [self._first, *[""] * (len(sounds) - 1)]

    def hear_again(self, sound: Samples) -> list[TimedWord]:
        """Each word takes as long as the others; later pieces are silent."""
        text, self._second = self._second, ""
        words = text.split()
        step = len(sound) // max(len(words), 1)
        return [TimedWord(f" {word}", step * index, step * (index + 1)) for index, word in enumerate(words)]

    def preference(self, sound: Samples, one: str, other: str) -> float:
        assert 0 < len(sound) <= 30 * RATE
        assert one != other
        self.asked += 1
        return self._preference


@pytest.fixture(scope="session")
def whisper_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Whisper base."""
    return joined(tmp_path_factory.mktemp("whisper") / "base")
