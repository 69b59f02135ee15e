"""Podcasting 2.0 JSON chapters, version 1.2.0; their media type is application/json+chapters."""

from __future__ import annotations

import json
from functools import partial

from narrate.formats.credits import line, titles
from narrate.formats.text_writer import TextWriter
from narrate.formats.timestamps import milliseconds
from narrate.model import Narration


def chapters_json(narration: Narration) -> str:
    """`version`, `title`, `author` where the article names one, and `chapters` with `startTime` in seconds.

    Starts are whole milliseconds and the same as in the audio files, since some players merge the two only
    where they agree.
    """
    article = narration.script.article
    author = line(article.byline or "")
    starts = (milliseconds(chapter.start, narration.sample_rate) for chapter in narration.chapters)
    data = {
        "version": "1.2.0",
        "title": line(article.title),
        **({"author": author} if author else {}),
        "chapters": [
            {"startTime": start / 1000, "title": title}
            for start, title in zip(starts, titles(narration), strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


ChaptersJsonWriter = partial(TextWriter, chapters_json)
