"""From an article to an episode of a podcast, and the start of a podcast."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from narrate import feed
from narrate.covers import made_cover, picture_cover
from narrate.model import Article
from narrate.options import Options, StrPath
from narrate.pipeline.api import Production, narrate
from narrate.pipeline.outputs import slug
from narrate.pipeline.producing import Progress

EPISODE = (".mp3", ".vtt", ".srt", ".json", ".txt", ".chapters.json")
"""What an episode consists of, besides its cover."""


def publish(
    source: StrPath,
    show: StrPath,
    outputs: StrPath | Sequence[StrPath] = (),
    options: Options | None = None,
    *,
    progress: Progress | None = None,
) -> tuple[Production, feed.Added]:
    """Narrate `source` into the podcast in the folder `show`, and into `outputs`, in one go.

    The episode is dated as the article is, else as its file. Raises NarrateError; the feed is then as it was.
    """
    folder = Path(show)
    feed.read(folder)
    chosen = options or Options()
    named = [outputs] if isinstance(outputs, str | os.PathLike) else outputs
    suffixes = EPISODE if chosen.cover == "none" else (*EPISODE, ".jpg")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".narrate-") as stage:
        staged = [Path(stage) / f"episode{suffix}" for suffix in suffixes]
        production = narrate(source, [*named, *staged], chosen, progress=progress)
        _date(staged[0], source)
        added = feed.add(folder, staged[0], name=slug(production.narration.script.article.title))
    files = (path for path in production.outputs if path not in staged)
    audio = folder / feed.EPISODES / added.episode.audio
    return replace(production, outputs=(*files, audio)), added


def create_show(
    folder: StrPath, values: Mapping[str, Any], artwork: StrPath | None = None
) -> tuple[str, ...]:
    """Begin a podcast, with its artwork, and return what has still to be filled in.

    `values` are fields of `feed.Show`. The artwork is `artwork`, made fit for directories, or drawn from the
    title. Raises FeedError, and SourceError for what is no picture.
    """
    title = str(values.get("title") or "")
    picture = picture_cover(Path(artwork), title) if artwork else None
    if title and not picture:
        picture = made_cover(Article("", (), title, site=str(values.get("author") or "") or None))
    alt = {"artwork_alt": picture.alt} if picture else {}
    missing = feed.create(Path(folder), {**values, **alt})
    if picture:
        feed.put(Path(folder) / feed.ARTWORK, picture.image)
    return missing if picture else (*missing, f"the picture {feed.ARTWORK}")


def _date(audio: Path, source: StrPath) -> None:
    """Give the recording the article's age, so that the same article gives the same feed."""
    path = Path(source)
    try:
        changed = path.stat().st_mtime
    except OSError:  # an address, or standard input
        return
    os.utime(audio, (changed, changed))
