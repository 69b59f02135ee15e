"""WebVTT files, as a strict reader and the W3C's own parser see them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.formats.timed_text.breaking import plain
from narrate.formats.timed_text.captions import captions
from narrate.formats.timed_text.webvtt import chapters, webvtt
from narrate.model import Cue, Narration
from tests.formats.told import HOSTILE, RATE, hostile_texts, told, tried
from tests.formats.webvtt_syntax import read_webvtt

CHECK = Path(__file__).with_name("webvtt_errors.cjs")


def w3c(kind: str, *files: Path) -> list[dict[str, Any]]:
    """What the W3C's parser makes of files; the test is skipped where it is not installed."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    ask = [node, "-e", "require.resolve('webvtt-parser')"]
    if subprocess.run(ask, capture_output=True, check=False).returncode:
        pytest.skip("needs the npm package webvtt-parser (in NODE_PATH)")
    result = subprocess.run([node, CHECK, kind, *files], capture_output=True, check=True, encoding="utf-8")
    return list(json.loads(result.stdout))


def hostile_narration(count: int = 12) -> Narration:
    """Every piece of text that could break a file, in the mouths of people whose names could, too."""
    names = [None, "A & B <i>", "--> Bob", "two\n\nlines", "</v>", "\u202eeve", " "]
    turns = [(names[i % len(names)], " ".join(HOSTILE[i::count])) for i in range(count)]
    return told(*turns, chapters=tuple((text, i) for i, (_, text) in enumerate(turns)))


@given(said=st.lists(st.tuples(st.none() | hostile_texts, hostile_texts), min_size=1, max_size=4))
@tried
def test_whatever_is_said_comes_back_as_it_was_said(said: list[tuple[str | None, str]]) -> None:
    """No text becomes markup or breaks the file, and the reader gets times, names and lines back."""
    narration = told(*said)
    wanted = [(c.start, c.end, c.speaker, list(c.lines)) for c in captions(narration, 65)]
    cues = read_webvtt(webvtt(narration))
    assert [(cue.start, cue.end, cue.voice, cue.lines) for cue in cues] == wanted


@given(titles=st.lists(hostile_texts, min_size=1, max_size=4))
@tried
def test_chapters_tile_the_recording_and_have_no_markup(titles: list[str]) -> None:
    """One cue for each, on one line, from zero to the end."""
    narration = told(
        *((None, "word") for _ in titles), chapters=tuple((title, i) for i, title in enumerate(titles))
    )
    cues = read_webvtt(chapters(narration))
    shown = [plain(title.encode("utf-8", "replace").decode()) for title in titles]
    assert [cue.lines for cue in cues] == [[t or f"Chapter {n}"] for n, t in enumerate(shown, 1)]
    assert [cue.start for cue in cues] == [0, *(cue.end for cue in cues[:-1])]
    assert cues[-1].end == 1000 * narration.length // narration.sample_rate
    assert all(cue.voice is None and len(cue.lines) == 1 for cue in cues)


STAMP = re.compile(r"<(\d\d):(\d\d):(\d\d\.\d{3})>")


@given(said=st.lists(st.tuples(st.none() | hostile_texts, hostile_texts), min_size=1, max_size=4))
@tried
def test_times_of_words_rise_within_their_caption(said: list[tuple[str | None, str]]) -> None:
    """And without them the file is the one that has none."""
    narration = told(*said)
    text = webvtt(narration, words=True)
    assert STAMP.sub("", text) == webvtt(narration)
    for cue, block in zip(read_webvtt(webvtt(narration)), re.split(r"\n\n(?=\d)", text)[1:], strict=True):
        times = [round(1000 * (3600 * int(h) + 60 * int(m) + float(s))) for h, m, s in STAMP.findall(block)]
        assert times == sorted(set(times))
        assert all(cue.start < time < cue.end for time in times)


def test_a_word_is_stamped_with_the_time_at_which_it_is_heard() -> None:
    """All but the first of a caption, which the caption's own start is for."""
    (block,) = webvtt(told(("Ida Holm", "Two boats, late.")), words=True).strip().split("\n\n")[2:]
    assert block.split("\n")[1] == "<v Ida Holm>Two <00:00:00.600>boats, <00:00:00.700>late.</v>"


def test_a_comment_says_that_the_voices_are_synthetic() -> None:
    """Before the first cue, where a reader of the file sees it and a player does not show it."""
    assert webvtt(told((None, "One."))).split("\n\n")[:2] == [
        "WEBVTT",
        "NOTE Read by synthetic voices, made with narrate: narrator (tone: 440)",
    ]


def test_hours_have_two_digits_or_more() -> None:
    """A time of an hour and above is written in full."""
    late = replace(told((None, "One.")), cues=(Cue(0, 3_599_999 * RATE // 1000, 366_000 * RATE),))
    (cue,) = read_webvtt(webvtt(late))
    assert (cue.start, cue.end) == (3_599_999, 366_000_000)
    assert "\n00:59:59.999 --> 101:40:00.000\n" in webvtt(late)


def test_the_w3c_parser_finds_no_error(tmp_path: Path) -> None:
    """It is the standard's own; every name and line comes back from it as well."""
    narration = hostile_narration()
    path = tmp_path / "hostile.vtt"
    path.write_bytes(webvtt(narration).encode("utf-8", "replace"))
    timed = tmp_path / "timed.vtt"
    timed.write_bytes(webvtt(narration, words=True).encode("utf-8", "replace"))
    result, with_times = w3c("subtitles", path, timed)
    assert result["errors"] == with_times["errors"] == []
    wanted = [(c.start / 1000, c.end / 1000, c.speaker, "\n".join(c.lines)) for c in captions(narration, 65)]
    # It leaves character references in a name as they are, which browsers read.
    seen = [(cue["start"], cue["end"], unescape(cue["voice"]), cue["text"]) for cue in result["cues"]]
    assert seen == [(a, b, v, t.encode("utf-8", "replace").decode()) for a, b, v, t in wanted]


def test_the_w3c_parser_finds_no_error_in_chapters(tmp_path: Path) -> None:
    """Which may hold no tag at all."""
    narration = hostile_narration()
    path = tmp_path / "hostile.chapters.vtt"
    path.write_text(chapters(narration), encoding="utf-8")
    (result,) = w3c("chapters", path)
    assert result["errors"] == []
    assert len(result["cues"]) == len(narration.chapters)
