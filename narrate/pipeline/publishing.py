"""From an article to an episode of a podcast, and the start of a podcast."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from narrate import casting, feed
from narrate.covers import made_cover, picture_cover
from narrate.model import Article, Cover
from narrate.options import Options, StrPath
from narrate.pipeline.api import Production, narrate
from narrate.pipeline.outputs import listed, slug
from narrate.pipeline.producing import Progress
from narrate.storage import temporary_folder

EPISODE = (".mp3", ".vtt", ".srt", ".json", ".txt", ".chapters.json")
"""What an episode consists of, apart from its cover."""


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
    named = listed(outputs)
    options = _remembering(options or Options(), folder)
    with temporary_folder(folder) as stage:
        staged = _staged(stage, options)
        production = narrate(source, [*named, *staged], options, progress=progress)
        _copy_date(source, staged[0])
        title = production.narration.script.article.title
        added = feed.add(folder, staged[0], name=slug(title))
    # What has been staged is in the folder of the podcast by now.
    elsewhere = [path for path in production.outputs if path not in staged]
    episode = folder / feed.EPISODES / added.episode.audio
    return replace(production, outputs=(*elsewhere, episode)), added


def _remembering(options: Options, show: Path) -> Options:
    """The options with the file in which a show remembers its people, unless another one is asked for."""
    return options if options.people else replace(options, people=show / casting.PEOPLE)


def _staged(stage: Path, options: Options) -> list[Path]:
    """The files of an episode, the audio first, in a folder of their own."""
    suffixes = list(EPISODE)
    if options.cover != "none":
        suffixes.append(".jpg")
    return [stage / f"episode{suffix}" for suffix in suffixes]


def create_show(
    folder: StrPath, values: Mapping[str, Any], artwork: StrPath | None = None
) -> tuple[str, ...]:
    """Begin a podcast, with its artwork, and return what has still to be filled in.

    `values` are fields of `feed.Show`. The artwork is `artwork`, made fit for directories, or drawn from the
    title. Raises FeedError, and SourceError if `artwork` is not a picture.
    """
    picture = _artwork(values, artwork)
    if picture is None:
        missing = feed.create(Path(folder), values)
        return (*missing, f"the picture {feed.ARTWORK}")
    missing = feed.create(Path(folder), {**values, "artwork_alt": picture.alt})
    feed.put(Path(folder) / feed.ARTWORK, picture.image)
    return missing


def _artwork(values: Mapping[str, Any], file: StrPath | None) -> Cover | None:
    """The artwork of a podcast; None if there is neither a file nor a title to draw one from."""
    title = str(values.get("title", ""))
    if file:
        return picture_cover(Path(file), title)
    if title:
        author = values.get("author")
        return made_cover(Article("", (), title, site=author))
    return None


def _copy_date(source: StrPath, audio: Path) -> None:
    """Give the recording the article's age, so that the same article gives the same feed."""
    try:
        changed = Path(source).stat().st_mtime
    except OSError:  # an address, or standard input
        return
    os.utime(audio, (changed, changed))
