"""Signals that end a run: Ctrl-C, SIGTERM, a closed terminal. Nothing is left half done."""

from __future__ import annotations

import signal
import time
from types import FrameType
from typing import NoReturn

from narrate.storage.unbroken import ENDING

GRACE = 2.0
"""Seconds after a signal in which others are ignored: the run is putting things away."""


class Interrupted(KeyboardInterrupt):
    """A signal has asked the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Handler:
    def __init__(self) -> None:
        self._until = 0.0

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if now < self._until:
            return
        self._until = now + GRACE
        self._end(number)

    def _end(self, number: int) -> NoReturn:
        raise Interrupted(number)


def end_on_signals() -> None:
    """Let every signal that ends a run raise Interrupted. What is ignored, as under nohup, stays ignored."""
    handler = _Handler()
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)


def signal_of(error: BaseException | None) -> int:
    """The number of the signal that an error came from; that of Ctrl-C if it is not known."""
    while error is not None:
        if isinstance(error, Interrupted):
            return error.number
        error = error.__cause__ or error.__context__
    return signal.SIGINT
