"""Shows and recordings for the tests of podcasts: an article of three sentences, spoken in tones."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import narrate
from narrate import feed
from narrate.pipeline.publishing import create_show

STORY = """<html lang="en-GB"><head><title>Ferry late</title>
<meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/ferry">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<meta property="article:published_time" content="2021-03-03T08:30:00+01:00">
<meta name="author" content="Ida Holm"></head><body><article><h1>Ferry late</h1>
<p>The ferry Aurora was late on Monday &amp; nobody was told why it had to wait in the fog off Lund.</p>
<p>“Fog,” said Mrs Ada Moreau, a teacher, who had been on deck since the morning with all of her pupils.</p>
<h2>No injuries</h2><p>Nobody was hurt, and the ferry reached Port Ansel before the evening.</p>
</article></body></html>
"""
SIDECARS = (".vtt", ".srt", ".json", ".txt", ".chapters.json", ".jpg")
ADDRESS = "https://pod.example/readings/"
VALUES: Mapping[str, Any] = {
    "title": "Readings",
    "description": "Articles, read aloud.",
    "author": "Per Aas",
    "owner_email": "per@pod.example",
    "category": ("News > Daily News", "Education"),
    "language": "en",
    "address": ADDRESS,
}


def recording(folder: Path) -> Path:
    """`ferry.mp3` in `folder`, with every kind of file beside it."""
    page = folder / "ferry.html"
    page.write_text(STORY, encoding="utf-8")
    outputs = [folder / f"ferry{suffix}" for suffix in (".mp3", *SIDECARS)]
    narrate.narrate(page, outputs, engine="tone", rate=3, brief=True, pauses=0.5, cache_size=0)
    return outputs[0]


def new_show(folder: Path, **values: Any) -> Path:
    """A show in `folder`, with these values beside or instead of the usual ones."""
    assert create_show(folder, {**VALUES, **values}) == ()
    return folder


def changed(audio: Path) -> None:
    """Another recording of the same article: a byte after the sound."""
    audio.write_bytes(audio.read_bytes() + b"\0")


def retold(audio: Path, title: str) -> None:
    """Make it a recording of another article."""
    transcript = audio.with_suffix(".json")
    text = transcript.read_text(encoding="utf-8").replace("gazette.example/ferry", f"gazette.example/{title}")
    transcript.write_text(text.replace('"title": "Ferry late"', f'"title": "{title}"', 1), encoding="utf-8")


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording and its sidecars; not to be changed."""
    return recording(tmp_path_factory.mktemp("recorded"))


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show without episodes; not to be changed."""
    return new_show(tmp_path_factory.mktemp("master") / "show")


@pytest.fixture
def show(tmp_path: Path, master: Path) -> Path:
    """A show without episodes."""
    return shutil.copytree(master, tmp_path / "show")


@pytest.fixture
def ferry(tmp_path: Path, recorded: Path) -> Path:
    """The recording, with all its sidecars, to be changed."""
    return shutil.copytree(recorded.parent, tmp_path / "ferry") / recorded.name


@pytest.fixture
def published(show: Path, recorded: Path) -> Path:
    """A show with one episode."""
    feed.add(show, recorded)
    return show
