"""Podcasting 2.0 JSON chapters, version 1.2.0; their media type is application/json+chapters."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from narrate.formats.credits import line, titles
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timestamps import milliseconds
from narrate.model import Narration

WEB = ("https://", "http://")
"""What an app can open; a picture beside a saved page is on this machine alone."""


def chapters_json(narration: Narration) -> str:
    """`version`, `title`, `author` if there is one, and `chapters` with `startTime` in seconds.

    A chapter has the article's address as `url` and its first picture on the web as `img`, if there
    are any. Starts are whole milliseconds and the same as in the audio files, since some players merge the
    two only if they agree.
    """
    article = narration.script.article
    author = line(article.byline)
    data: dict[str, Any] = {"version": "1.2.0", "title": line(article.title)}
    if author:
        data["author"] = author
    data["chapters"] = list(_chapters(narration))
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _chapters(narration: Narration) -> Iterator[dict[str, Any]]:
    pictures = _pictures(narration)
    link = _known("url", narration.script.article.url)
    for number, (chapter, title) in enumerate(zip(narration.chapters, titles(narration), strict=True)):
        start = milliseconds(chapter.start, narration.sample_rate)
        picture = _known("img", pictures.get(number))
        yield {"startTime": start / 1000, "title": title, **picture, **link}


def _known(key: str, address: str | None) -> dict[str, str]:
    """An entry for an address that an app can open."""
    return {key: address} if address and _on_the_web(address) else {}


def _pictures(narration: Narration) -> dict[int, str]:
    """The address of the first picture of each chapter that has one on the web, by its number from 0."""
    utterances = narration.script.utterances
    heard = [(each.start, each.chapter) for each in utterances if each.start is not None]
    found: dict[int, str] = {}
    for image in narration.script.article.images:
        if _on_the_web(image.address):
            chapter = _chapter_at(image.offset, heard)
            found.setdefault(chapter, image.address)
    return found


def _chapter_at(offset: int, heard: Sequence[tuple[int, int]]) -> int:
    """The chapter of the last utterance that begins at or before an offset; of the first one if none does.

    `heard`: the offset and the chapter of every utterance, in order.
    """
    if not heard:
        return 0
    count = bisect_right(heard, offset, key=itemgetter(0))
    _, chapter = heard[max(count - 1, 0)]
    return chapter


def _on_the_web(address: str) -> bool:
    return address.startswith(WEB)


ChaptersJsonWriter = partial(RenderedWriter, chapters_json)
