"""The cache holds the speech of private articles: nobody but its owner can read it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import narrate
from narrate.cache import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no POSIX permissions")
ROOT = Path(__file__).parents[2]
MB = 1_000_000
A, B, C = "a" * 64, "b" * 64, "c" * 64
"""Keys, as the engine makes them."""


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What the process takes from the permissions of new files."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_what_is_stored_is_private_whatever_the_umask_says(tmp_path: Path, umask: int) -> None:
    """The folder is for its owner, and so is every file, from the moment that it exists."""
    folder = tmp_path / "some" / "cache"
    Store(folder, MB).put(A, b"speech")
    assert Store(folder, MB).get(A) == b"speech"
    assert _mode(folder) == 0o700
    assert [_mode(path) for path in folder.iterdir()] == [0o600]


@pytest.mark.parametrize("use", ["get", "put", "usage"])
def test_what_an_earlier_version_left_open_is_closed(tmp_path: Path, use: str) -> None:
    """By the first use, whichever that is."""
    folder = tmp_path / "cache"
    Store(folder, MB).put(A, b"speech")
    (folder / "0123456789abcdef.part").write_bytes(b"half")
    for path in folder.iterdir():
        path.chmod(0o644)
    folder.chmod(0o755)
    store = Store(folder, MB)
    if use == "get":
        assert store.get(A) == b"speech"
    elif use == "put":
        store.put(C, b"more")
    else:
        store.usage()
    assert {_mode(path) for path in folder.iterdir()} == {0o600}
    assert use == "usage" or _mode(folder) == 0o700


def test_a_folder_with_other_files_stays_as_it_is(tmp_path: Path) -> None:
    """NARRATE_CACHE_DIR may name a folder that other programs use; our own files in it are private."""
    other = tmp_path / "film.mp4"
    other.write_bytes(b"film")
    other.chmod(0o644)
    tmp_path.chmod(0o755)
    Store(tmp_path, MB).put(A, b"speech")
    assert _mode(tmp_path) == 0o755
    assert _mode(other) == 0o644
    assert _mode(tmp_path / f"{A}.speech") == 0o600


def test_a_link_out_of_the_cache_leads_to_no_change(tmp_path: Path) -> None:
    """Whoever could place one must not have us change a file elsewhere."""
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    outside.chmod(0o644)
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o755)
    (folder / f"{A}.speech").symlink_to(outside)
    Store(folder, MB).put(B, b"speech")
    assert _mode(outside) == 0o644


@pytest.mark.slow
def test_a_run_leaves_nothing_that_others_can_read(tmp_path: Path) -> None:
    """Speech and encoded sound, and what lies in the temporary folder meanwhile."""
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n\nIt was late. Fog lay on the water.\n", encoding="utf-8")
    cache = tmp_path / "cache"
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environ = {**os.environ, "NARRATE_CACHE_DIR": str(cache), "TMPDIR": str(temporary)}
    output = tmp_path / "story.mp3"
    code = (
        "import os, narrate; os.umask(0); seen = []\n"
        f"look = lambda *_: seen.extend(os.stat(p).st_mode & 0o77 for p in os.scandir({str(temporary)!r}))\n"
        f"narrate.narrate({str(story)!r}, {str(output)!r}, engine='tone', progress=look)\n"
        "print(len(seen) > 0, sum(seen))"
    )
    done = subprocess.check_output([sys.executable, "-c", code], env=environ, cwd=ROOT, text=True)
    assert done.split() == ["True", "0"]
    assert _mode(cache) == 0o700
    assert {_mode(path) for path in cache.iterdir()} == {0o600}


def test_what_replaces_a_private_file_is_private_while_it_is_written(tmp_path: Path) -> None:
    """A recording that only its owner may read is made again: others cannot read its parts meanwhile."""
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n\nIt was late. Fog lay on the water.\n", encoding="utf-8")
    output = tmp_path / "out" / "story.wav"
    output.parent.mkdir()
    output.touch(mode=0o600)
    seen: list[int] = []

    def look(*_: object) -> None:
        seen.extend(_mode(path) for path in output.parent.iterdir() if path != output)

    narrate.narrate(story, output, engine="tone", cache_size=0, progress=look)
    assert seen
    assert set(seen) == {0o600}
    assert _mode(output) == 0o600
