"""What every format says about a recording: who wrote it, who speaks, and that no person does."""

from __future__ import annotations

import re

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


def titles(narration: Narration) -> list[str]:
    """The chapters' titles as written; one that is empty gets its number."""
    return [line(c.title) or f"Chapter {n}" for n, c in enumerate(narration.chapters, 1)]


def line(text: str) -> str:
    """`text` without line ends and control characters, which no format's fields may hold."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()
