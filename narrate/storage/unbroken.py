"""Signals that wait until something is done that must not be left half done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""What a terminal, a scheduler or a closed window sends: signals that end a program and can wait a moment."""


@contextmanager
def unbroken() -> Iterator[None]:
    """Let the signals that end a program wait until the block is done, and take effect then.

    They are handled by the main thread alone; in another one there is nothing to hold back.
    """
    if current_thread() is not main_thread():
        yield
        return
    arrived: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        arrived.append(number)

    before = {}
    for number in ENDING:
        # What is ignored (nohup) stays so; None is a handler that Python does not know.
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            before[number] = signal.signal(number, remember)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in dict.fromkeys(arrived):
            signal.raise_signal(number)
