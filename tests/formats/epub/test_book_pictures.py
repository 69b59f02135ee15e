"""The article's pictures in its book: embedded where their files are here, as words where they are not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from narrate.model import Image
from tests.formats.epub.epubs import NAMES, Book, one_paragraph, picture, shown, written


@pytest.mark.parametrize(
    ("kind", "size", "expected"),
    [
        ("PNG", (64, 36), ("png", "PNG", (64, 36))),
        ("JPEG", (64, 36), ("jpg", "JPEG", (64, 36))),
        ("GIF", (64, 36), ("gif", "GIF", (64, 36))),
        ("WEBP", (64, 36), ("webp", "WEBP", (64, 36))),
        ("BMP", (64, 36), ("jpg", "JPEG", (64, 36))),
        ("PNG", (4000, 2000), ("jpg", "JPEG", (2000, 1000))),
    ],
)
def test_a_picture_that_is_here_is_in_the_book(
    tmp_path: Path, kind: str, size: tuple[int, int], expected: tuple[str, str, tuple[int, int]]
) -> None:
    """As it is, or as a type and in a size that readers show; with its description."""
    image = Image(str(picture(tmp_path, "boat.bin", kind, size)), "A grey boat", 0)
    book = Book(written(tmp_path / "a.epub", one_paragraph(image)))
    (found,) = book.tree("c1.xhtml").xpath("//x:img", namespaces=NAMES)
    assert (found.get("src"), found.get("alt")) == (f"picture1.{expected[0]}", "A grey boat")
    with Pillow.open(io.BytesIO(book.file(found.get("src")))) as opened:
        assert (opened.format, opened.size) == expected[1:]


def test_a_picture_that_moves_stands_still(tmp_path: Path) -> None:
    """So that nothing in a book flashes."""
    frames = [Pillow.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "flash.gif", save_all=True, append_images=frames[1:], duration=50)
    image = Image(str(tmp_path / "flash.gif"), "A light", 0)
    book = Book(written(tmp_path / "a.epub", one_paragraph(image)))
    name = book.tree("c1.xhtml").xpath("string(//x:img/@src)", namespaces=NAMES)
    with Pillow.open(io.BytesIO(book.file(name))) as opened:
        assert getattr(opened, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("address", "alt", "words"),
    [
        ("https://example.org/a.png", "A boat", "Picture: A boat"),
        ("no-such-file.png", "A boat", "Picture: A boat"),
        ("data:image/png;base64,####", "A boat", "Picture: A boat"),
        ("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>", "A boat", "Picture: A boat"),
        ("https://example.org/a.png", "", ""),
    ],
)
def test_a_picture_that_is_not_here_is_told(tmp_path: Path, address: str, alt: str, words: str) -> None:
    """By its description; a decorative one is left out. Nothing is fetched."""
    book = Book(written(tmp_path / "a.epub", one_paragraph(Image(address, alt, 0))))
    assert shown(book, "c1.xhtml").strip() == f"{words}\nIt was late.".strip()
    assert not book.find("//o:item[starts-with(@media-type, 'image/')]")
