"""Texts that would take minutes to read where a pattern tries every way in which it could match, or worse."""

from __future__ import annotations

import time

import pytest

from narrate.pipeline.articles import read_bytes

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
def test_time_is_in_proportion_to_the_text(data: bytes) -> None:
    """Each took from 10 seconds to hours, and is read to its end in one or two."""
    started = time.process_time()
    assert LAST in read_bytes(data, "page.html").source
    assert time.process_time() - started < 5
