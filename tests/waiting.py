"""Waiting for something to happen, however long it takes: the time limit of a test ends what hangs."""

from __future__ import annotations

import time
from collections.abc import Callable

PAUSE = 0.01
"""Seconds between two looks."""


def wait_until(happened: Callable[[], bool]) -> None:
    """Return as soon as it has happened."""
    while not happened():
        time.sleep(PAUSE)
