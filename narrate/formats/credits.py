"""What every format says about a recording: who wrote it, who speaks, that no person does, and its parts."""

from __future__ import annotations

import re

from narrate.formats.languages import iso_639_2
from narrate.model import Narration, Voice

NOBODY = "narrate (synthetic voice)"
"""The artist of an article that names no author."""


def artist(narration: Narration) -> str:
    """The article's authors as it names them, or the program."""
    return line(narration.script.article.byline or "") or NOBODY


def notice(narration: Narration) -> str:
    """That the voices are synthetic, and which they are, in the order in which they are heard."""
    voices: dict[str, Voice] = {u.voice.name: u.voice for u in narration.script.utterances}
    named = (f"{v.name} ({v.engine}: {v.engine_voice})" for v in voices.values())
    return line("Read by synthetic voices, made with narrate: " + ", ".join(named))


def source(narration: Narration) -> str:
    """Who published the article, and where it stands; "" where neither is known."""
    article = narration.script.article
    return ", ".join(filter(None, map(line, (article.site or "", article.url or ""))))


def date(narration: Narration) -> str:
    """The day (YYYY-MM-DD) or the year on which the article says that it was published; "" for none."""
    match = re.match(r"\d{4}(?:-\d\d-\d\d)?", narration.script.article.published or "")
    return match.group() if match else ""


def titles(narration: Narration) -> list[str]:
    """The chapters' titles as written; one that is empty gets its number."""
    return [line(c.title) or f"Chapter {n}" for n, c in enumerate(narration.chapters, 1)]


def tags(narration: Narration) -> dict[str, str]:
    """What is known of the article, and the notice, under libav's names, which it translates for each format.

    "license" and "url" have none there; only formats that take any name have them.
    """
    article = narration.script.article
    known = {
        "title": line(article.title),
        "artist": artist(narration),
        "date": date(narration),
        "language": iso_639_2(article.language),
        "publisher": line(article.site or ""),
        "url": line(article.url or ""),
        "license": line(article.license or ""),
        "comment": notice(narration),
    }
    return {name: value for name, value in known.items() if value}


def line(text: str) -> str:
    """`text` without line ends, control characters and halves of characters, which no field may hold."""
    whole = text.encode("utf-8", "replace").decode()
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", whole).strip()
