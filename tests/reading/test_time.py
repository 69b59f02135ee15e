"""Texts that would take minutes to read where a pattern tries every way in which it could match, or worse."""

from __future__ import annotations

import pytest

from narrate.pipeline.from_article import read_bytes

FIRST = "The bridge over the Sil in Orlow closed on Monday after the river rose by two metres overnight."
LAST = "Mayor Ada Wong said that the ferry would run every hour until the water had fallen again."


def _page(middle: str) -> bytes:
    return f"<html><body><h1>Bridge closes</h1><p>{FIRST}</p>{middle}<p>{LAST}</p></body></html>".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<!---->" * 60 + b"<span>" + _page(""),
        _page(f"<p>It rained.{' ' * 60_000}It thundered.</p>"),
        _page(f"<p>It rained.<br>{' <br> ' * 20_000}It thundered.</p>"),
        _page(f"<img alt='A stone arch at dawn' srcset='{'a' * 9_000} x y'>" * 5),
        _page(f"<p>{'<b>Orlow</b> ' * 15_000}</p>"),
        f"Bridge closes\n\n{FIRST}\n\nOrlow{' ' * 60_000}Sil\n\n{LAST}".encode(),
    ],
    ids=["comments", "spaces", "breaks", "sizes of a picture", "words in bold", "spaces in plain text"],
)
def test_what_was_made_to_be_slow_is_read_to_its_end(data: bytes) -> None:
    """Each took up to hours, which the time limit of a test ends."""
    assert LAST in read_bytes(data, "page.html").source
