"""How much work something is, counted: the same on a busy machine as on an idle one.

Counted are the lines of the package that are run: a loop inside a loop over the text shows in them. What
happens inside one call of C (a regular expression that tries every way in which it could match) has no lines.
Where that goes wrong it takes minutes and more, and `timeout` in pyproject.toml ends the test.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import narrate

PACKAGE = str(Path(narrate.__file__).parent)


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of the package are run by a call, in this thread."""
    count = 0

    def count_line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return count_line

    def enter(frame: FrameType, _event: str, _argument: Any) -> Any:
        return count_line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_with(call: Callable[[int], object], small: int, large: int) -> bool:
    """Whether the work grows no faster than the size that is given to `call`, within a fifth.

    The first call of all loads modules and fills caches, and is not counted.
    """
    call(small)
    few = lines_run(lambda: call(small))
    many = lines_run(lambda: call(large))
    return many <= 1.2 * few * large / small
