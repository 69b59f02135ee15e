"""Standard streams, paths and names as no program expects them."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.running import COMMAND, TONE, Tried, article, environment, is_one_line

COMMANDS: dict[str, list[str]] = {
    "mp3": ["s.txt", *TONE, "-o", "x.mp3"],
    "quiet": ["s.txt", *TONE, "-q", "-o", "x.mp3"],
    "lines": ["s.txt", *TONE, "--progress", "lines", "-o", "x.vtt"],
    "json": ["s.txt", *TONE, "--progress", "json", "-o", "x.vtt"],
    "stdin": ["-", *TONE, "-q", "-o", "x.mp3"],
    "stdout": ["s.txt", *TONE, "-q", "-o", "-", "--format", "wav"],
    "script": ["script", "s.txt", *TONE],
    "ssml": ["ssml", "s.txt", *TONE],
    "names": ["names", "s.txt", *TONE],
    "voices": ["voices", *TONE],
    "config": ["config"],
    "cache": ["cache", "info"],
    "help": ["--help"],
}
STREAMS: dict[str, str] = {
    "stdin closed": "<&-",
    "stdout closed": ">&-",
    "stderr closed": "2>&-",
    "all closed": "<&- >&- 2>&-",
    "stdout full": "> /dev/full",
    "stderr full": "2> /dev/full",
    "stdout ends": "| head -c 5 > /dev/null",
    "stderr ends": "2> >(exec true)",
}
"""As bash redirects them."""
OUTPUTS: dict[str, Callable[[Path], str]] = {
    "a link to itself": lambda folder: _link(folder, "a.mp3", "a.mp3"),
    "a path of 4.8 kB": lambda folder: "b" * 80 + "/" + ("b" * 80 + "/") * 59 + "x.mp3",
    "a name of 300 bytes": lambda folder: "b" * 300 + ".mp3",
    "a name that is not UTF-8": lambda folder: os.fsdecode(b"o\xff.mp3"),
    "a link to nothing": lambda folder: _link(folder, "a.mp3", "made.mp3"),
    "a link to a device": lambda folder: _link(folder, "a.mp3", "/dev/null"),
    "a full device": lambda folder: _link(folder, "a.mp3", "/dev/full"),
    "a folder": lambda folder: _folder(folder, "a.mp3"),
    "a file as folder": lambda folder: "s.txt/x.mp3",
}


def _link(folder: Path, name: str, target: str) -> str:
    (folder / name).symlink_to(target)
    return name


def _folder(folder: Path, name: str) -> str:
    (folder / name).mkdir()
    return name


def every_stream(folder: Path, only: int | None = None) -> Tried:
    """Each command with each stream: it works, or says why not in one line; Python says nothing."""
    tried = Tried("odd streams")
    for number, check in enumerate(_checks()):
        if only is None or number % only == 0:
            stage = folder / str(number)
            stage.mkdir(parents=True)
            article(stage)
            check(stage, tried)
    return tried


def _checks() -> Iterator[Callable[[Path, Tried], None]]:
    for name, arguments in COMMANDS.items():
        for stream, redirection in STREAMS.items():
            yield _redirected(name, arguments, stream, redirection)
    for name, place in OUTPUTS.items():
        yield _written_to(name, place)
    for name in ("script", "stdout"):
        yield _without_waiting(name)
    yield _in_ascii
    yield _homeless


def _redirected(
    name: str, arguments: list[str], stream: str, redirection: str
) -> Callable[[Path, Tried], None]:
    def check(stage: Path, tried: Tried) -> None:
        words = " ".join(f"'{word}'" for word in (*COMMAND, *arguments))
        source = "cat s.txt |" if name == "stdin" and "stdin" not in stream and "all" not in stream else ""
        # What Python itself says at its very end would go to another descriptor than a closed one.
        script = f"set -o pipefail; {source} {words} {redirection}"
        code, said = _bash(script, stage)
        tried.check(_is_fine(code, said), f"{name}, {stream}: exit {code}, {said.strip()[-200:]}")

    return check


def _bash(script: str, stage: Path, **more: str) -> tuple[int, str]:
    try:
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=stage, env=environment(stage, **more), capture_output=True, timeout=120, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return 124, "hangs"
    return done.returncode, done.stderr.decode(errors="replace")


def _is_fine(code: int, said: str) -> bool:
    if "Traceback" in said or "Exception ignored" in said or "internal error" in said:
        return False
    return code in (0, 141) or (code in (1, 2) and (not said.strip() or is_one_line(said)))


def _written_to(name: str, place: Callable[[Path], str]) -> Callable[[Path, Tried], None]:
    def check(stage: Path, tried: Tried) -> None:
        output = place(stage)
        before = os.lstat(stage / output).st_mode if os.path.lexists(stage / output[:200]) else None
        done = subprocess.run(
            [*COMMAND, "s.txt", *TONE, "-q", "-o", output],
            cwd=stage, env=environment(stage), capture_output=True, timeout=120, check=False,
        )  # fmt: skip
        said = done.stderr.decode(errors="replace")
        is_kept = before is None or os.lstat(stage / output).st_mode == before
        holds = _is_fine(done.returncode, said) and is_kept
        tried.check(holds, f"-o {name}: exit {done.returncode}, {said.strip()[-200:]}")

    return check


def _without_waiting(name: str) -> Callable[[Path, Tried], None]:
    """Standard output does not wait, and its reader is slow."""

    def check(stage: Path, tried: Tried) -> None:
        (stage / "s.txt").write_text("Title\n\n" + "It was late again on Monday. " * 2000, encoding="utf-8")
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETFL, fcntl.fcntl(writing, fcntl.F_GETFL) | os.O_NONBLOCK)
        with subprocess.Popen(
            [*COMMAND, *COMMANDS[name]], cwd=stage, env=environment(stage), stdout=writing
        ) as process:
            os.close(writing)
            with os.fdopen(reading, "rb") as file:
                size = len(file.read())
        tried.check(process.returncode == 0 and size > 60_000, f"{name}, not waiting: {size} bytes")

    return check


def _in_ascii(stage: Path, tried: Tried) -> None:
    (stage / "s.txt").write_text("Łódź ferry late\n\nIt was late in Łódź.\n", encoding="utf-8")
    words = " ".join((*COMMAND, *COMMANDS["script"]))
    code, said = _bash(f"{words} | grep -q Łódź", stage, LC_ALL="C", PYTHONIOENCODING="ascii")
    tried.check(code == 0, f"ASCII: exit {code}, {said}")


def _homeless(stage: Path, tried: Tried) -> None:
    words = " ".join((*COMMAND, str(stage / "s.txt"), *TONE, "-q", "-o"))
    gone = "mkdir gone; cd gone; rmdir ../gone; "
    code, said = _bash(f"{gone} {words} {stage / 'x.mp3'}", stage)
    tried.check(code == 0, f"no current folder, whole paths: exit {code}, {said}")
    code, said = _bash(f"{gone} {words} x.mp3", stage)
    tried.check(code == 2 and is_one_line(said), f"no current folder: exit {code}, {said}")
