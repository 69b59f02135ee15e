"""What every format says about a recording: author, source, synthetic voices, and chapters."""

from __future__ import annotations

import re

from narrate.formats.languages import iso_639_2
from narrate.model import Narration, Voice

NOBODY = "narrate (synthetic voice)"
"""The artist of an article without a byline."""


def artist(narration: Narration) -> str:
    """The article's authors as its byline has them, or the program."""
    return line(narration.script.article.byline) or NOBODY


def notice(narration: Narration) -> str:
    """A sentence that says that the voices are synthetic, and which they are."""
    named = [f"{voice.name} ({voice.engine}: {voice.engine_voice})" for voice in voices(narration)]
    return line("Read by synthetic voices, made with narrate: " + ", ".join(named))


def voices(narration: Narration) -> list[Voice]:
    """Each voice once, in the order in which they are heard."""
    found: dict[str, Voice] = {}
    for utterance in narration.script.utterances:
        found[utterance.voice.name] = utterance.voice
    return list(found.values())


def source(narration: Narration) -> str:
    """Publisher and address of the article, as far as they are known; else ""."""
    article = narration.script.article
    known = (line(article.site), line(article.url))
    return ", ".join(filter(None, known))


def date(narration: Narration) -> str:
    """The day (YYYY-MM-DD) or the year of publication, as the article states it; "" if it does not."""
    match = re.match(r"\d{4}(?:-\d\d-\d\d)?", narration.script.article.published or "")
    return match.group() if match else ""


def titles(narration: Narration) -> list[str]:
    """The chapters' titles as written, on one line; "Chapter 3" for the third if its title is empty."""
    written = [line(chapter.title) for chapter in narration.chapters]
    return [title or f"Chapter {number}" for number, title in enumerate(written, 1)]


def tags(narration: Narration) -> dict[str, str]:
    """What is known of the article, and the notice, under libav's names.


    libav translates them for each format. It knows no "license" and no "url": only formats that take any name
    have those.
    """
    article = narration.script.article
    known = {
        "title": line(article.title),
        "artist": artist(narration),
        "date": date(narration),
        "language": iso_639_2(article.language),
        "publisher": line(article.site),
        "url": line(article.url),
        "license": line(article.license),
        "comment": notice(narration),
    }
    return {name: value for name, value in known.items() if value}


def line(text: str | None) -> str:
    """`text` without line ends and control characters, which no field may hold; "" for None.

    Half of a surrogate pair becomes "?".
    """
    whole = (text or "").encode("utf-8", "replace").decode()
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", whole).strip()
