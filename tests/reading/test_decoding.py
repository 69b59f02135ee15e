"""Bytes in the usual encodings become the same text."""

from __future__ import annotations

import codecs

import pytest

from narrate.errors import SourceError
from narrate.pipeline.from_article import read_bytes

TEXT = "Café “Orlow” reopens\n\nThe café’s owner – Zoë Núñez – said it was time.\nHer guests agreed.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=[
        "utf-8", "utf-8 bom", "utf-16-le bom", "utf-16-be bom", "utf-32 bom", "utf-16-le", "utf-16-be",
        "cp1252", "crlf", "cr", "utf-16 crlf",
    ],
)  # fmt: skip
def test_encodings_and_line_ends_make_no_difference(data: bytes) -> None:
    """Whatever a text was saved as, the same characters are read, with plain line ends."""
    assert read_bytes(data).source == TEXT


def test_other_scripts_are_recognised() -> None:
    """A Russian text in Windows-1251 is not read as Western letters."""
    text = "Мост в Орлове закрыт\n\nМэр сказала, что паром будет ходить каждый час.\n" * 5
    assert read_bytes(text.encode("cp1251")).source == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no text"),
        (b" \n\t\r\n ", "no text"),
        (codecs.BOM_UTF8, "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "PNG"),
        (b"%PDF-1.7\n%abc", "PDF"),
        (b"PK\x03\x04\x14\x00rest", "ZIP"),
        (b"a few more words and then\x00a zero byte" * 9, "not text"),
        (bytes(range(1, 32)) * 50, "not text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, problem: str) -> None:
    """The message says on one line what it is instead, which input it was, and what to do."""
    with pytest.raises(SourceError) as caught:
        read_bytes(data, "story.txt")
    message = str(caught.value)
    assert problem in message
    assert "story.txt" in message
    assert caught.value.remedy
    assert "\n" not in message
