"""Subtitles given as an article: the words in paragraphs, without numbers and times, by whom they name."""

from __future__ import annotations

from pathlib import Path

import pytest

import narrate
from narrate.errors import SourceError

TWO_LINES = """1
00:00:01,000 --> 00:00:03,500
Welcome to <i>The Kiln</i>.

2
00:00:03,600 --> 00:00:06,000
I'm Oda Ferrand, and with me
is the potter Pim Salter.
"""
DASHES = """1
00:00:06,200 --> 00:00:08,000
- Thank you for having me.
- It is a pleasure.
"""
LABELS = """1
00:00:01,000 --> 00:00:03,500
ODA: Why does it
crack?

2
00:00:03,600 --> 00:00:06,000
PIM: We fire it too early.

3
00:00:06,100 --> 00:00:07,000
ODA: Who is "we"?

4
00:00:07,100 --> 00:00:09,000
PIM: You know who.
"""
VOICES = """WEBVTT - The Kiln

STYLE
::cue { color: red }

NOTE made by hand

intro
00:01.000 --> 00:03.500 align:start
<v Oda Ferrand>Welcome to
Clay &amp; Kiln.

00:00:03.600 --> 00:00:06.000
<v Oda Ferrand>I'm Oda.</v>

00:00:06.200 --> 00:00:08.000
<v.loud Pim Salter>Thank <c.yellow>you</c>.
"""
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:02.000
the kiln cracks

00:00:02.000 --> 00:00:03.000
the kiln cracks
every winter

00:00:03.000 --> 00:00:04.000
every winter
again.
"""
PAUSE = """1
00:00:01,000 --> 00:00:02,000
It cracked.

2
00:00:09,000 --> 00:00:10,000
We fired it again.
"""
CASES = {
    "a sentence over two cues": ("a.srt", TWO_LINES, [
        (None, "Welcome to The Kiln. I'm Oda Ferrand, and with me is the potter Pim Salter."),
    ]),
    "two people with dashes": ("a.srt", DASHES, [
        (None, "Thank you for having me."), (None, "It is a pleasure."),
    ]),
    "labels": ("a.srt", LABELS, [
        ("Oda", "Why does it crack?"), ("Pim", "We fire it too early."),
        ("Oda", 'Who is "we"?'), ("Pim", "You know who."),
    ]),
    "voice spans": ("a.vtt", VOICES, [
        ("Oda Ferrand", "Welcome to Clay & Kiln. I'm Oda."), ("Pim Salter", "Thank you."),
    ]),
    "rolling captions": ("a.vtt", ROLLING, [(None, "the kiln cracks every winter again.")]),
    "a pause of seconds": ("a.srt", PAUSE, [(None, "It cracked."), (None, "We fired it again.")]),
    "known by the content": ("a.txt", DASHES, [
        (None, "Thank you for having me."), (None, "It is a pleasure."),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_subtitles_are_read_in_paragraphs(case: str, tmp_path: Path) -> None:
    """Cues are joined to sentences, and named speakers have speeches of their own."""
    name, written, expected = CASES[case]
    path = tmp_path / name
    path.write_text(written, encoding="utf-8")
    article = narrate.read(path)
    assert [(block.speaker, block.text) for block in article.blocks if block.spoken] == expected


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(ends: str, tmp_path: Path) -> None:
    """Subtitles are mostly made on Windows."""
    path = tmp_path / "a.srt"
    path.write_bytes(TWO_LINES.replace("\n", ends).encode("utf-8-sig"))
    assert narrate.read(path).blocks[0].text.startswith("Welcome to The Kiln. I'm Oda")


@pytest.mark.parametrize("written", ["WEBVTT\n", "1\n2\n3\n", "WEBVTT\n\nNOTE nothing here\n"])
def test_subtitles_without_a_cue_are_refused(written: str, tmp_path: Path) -> None:
    """The message says what a cue looks like."""
    path = tmp_path / "a.vtt"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(SourceError, match="-->"):
        narrate.read(path)


def test_captions_of_narrate_can_be_read_again(tmp_path: Path) -> None:
    """What the narrator says is a paragraph, and what is quoted is its speaker's."""
    path = tmp_path / "article.txt"
    path.write_text("Kiln cracks\n\n“We fired it too early,” said Ada Moreau.\n", encoding="utf-8")
    captions = tmp_path / "article.vtt"
    narrate.narrate(path, captions, engine="tone", brief=True)
    said = [(block.speaker, block.text) for block in narrate.read(captions).blocks if block.spoken]
    assert ("Ada Moreau", "“We fired it too early,”") in said
    assert (None, "said Ada Moreau.") in said
