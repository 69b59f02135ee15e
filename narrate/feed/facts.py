"""What is known of a recording: from the transcript beside it, or else from its own tags."""

from __future__ import annotations

import json
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

import sentencex

from narrate.errors import FeedError
from narrate.feed.episode import Description, Voice
from narrate.feed.files import clean
from narrate.network.addresses import without_user

Chapters = tuple[tuple[float, str], ...]
"""Start in seconds, and title."""
SUMMARY = 400
"""Characters: what apps show of a description before they cut it."""
LONGEST_SENTENCE = 2 * SUMMARY
"""Characters of a first sentence that is still given whole."""
WINDOW = LONGEST_SENTENCE + SUMMARY
"""Characters in which the sentences of a summary are looked for."""
ARTICLE = ("narration", "quote", "list_item")
"""Roles that are the article's own text."""
STATEMENT = "Read by synthetic voices"
"""How the statement begins that all files made with narrate carry."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a transcript tells that shows which article it is of."""

    published: str = ""
    """ISO 8601."""
    text: str = ""
    """The article's own words, without title and headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Description):
    """What is known of a recording; what is not known is empty."""

    published: str = ""
    """ISO 8601."""
    chapters: Chapters = ()
    cover_alt: str = ""

    @property
    def readers(self) -> str:
        """A sentence for listeners: that the voices are synthetic, and which; empty if unknown."""
        named = ", ".join(f"{voice.engine} {voice.voice}".strip() for voice in self.voices)
        if named:
            return f"{STATEMENT} ({named}), made with narrate."
        sentence = self.statement.removesuffix(".")
        return f"{sentence}." if sentence else ""


def facts_of(audio: Path, transcript: Path | None) -> Facts:
    """What is known of `audio`, `transcript` being the JSON beside it. Raises FeedError."""
    tagged = _from_tags(audio)
    if tagged.seconds <= 0:
        raise FeedError("there is no sound in", audio, "make it again")
    facts = _from_transcript(transcript, tagged) if transcript else tagged
    return replace(facts, link=without_user(facts.link))


def _from_tags(audio: Path) -> Facts:
    """What the audio's own tags say. Raises FeedError if it is not an audio file."""
    tags, chapters, seconds = _read_tags(audio)
    return Facts(
        title=tags["title"] or clean(audio.stem),
        seconds=seconds,
        author=_author(tags["artist"]),
        published=tags["date"],
        site=tags["publisher"],
        link=tags["url"],
        license=tags["license"] or tags["copyright"],
        statement=_statement(tags["comment"] or tags["description"]),
        chapters=chapters,
    )


def _author(artist: str) -> str:
    """Nobody if the artist is the program, as in a recording of an article without a byline."""
    return "" if "synthetic voice" in artist else artist


def _statement(comment: str) -> str:
    """The comment, if it is about synthetic voices."""
    return comment if comment.startswith(STATEMENT) else ""


def _read_tags(audio: Path) -> tuple[defaultdict[str, str], Chapters, float]:
    """Tags by their names in lower case ("" for a missing one), chapters, and the length in seconds."""
    import av

    try:
        with av.open(str(audio)) as container:
            # Ogg keeps its comments with the stream.
            found = {**container.streams.audio[0].metadata, **container.metadata}
            chapters = container.chapters()
            microseconds = container.duration or 0
    except (av.FFmpegError, IndexError) as error:
        raise FeedError("not an audio file", audio, str(error)) from error
    tags: defaultdict[str, str] = defaultdict(str)
    for name, value in found.items():
        tags[name.lower()] = clean(value)
    return tags, tuple(_timed(chapters)), microseconds / av.time_base


def _timed(chapters: Iterable[Mapping[str, Any]]) -> Iterator[tuple[float, str]]:
    """Chapters as libav gives them; one without a time base has no time."""
    for chapter in chapters:
        if chapter["time_base"]:
            start = chapter["start"] * chapter["time_base"]
            title = chapter["metadata"].get("title", "")
            yield float(start), clean(title)


def _from_transcript(path: Path, tagged: Facts) -> Facts:
    """`tagged` with what the transcript knows better. Raises FeedError if it is not one of narrate's."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return replace(tagged, **_transcript_facts(data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = f"{error!r}; write it with -o {path.name}, or move it away"
        raise FeedError("not a transcript of narrate's", path, remedy) from error


def _transcript_facts(data: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of `Facts` from a transcript; what it lacks raises KeyError, TypeError or AttributeError."""
    segments = data["segments"]
    synthetic = data["synthetic"]
    optional = {name: clean(data.get(key, "")) for name, key in _KEYS.items()}
    voices = [Voice(clean(voice["engine"]), clean(voice["engine_voice"])) for voice in synthetic["voices"]]
    chapters = [(chapter["start_ms"] / 1000, clean(chapter["title"])) for chapter in data["chapters"]]
    return {
        "title": clean(data["title"]),
        "language": data["language"],
        **optional,
        "summary": _summary(segments, data["language"]),
        "quoted": _quoted(segments),
        "statement": clean(synthetic["statement"]),
        "voices": tuple(dict.fromkeys(voices)),
        "chapters": tuple(chapters),
    }


def _quoted(segments: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Everybody who is quoted, once, in the order in which they are heard."""
    speakers = [segment["speaker"] for segment in segments if segment["speaker"]]
    return tuple(dict.fromkeys(map(clean, speakers)))


_KEYS = {
    "author": "author", "published": "published", "site": "site", "link": "url",
    "license": "license", "cover_alt": "cover_alt",
}  # fmt: skip


def told_in(transcript: Path) -> Told:
    """What a transcript tells of its article; nothing if it cannot be read."""
    try:
        data = json.loads(transcript.read_text(encoding="utf-8"))
        bodies = [segment["body"] for segment in data["segments"] if _is_text(segment)]
        return Told(clean(data.get("published", "")), clean(" ".join(bodies)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Told()


def _summary(segments: Iterable[Mapping[str, Any]], language: str) -> str:
    """The beginning of the article's text: as many whole sentences as fit.

    A first sentence that is longer than anybody would read is cut between two words, with an ellipsis.
    """
    from_text_on = dropwhile(lambda segment: not _is_text(segment), segments)
    text = takewhile(_is_text, from_text_on)
    whole = clean(" ".join(segment["body"] for segment in text))
    if len(whole) <= SUMMARY:
        return whole
    beginning = _whole_sentences(whole[:WINDOW], language, is_cut=len(whole) > WINDOW)
    if 0 < len(beginning) <= LONGEST_SENTENCE:
        return beginning
    words = textwrap.shorten(whole, SUMMARY, placeholder=" …")
    return words if len(words) > SUMMARY / 2 else f"{whole[:SUMMARY]}…"


def _whole_sentences(text: str, language: str, *, is_cut: bool) -> str:
    """The sentences that fit into a summary, or a longer first one; `is_cut`: the last one may go on."""
    sentences = sentencex.segment(language, text)
    if is_cut:
        sentences.pop()
    kept = ""
    for sentence in sentences:
        longer = kept + sentence
        if kept and len(longer.rstrip()) > SUMMARY:
            break
        kept = longer
    return kept.rstrip()


def _is_text(segment: Mapping[str, Any]) -> bool:
    return segment["role"] in ARTICLE


def is_transcript(path: Path) -> bool:
    """Whether a text is a transcript, and not the article that the recording was made from."""
    text = path.read_text(encoding="utf-8", errors="replace").rstrip()
    return re.search(rf"(^|\n){STATEMENT}", text) is not None
