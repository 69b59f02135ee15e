"""Podcasting 2.0 JSON chapters, version 1.2.0; their media type is application/json+chapters."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import partial
from operator import itemgetter

from narrate.formats.credits import line, titles
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timestamps import milliseconds
from narrate.model import Narration

WEB = ("https://", "http://")
"""What an app can open; a picture that lies beside a saved page cannot be seen from elsewhere."""


def chapters_json(narration: Narration) -> str:
    """`version`, `title`, what is known of author and address, and `chapters` with `startTime` in seconds.

    A chapter has the article's address as `url` and its first picture on the web as `img`, where there are
    any. Starts are whole milliseconds and the same as in the audio files, since some players merge the two
    only where they agree.
    """
    article = narration.script.article
    author = line(article.byline or "")
    link = {"url": article.url} if _on_the_web(article.url) else {}
    pictures = _pictures(narration)
    starts = (milliseconds(chapter.start, narration.sample_rate) for chapter in narration.chapters)
    data = {
        "version": "1.2.0",
        "title": line(article.title),
        **({"author": author} if author else {}),
        "chapters": [
            {"startTime": start / 1000, "title": title, **pictures.get(number, {}), **link}
            for number, (start, title) in enumerate(zip(starts, titles(narration), strict=True))
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _pictures(narration: Narration) -> dict[int, dict[str, str]]:
    """The first picture of each chapter that has one on the web, by the chapter's number from 0."""
    heard = [(u.start, u.chapter) for u in narration.script.utterances if u.start is not None]
    found: dict[int, dict[str, str]] = {}
    for image in narration.script.article.images:
        if _on_the_web(image.address):
            before = bisect_right(heard, image.offset, key=itemgetter(0))
            chapter = heard[max(before - 1, 0)][1] if heard else 0
            found.setdefault(chapter, {"img": image.address})
    return found


def _on_the_web(address: str | None) -> bool:
    return bool(address and address.startswith(WEB))


ChaptersJsonWriter = partial(RenderedWriter, chapters_json)
