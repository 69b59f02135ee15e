"""Disks that are full, and files that may not be so large."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.running import COMMAND, TONE, Tried, article, environment, hidden, is_one_line

SUFFIXES = (".mp3", ".wav", ".m4b", ".opus", ".flac", ".epub", ".html", ".json")


def limited(folder: Path, suffixes: tuple[str, ...] = SUFFIXES) -> Tried:
    """A limit for the size of files: one line that names a folder and what is needed, and nothing is left."""
    tried = Tried("limits for the size of files")
    for suffix in suffixes:
        for blocks in (0, 1, 20, 100):
            stage = folder / f"{suffix}{blocks}"
            stage.mkdir(parents=True)
            article(stage)
            words = " ".join((*COMMAND, "s.txt", *TONE, "-q", "-o", f"x{suffix}"))
            _check(tried, f"ulimit -f {blocks}; {words}", stage, f"{suffix}, {blocks} kB")
    return tried


def full(folder: Path) -> Tried:
    """Full disks for the output, for what is temporary, and for the cache. Needs to be root."""
    tried = Tried("full disks")
    for suffix in SUFFIXES:
        for place in ("out", "tmp", "cache"):
            stage = folder / f"{suffix}{place}"
            stage.mkdir(parents=True)
            article(stage)
            environment(stage)
            with _small_disk(stage / place):
                words = " ".join((*COMMAND, "s.txt", *TONE, "-q", "-o", f"out/x{suffix}"))
                _check(tried, f"mkdir -p out; {words}", stage, f"{place} full, {suffix}")
    return tried


def _check(tried: Tried, script: str, stage: Path, what: str) -> None:
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=stage,
        env=environment(stage),
        capture_output=True,
        timeout=120,
        check=False,
    )
    said = done.stderr.decode(errors="replace")
    # Where not even an empty file may have a byte, no temporary folder is usable at all.
    is_named = "no room" in said or "no temporary folder can be written to" in said
    is_told = is_one_line(said) and is_named and ("-o" in said or "TMPDIR" in said)
    holds = done.returncode == 0 or (done.returncode == 2 and is_told)
    tried.check(
        holds and not hidden(stage), f"{what}: exit {done.returncode}, {said.strip()}, {hidden(stage)}"
    )


@contextmanager
def _small_disk(place: Path) -> Iterator[None]:
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def can_mount() -> bool:
    """Whether this user may mount a small disk."""
    return os.geteuid() == 0
