"""Twenty things that can be in the place of the cache, or of what is in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from tests.faults.running import TONE, Tried, article, environment, run

Damage = Callable[[Path], object]


def _replaced(make: Callable[[Path], object]) -> Damage:
    """Every entry is removed, and something else made in its place."""

    def damage(cache: Path) -> None:
        for path in cache.iterdir():
            path.unlink()
            make(path)

    return damage


def _rewritten(change: Callable[[bytes], bytes]) -> Damage:
    def damage(cache: Path) -> None:
        for path in cache.iterdir():
            path.write_bytes(change(path.read_bytes()))

    return damage


def _swapped(cache: Path) -> None:
    """Each entry under the name of another one."""
    paths = sorted(cache.iterdir())
    contents = [path.read_bytes() for path in paths]
    for path, content in zip(paths, contents[1:] + contents[:1], strict=True):
        path.write_bytes(content)


def _instead(make: Callable[[Path], object]) -> Damage:
    """Something else in the place of the folder."""

    def damage(cache: Path) -> None:
        cache.rename(cache.with_name("moved"))
        make(cache)

    return damage


def _with_checksum(content: bytes) -> bytes:
    """With the checksum of an earlier version."""
    return hashlib.blake2b(content, digest_size=16).digest() + content


def _locked(cache: Path) -> None:
    for path in cache.iterdir():
        path.chmod(0)


DAMAGES: dict[str, Damage] = {
    "pipes": _replaced(os.mkfifo),
    "folders": _replaced(Path.mkdir),
    "empty files": _replaced(Path.touch),
    "links to nothing": _replaced(lambda path: path.symlink_to("nowhere")),
    "links to themselves": _replaced(lambda path: path.symlink_to(path.name)),
    "links to /dev/zero": _replaced(lambda path: path.symlink_to("/dev/zero")),
    "links to another file": _replaced(lambda path: path.symlink_to("/etc/passwd")),
    "nothing": _replaced(lambda path: None),
    "cut off after 10 bytes": _rewritten(lambda content: content[:10]),
    "cut in half": _rewritten(lambda content: content[: len(content) // 2]),
    "one byte changed": _rewritten(lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]),
    "text": _rewritten(lambda content: b"This is a letter."),
    "right checksum, text": _rewritten(lambda content: _with_checksum(b"This is a letter.")),
    "right checksum, nothing": _rewritten(lambda content: _with_checksum(b"")),
    "entries under other names": _swapped,
    "no permission": _locked,
    "the folder may not be written": lambda cache: cache.chmod(0o500),
    "the folder is a file": _instead(Path.touch),
    "the folder is a pipe": _instead(os.mkfifo),
    "the folder is a link to itself": _instead(lambda path: path.symlink_to(path.name)),
}


def every_damage(folder: Path, only: int | None = None) -> Tried:
    """With each of them a run succeeds, and its output is the same."""
    tried = Tried("damages of the cache")
    for number, (name, damage) in enumerate(list(DAMAGES.items())[:only]):
        stage = folder / str(number)
        stage.mkdir(parents=True)
        path, env = article(stage), environment(stage)
        run([path, *TONE, "-q", "-o", "a.mp3"], env, stage)
        damage(stage / "cache")
        code, said = run([path, *TONE, "-q", "-o", "b.mp3"], env, stage)
        is_same = code == 0 and (stage / "a.mp3").read_bytes() == (stage / "b.mp3").read_bytes()
        tried.check(is_same, f"{name}: exit {code}, {said.strip()}")
        for command in ("info", "clear"):
            code, said = run(["cache", command], env, stage)
            tried.check(code in (0, 2) and "internal error" not in said, f"{name}, cache {command}: {said}")
    return tried
