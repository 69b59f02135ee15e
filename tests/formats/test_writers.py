"""What holds for every format: a file appears whole or not at all, and refusals come before the work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from narrate.errors import EncodingError, OutputError
from narrate.formats import open_writer, suffixes
from narrate.formats.failures import mapped
from narrate.storage import Target
from tests.formats.recordings import RATE, bursts, narration_of, write

SOUND = bursts(1, [0.5])
EVERY = pytest.mark.parametrize("suffix", suffixes())


@pytest.fixture
def umask() -> Iterator[int]:
    """A umask that lets the group write, as on shared machines."""
    old = os.umask(0o002)
    yield 0o002
    os.umask(old)


@EVERY
@pytest.mark.parametrize("blocks", [0, 1, 3])
def test_an_abort_leaves_nothing_behind_and_an_old_file_as_it_was(
    tmp_path: Path, suffix: str, blocks: int
) -> None:
    """Whenever it comes, and however often."""
    path = tmp_path / f"a{suffix}"
    path.write_text("old")
    writer = open_writer(path, RATE)
    for _ in range(blocks):
        writer.write(SOUND)
    writer.abort()
    writer.abort()
    assert [entry.read_text() for entry in tmp_path.iterdir()] == ["old"]


@EVERY
def test_a_finished_file_survives_a_late_abort(tmp_path: Path, suffix: str) -> None:
    """The pipeline may abort all writers when one fails; what is finished stays, alone in its folder."""
    path = tmp_path / f"a{suffix}"
    writer = open_writer(path, RATE)
    writer.write(SOUND)
    writer.finish(narration_of(len(SOUND)))
    size = path.stat().st_size
    writer.abort()
    assert [entry.stat().st_size for entry in tmp_path.iterdir()] == [size]


@EVERY
def test_nothing_is_to_be_seen_before_the_file_is_whole(tmp_path: Path, suffix: str) -> None:
    """While it is made there is only a hidden file that ends in .part."""
    writer = open_writer(tmp_path / f"a{suffix}", RATE)
    writer.write(SOUND)
    names = [entry.name for entry in tmp_path.iterdir()]
    assert names
    assert all(name.startswith(".") and name.endswith(".part") for name in names)
    writer.abort()


@EVERY
def test_permissions_follow_the_umask_or_the_file_that_is_replaced(
    tmp_path: Path, suffix: str, umask: int
) -> None:
    """A new file is one that the group may write; a private file that is replaced stays private."""
    path = write(tmp_path / f"a{suffix}", SOUND)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask
    path.chmod(0o600)
    write(path, SOUND)
    assert path.stat().st_mode & 0o777 == 0o600


@EVERY
def test_a_link_stays_a_link(tmp_path: Path, suffix: str) -> None:
    """The file that it points to is replaced."""
    (tmp_path / "real").mkdir()
    link = tmp_path / f"a{suffix}"
    link.symlink_to(tmp_path / "real" / f"b{suffix}")
    write(link, SOUND)
    assert link.is_symlink()
    assert (tmp_path / "real" / f"b{suffix}").stat().st_size > 10


@EVERY
def test_the_suffix_may_be_in_capitals_and_the_name_long(tmp_path: Path, suffix: str) -> None:
    """As cameras and old programs write it, and as long as file systems allow."""
    path = tmp_path / ("n" * (255 - len(suffix)) + suffix.upper())
    assert write(path, SOUND).stat().st_size > 10


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.xyz", "unknown output format: .*a.xyz .*one of .*mp3"),
        ("a", "unknown output format"),
        ("missing/a.mp3", "no such folder: .*missing"),
        ("file/a.mp3", "no such folder: .*file"),
        ("folder.mp3", "there is a folder of that name"),
    ],
)
def test_a_place_where_no_file_can_be_is_refused_at_once(tmp_path: Path, name: str, message: str) -> None:
    """With what is wrong and what to do, before any sound is made."""
    (tmp_path / "file").touch()
    (tmp_path / "folder.mp3").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=message):
        open_writer(tmp_path / name, RATE)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_refuses_files_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file system's own reason is in the message, for root as for anybody."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("narrate.storage.target.create_claimed", refuse)
    with pytest.raises(OutputError, match=r"Permission denied.*choose a folder") as caught:
        open_writer(tmp_path / "a.mp3", RATE)
    assert isinstance(caught.value.__cause__, PermissionError)


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protection is a wish, even where the folder would allow it."""
    path = tmp_path / "a.wav"
    path.write_text("keep")
    monkeypatch.setattr("narrate.storage.output_set.os.access", lambda *_: False)
    with pytest.raises(OutputError, match="write-protected"):
        open_writer(path, RATE)
    assert path.read_text() == "keep"


@EVERY
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_reported_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """An OutputError that says so; the old file is as it was."""
    path = tmp_path / f"a{suffix}"
    path.write_text("old")
    make = Target.new_part

    def full(target: Target) -> Path:
        part = make(target)
        part.unlink()
        part.symlink_to("/dev/full")
        return part

    monkeypatch.setattr(Target, "new_part", full)
    with pytest.raises(OutputError, match="No space left"):
        write(path, bursts(20, [1]))
    assert path.read_text() == "old"


@pytest.mark.parametrize(
    ("raised", "expected", "words"),
    [
        (OSError(28, "No space left on device"), OutputError, "free some space"),
        (PermissionError(13, "Permission denied"), OutputError, "choose a folder"),
        (OSError(5, "Input/output error"), OutputError, "choose another place"),
        ("libav", EncodingError, "encoding failed"),
    ],
)
def test_what_libraries_raise_becomes_our_own(
    raised: OSError | str, expected: type[Exception], words: str
) -> None:
    """Trouble with the disk is for the user to fix, trouble with the encoder is not; the cause is kept."""
    import av

    error = av.error.InvalidDataError(0, "Invalid data") if isinstance(raised, str) else raised
    with pytest.raises(expected, match=words) as caught, mapped(Path("a.mp3")):
        raise error
    assert caught.value.__cause__ is error
