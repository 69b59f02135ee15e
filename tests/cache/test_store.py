"""A store stays within its size, and nothing that happens to its files is anybody's trouble."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from narrate.cache import Store, Usage

MB = 1_000_000


def _hex(name: str) -> str:
    """A key as the engine and the encoder make it."""
    return hashlib.sha256(name.encode()).hexdigest()


def _aged(folder: Path, key: str, seconds: int) -> None:
    """Make a file look as if it had last been used so long ago."""
    path = folder / f"{_hex(key)}.speech"
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_what_is_put_is_got(tmp_path: Path) -> None:
    """Byte for byte, from another store on the same folder, too; and nothing under another key."""
    Store(tmp_path / "new", MB).put(_hex("a"), b"hello")
    assert Store(tmp_path / "new", MB).get(_hex("a")) == b"hello"
    assert Store(tmp_path / "new", MB).get(_hex("b")) is None


def test_the_one_not_used_for_the_longest_goes_first(tmp_path: Path) -> None:
    """Being read counts as use."""
    store = Store(tmp_path, 3000)
    for age, key in enumerate("cba"):
        store.put(_hex(key), bytes(900))
        _aged(tmp_path, key, 100 * (3 - age))
    assert store.get(_hex("c")) is not None
    Store(tmp_path, 3000).put(_hex("d"), bytes(900))
    assert [key for key in "abcd" if store.get(_hex(key)) is None] == ["b"]


def test_it_never_holds_more_than_its_size(tmp_path: Path) -> None:
    """After every single put, with files of any length; one that is too long for it is not kept at all."""
    store = Store(tmp_path, 10_000)
    for number in range(200):
        store.put(_hex(str(number)), bytes(37 * number % 3000))
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 10_000
    store.put(_hex("long"), bytes(10_001))
    assert store.get(_hex("long")) is None
    assert store.get(_hex("199")) is not None


@pytest.mark.parametrize("place", [0, 10, 20, 5000, -1])
def test_a_damaged_file_is_thrown_away(tmp_path: Path, place: int) -> None:
    """One wrong bit anywhere, in the checksum or in what it sums, is enough."""
    store = Store(tmp_path, MB)
    store.put(_hex("a"), bytes(range(256)) * 40)
    path = next(tmp_path.iterdir())
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert store.get(_hex("a")) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 5, 16, 1000])
def test_a_file_that_is_cut_off_is_thrown_away(tmp_path: Path, length: int) -> None:
    """As a crash of the whole machine leaves it."""
    store = Store(tmp_path, MB)
    store.put(_hex("a"), bytes(range(256)) * 40)
    path = next(tmp_path.iterdir())
    os.truncate(path, length)
    assert store.get(_hex("a")) is None


def test_a_folder_that_cannot_be_is_no_error(tmp_path: Path) -> None:
    """A narration does not fail because nothing can be remembered."""
    (tmp_path / "file").write_bytes(b"in the way")
    store = Store(tmp_path / "file" / "cache", MB)
    store.put(_hex("a"), b"hello")
    assert store.get(_hex("a")) is None
    assert store.usage() == Usage(0, 0)
    assert store.clear() == Usage(0, 0)


def test_clearing_takes_what_was_left_unfinished_as_well(tmp_path: Path) -> None:
    """Only our files go; the folder may hold something else."""
    store = Store(tmp_path, MB)
    store.put(_hex("a"), bytes(100))
    (tmp_path / "0123456789abcdef.part").write_bytes(bytes(50))
    theirs = ["film.part", "interview.speech", "letter.txt"]
    for name in theirs:
        (tmp_path / name).write_text("mine")
    assert store.usage() == store.clear() == Usage(2, 166)
    assert sorted(path.name for path in tmp_path.iterdir()) == theirs


_WORKER = """
import sys
from pathlib import Path
from narrate.cache import Store
store = Store(Path(sys.argv[1]), 20_000)
for round in range(300):
    key = f"{round % 40:064x}"
    found = store.get(key)
    assert found in (None, key.encode() * 100), "another process has left something wrong"
    if found is None:
        store.put(key, key.encode() * 100)
    if round % 100 == 99:
        store.clear()
"""


def test_several_processes_share_a_folder(tmp_path: Path) -> None:
    """They read, write, push out and clear at once; each finds a whole file or none."""
    processes = [subprocess.Popen([sys.executable, "-c", _WORKER, str(tmp_path)]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert not list(tmp_path.glob("*.part"))
