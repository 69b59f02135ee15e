"""Runs that are ended at every step of the file system, and at any moment."""

from __future__ import annotations

import itertools
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.running import COMMAND, OLD, TONE, Tried, article, environment, hidden, run

OUTPUTS = ("a.mp3", "deep/b.vtt", "c.json")
"""In two folders, so that one journal is not enough."""
SOFT = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
DRIVER = (sys.executable, "-m", "tests.faults.driver")


class _Stage:
    """Three old files that a run replaces."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "deep").mkdir(parents=True)
        self.article = article(folder)
        self.env = environment(folder)
        self.arguments = [str(self.article), *TONE, "-q"]
        for name in OUTPUTS:
            self.arguments += ["-o", name]
        self.reset()
        run(self.arguments, self.env, folder)
        self.new = [(folder / name).read_bytes() for name in OUTPUTS]

    def reset(self) -> None:
        for name in OUTPUTS:
            (self.folder / name).write_bytes(OLD)

    def state(self) -> str:
        """ "old", "new", or what is mixed."""
        now = [(self.folder / name).read_bytes() for name in OUTPUTS]
        if now == [OLD] * len(OUTPUTS):
            return "old"
        return "new" if now == self.new else f"mixed: {[content[:3] for content in now]}"

    def next_run(self) -> None:
        """Something else is written into both folders."""
        outputs = ["-o", "other.txt", "-o", "deep/other.txt"]
        run([*self.arguments[:-6], *outputs], self.env, self.folder)


def at_every_step(folder: Path, number: int, step_by: int = 1) -> Tried:
    """End a run by a signal at each step; after SIGKILL another run completes it or takes it back."""
    tried = Tried(f"{signal.Signals(number).name} at every step of the file system")
    stage = _Stage(folder)
    for step in itertools.count(1, step_by):
        stage.reset()
        command = (*DRIVER, str(step), str(int(number)))
        code, said = run(stage.arguments, stage.env, folder, command)
        if code == 0:
            break
        _judge(tried, stage, f"step {step}, exit {code}", code == -signal.SIGKILL, said)
    return tried


def at_any_moment(folder: Path, tries: int, seed: int = 7) -> Tried:
    """End runs after a random time, by all four signals in turn."""
    tried = Tried("kills at random moments")
    stage = _Stage(folder)
    dice = random.Random(seed)
    start = time.monotonic()
    run(stage.arguments, stage.env, folder)
    usual = time.monotonic() - start
    for number in itertools.islice(itertools.cycle((signal.SIGKILL, *SOFT)), tries):
        stage.reset()
        command = [*COMMAND, *stage.arguments]
        with subprocess.Popen(command, env=stage.env, cwd=folder, stderr=subprocess.PIPE) as process:
            time.sleep(dice.uniform(0.4, 1.1) * usual)
            process.send_signal(number)
            said = process.communicate()[1].decode()
        what = f"{number.name}, exit {process.returncode}"
        has_begun = "narrate: " in said or process.returncode in (0, -signal.SIGKILL)
        _judge(tried, stage, what, not has_begun or process.returncode == -signal.SIGKILL, said)
    return tried


def _judge(tried: Tried, stage: _Stage, what: str, was_killed: bool, said: str) -> None:
    """After a kill, another run puts things right; after a signal they are, and the message is true."""
    if was_killed:
        stage.next_run()
    state = stage.state()
    told = "new" if "already written" in said else "old"
    is_true = was_killed or not said.strip() or told == state
    left = hidden(stage.folder)
    tried.check(
        state in ("old", "new") and is_true and not left, f"{what}: {state}, {said.strip()!r}, {left}"
    )


def together(folder: Path, tries: int) -> Tried:
    """Two runs into the same files at once: the set of one of them."""
    tried = Tried("two runs into one set of outputs")
    stage = _Stage(folder)
    other = folder / "other.txt"
    other.write_text("Another title\n\nOther words, and more of them.\n", encoding="utf-8")
    second = [str(other), *stage.arguments[1:]]
    run(second, stage.env, folder)
    sets = [stage.new, [(folder / name).read_bytes() for name in OUTPUTS]]
    for _ in range(tries):
        stage.reset()
        commands = ([*COMMAND, *stage.arguments], [*COMMAND, *second])
        both = [subprocess.Popen(command, env=stage.env, cwd=folder) for command in commands]
        codes = [process.wait() for process in both]
        now = [(folder / name).read_bytes() for name in OUTPUTS]
        tried.check(
            codes == [0, 0] and now in sets and not hidden(folder), f"exit {codes}, mixed: {now not in sets}"
        )
    return tried
