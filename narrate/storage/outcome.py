"""What a run has written so far, so that its last message is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Outcome:
    """Filled while the run goes on."""

    complete: list[Path] = field(default_factory=list)
    """Files that are in their places, as the user named them."""
    begun: list[str] = field(default_factory=list)
    """Streams that have been sent something, which cannot be taken back."""

    def finish(self, paths: Iterable[Path]) -> None:
        """These files are in their places."""
        self.complete.extend(paths)

    def begin(self, name: str) -> None:
        """This stream has been sent something."""
        if name not in self.begun:
            self.begun.append(name)


_CURRENT: ContextVar[Outcome | None] = ContextVar("outcome", default=None)


@contextmanager
def watched() -> Iterator[Outcome]:
    """What is written inside the block, by this thread."""
    outcome = Outcome()
    token = _CURRENT.set(outcome)
    try:
        yield outcome
    finally:
        _CURRENT.reset(token)


def current() -> Outcome:
    """The outcome that is being watched, or one that nobody looks at."""
    return _CURRENT.get() or Outcome()
