"""What is known of a recording: from the transcript beside it, or else from its own tags."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from narrate.errors import FeedError
from narrate.feed.episode import Voice
from narrate.feed.files import clean

SUMMARY = 400
"""Characters: what apps show of a description before they cut it."""
ARTICLE = ("narration", "quote", "list_item")
"""Roles that are the article's text, and not its furniture."""
STATEMENT = "Read by synthetic voices"
"""How the statement begins that all our files carry."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known; what is not known is empty."""

    title: str
    seconds: float
    """Length of the audio."""
    language: str = ""
    author: str = ""
    published: str = ""
    """ISO 8601."""
    site: str = ""
    link: str = ""
    license: str = ""
    summary: str = ""
    quoted: tuple[str, ...] = ()
    statement: str = ""
    voices: tuple[Voice, ...] = ()
    chapters: tuple[tuple[float, str], ...] = ()
    """Start in seconds, and title."""
    cover_alt: str = ""

    @property
    def readers(self) -> str:
        """A sentence for listeners: that the voices are synthetic, and which; empty where that is unknown."""
        named = ", ".join(f"{voice.engine} {voice.voice}".strip() for voice in self.voices)
        short = f"{STATEMENT} ({named}), made with narrate." if named else self.statement
        return short if not short or short.endswith(".") else f"{short}."


def facts_of(audio: Path, transcript: Path | None) -> Facts:
    """What is known of `audio`, `transcript` being the JSON beside it. Raises FeedError."""
    tagged = _from_tags(audio)
    if tagged.seconds <= 0:
        raise FeedError("nothing is to be heard in", audio, "make it again")
    return _from_transcript(transcript, tagged) if transcript else tagged


def _from_tags(audio: Path) -> Facts:
    import av

    try:
        with av.open(str(audio)) as container:
            # Ogg keeps its comments with the stream.
            tags = {**container.streams.audio[0].metadata, **container.metadata}
            found = {name.lower(): clean(value) for name, value in tags.items()}
            chapters = tuple(
                (float(c["start"] * c["time_base"]), clean(c["metadata"].get("title", "")))
                for c in container.chapters()
                if c["time_base"]
            )
            seconds = (container.duration or 0) / av.time_base
    except (av.FFmpegError, IndexError) as error:
        raise FeedError("not an audio file", audio, str(error)) from error
    said = found.get("comment") or found.get("description") or ""
    return Facts(
        title=found.get("title") or audio.stem,
        seconds=seconds,
        author=found.get("artist", "") if "synthetic voice" not in found.get("artist", "") else "",
        published=found.get("date", ""),
        site=found.get("publisher", ""),
        link=found.get("url", ""),
        license=found.get("license") or found.get("copyright", ""),
        statement=said if said.startswith(STATEMENT) else "",
        chapters=chapters,
    )


def _from_transcript(path: Path, tagged: Facts) -> Facts:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        named: dict[str, Any] = {name: clean(data.get(key, "")) for name, key in _KEYS.items()}
        voices = {(v["engine"], v["engine_voice"]): None for v in data["synthetic"]["voices"]}
        facts = replace(
            tagged,
            title=clean(data["title"]),
            language=data["language"],
            **named,
            summary=_summary(data["segments"]),
            quoted=tuple(dict.fromkeys(clean(s["speaker"]) for s in data["segments"] if s["speaker"])),
            statement=clean(data["synthetic"]["statement"]),
            voices=tuple(Voice(clean(engine), clean(voice)) for engine, voice in voices),
            chapters=tuple((c["start_ms"] / 1000, clean(c["title"])) for c in data["chapters"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = f"{error!r}; write it with -o {path.name}, or move it away"
        raise FeedError("not a transcript of narrate's", path, remedy) from error
    return facts


_KEYS = {
    "author": "author", "published": "published", "site": "site", "link": "url",
    "license": "license", "cover_alt": "cover_alt",
}  # fmt: skip


def _summary(segments: Iterable[Mapping[str, Any]]) -> str:
    """The beginning of the article's text, whole words, with an ellipsis where it goes on."""
    text = ""
    for segment in segments:
        if segment["role"] in ARTICLE:
            text = f"{text} {segment['body']}"
        elif text:
            break
    return textwrap.shorten(clean(text), SUMMARY, placeholder=" …")


def is_transcript(path: Path) -> bool:
    """Whether a text is a transcript, and not the article that lies beside its recording."""
    text = path.read_text(encoding="utf-8", errors="replace").rstrip()
    return re.search(rf"(^|\n){STATEMENT}", text) is not None
