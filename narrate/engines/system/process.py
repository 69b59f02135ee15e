"""The parent's side of the speech worker: a child process that is asked, timed and always put away."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import weakref
from pathlib import Path
from threading import Event, Timer
from typing import Any

from narrate.storage import temporary_folder

SCRIPT = Path(__file__).with_name("worker.py")
START_SECONDS = 60.0
"""Windows may first build its COM wrappers, which takes some seconds; eSpeak NG starts in 0.2 s."""
GRACE_SECONDS = 5.0
"""How much longer than itself the worker is given before it is taken for stuck."""


class WorkerDiedError(Exception):
    """The worker ended before it answered; the message says how."""


class WorkerStuckError(Exception):
    """The worker did not answer in time and was ended; the message says after how long."""


class Worker:
    """One running worker and its temporary directory. Not thread-safe."""

    def __init__(self) -> None:
        """Start the process and hear what it found: `hello`. Raises WorkerDiedError and WorkerStuckError."""
        self._stack = contextlib.ExitStack()
        self._directory = self._stack.enter_context(temporary_folder())
        with Path(self._directory, "stderr.txt").open("wb") as log:
            # -P: modules that lie beside the script or in the user's folder must not stand in for libraries.
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(SCRIPT), str(self._directory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="ascii",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        # A finalizer runs at the interpreter's exit too, for an engine that nobody closed.
        self._finalizer = weakref.finalize(self, _put_away, self._process, self._stack)
        try:
            self.hello = self._answer(START_SECONDS)
        except BaseException:
            self.close()
            raise

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Send one request and return its answer. Raises WorkerDiedError and WorkerStuckError."""
        assert self._process.stdin is not None
        # A broken pipe shows as the missing answer.
        with contextlib.suppress(OSError):
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        return self._answer(request["seconds"] + GRACE_SECONDS)

    def close(self) -> None:
        """End the process and delete its directory; calling it again does nothing."""
        self._finalizer()

    def _answer(self, seconds: float) -> dict[str, Any]:
        assert self._process.stdout is not None
        expired = Event()

        def expire() -> None:
            expired.set()
            self._process.kill()

        timer = Timer(seconds, expire)
        timer.start()
        try:
            line = self._process.stdout.readline()
        finally:
            timer.cancel()
        if line.endswith("\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        if expired.is_set():
            raise WorkerStuckError(f"no answer in {seconds:g} s")
        raise WorkerDiedError(f"exit code {self._process.wait()}{self._last_words()}")

    def _last_words(self) -> str:
        log = Path(self._directory, "stderr.txt")
        lines = log.read_text("utf-8", "replace").split("\n") if log.exists() else []
        return next((f", {line.strip()}" for line in reversed(lines) if line.strip()), "")


def _put_away(process: subprocess.Popen[str], directory: contextlib.ExitStack) -> None:
    """Leave no process, no zombie, no pipe and no file behind. The worker holds nothing worth a farewell."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        # What a dead worker never read cannot be flushed.
        with contextlib.suppress(OSError):
            pipe and pipe.close()
    directory.close()
