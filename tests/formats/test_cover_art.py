"""The cover in audio files and beside them, as readers that are not ours see it."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import mutagen
import pytest
from mutagen.flac import Picture
from PIL import Image

from narrate.errors import OutputError
from tests.formats.recordings import bursts, narration_of, plain_cover, write

SOUND = bursts(1, [0.5])


def _apic(file: Any) -> tuple[bytes, str]:
    (frame,) = file.tags.getall("APIC")
    assert (frame.type, frame.mime) == (3, "image/jpeg")
    return frame.data, frame.desc


def _covr(file: Any) -> tuple[bytes, str]:
    (cover,) = file.tags["covr"]
    return bytes(cover), plain_cover().alt  # MP4 has no place for a description


def _block(picture: Picture) -> tuple[bytes, str]:
    assert (picture.type, picture.mime, picture.width, picture.height) == (3, "image/jpeg", 1000, 1000)
    return picture.data, picture.desc


def _flac(file: Any) -> tuple[bytes, str]:
    (picture,) = file.pictures
    return _block(picture)


def _comment(file: Any) -> tuple[bytes, str]:
    (encoded,) = file["metadata_block_picture"]
    return _block(Picture(b64decode(encoded)))


@pytest.mark.parametrize(
    ("suffix", "read"),
    [
        (".mp3", _apic),
        (".wav", _apic),
        (".m4a", _covr),
        (".m4b", _covr),
        (".flac", _flac),
        (".opus", _comment),
        (".ogg", _comment),
    ],
)
def test_every_audio_format_carries_the_cover(
    tmp_path: Path, suffix: str, read: Callable[[Any], tuple[bytes, str]]
) -> None:
    """As the front cover, in JPEG, with its description where the format has a place for one."""
    path = write(tmp_path / f"a{suffix}", SOUND)
    assert read(mutagen.File(path)) == (plain_cover().thumbnail, plain_cover().alt)


@pytest.mark.parametrize("suffix", [".mp3", ".m4b", ".flac", ".opus"])
def test_players_on_libav_show_it(tmp_path: Path, suffix: str) -> None:
    """One attached picture, and the sound still comes first."""
    with av.open(str(write(tmp_path / f"a{suffix}", SOUND))) as container:
        assert container.streams[0].type == "audio"
        (picture,) = container.streams.video
        (frame,) = container.decode(picture)
    assert (frame.width, frame.height) == (1000, 1000)


def test_the_tag_of_an_mp3_has_the_cover_last(tmp_path: Path) -> None:
    """Readers that stop at a large frame have the chapters by then."""
    data = write(tmp_path / "a.mp3", SOUND, narration_of(len(SOUND), [0, 900], ["One", "Two"])).read_bytes()
    assert data.rfind(b"CHAP", 0, 200_000) < data.index(b"APIC")


@pytest.mark.parametrize("suffix", [".mp3", ".m4b", ".flac", ".opus", ".wav"])
def test_without_a_cover_there_is_none(tmp_path: Path, suffix: str) -> None:
    """Smaller by the size of the picture."""
    path = write(tmp_path / f"a{suffix}", SOUND, replace(narration_of(len(SOUND)), cover=None))
    assert b"JFIF" not in path.read_bytes()


def test_the_cover_can_be_a_file(tmp_path: Path) -> None:
    """In the size that directories ask for."""
    path = write(tmp_path / "a.jpg", SOUND)
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        assert (image.format, image.size) == ("JPEG", (3000, 3000))


def test_a_cover_that_is_not_there_cannot_be_a_file(tmp_path: Path) -> None:
    """The message says which option to leave out."""
    with pytest.raises(OutputError, match="--cover none"):
        write(tmp_path / "a.jpg", SOUND, replace(narration_of(len(SOUND)), cover=None))
    assert list(tmp_path.iterdir()) == []
