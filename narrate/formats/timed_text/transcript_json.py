"""The whole timeline as JSON, version 1.0.0. Other programs read it: add keys, never change them.

The file can be published as a Podcasting 2.0 transcript (application/json): a segment's `startTime`,
`endTime` and `body` are what that format asks for.

- `version`; `title`, `language` (BCP 47) and, if the article names them, `author`, `published`, `site`
  (who published it), `url` (its address) and `license`.
- `cover_alt`: what the cover shows, if there is one.
- `sample_rate`: Hz, of the master that was timed.
- `duration_ms`: length of the recording.
- `synthetic`: `statement`, for listeners, and `voices`, each with `name`, `engine` and `engine_voice`, in
  the order in which they are heard.
- `people`: whose words are heard, in the order in which they are, each with `name` and, where the article
  shows them, their `gender` (f or m) and `office`.
- `chapters`: each with `title`, `start_ms` and `end_ms`; they tile the recording.
- `segments`: all that is said without a change of voice, in order, each with
  - `index`, from 0; `chapter`: index into `chapters`;
  - `role`: title, heading, narration, quote, caption, credit, notice, list_item, or announcement, which is
    "Photo." and the like: words that are not in the article;
  - `speaker`: who is quoted, or null; `voice`: the name of a voice;
  - `text`, exactly as in the article; `source_start` and `source_end`: where, in characters of the article
    as it was read; null for an announcement;
  - `start_ms` and `end_ms`: when it is heard, without the pause after it;
  - `startTime`, `endTime` (seconds, to the millisecond) and `body`: the same, for podcast players;
  - `words`: each with `text`, `source_start`, `source_end`, `start_ms` and `end_ms`; punctuation between
    words belongs to none;
  - `marks`: if the narration was SSML with marks, each with `name` and `ms`, when it is reached;
  - `description`: if a recording is heard in place of the text, what it is, if its author says so; it is then
    the `body`, in brackets;
  - `words_estimated`: whether the times of the words are estimates, because the engine tells none.

Keys that end in _ms are exact: "round(ms * sample_rate / 1000)" is the sample in the master.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from narrate.formats.credits import notice, titles, voices
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timed_text.annotations import mark_times
from narrate.formats.timed_text.captions import shown
from narrate.formats.timestamps import exact_milliseconds, milliseconds
from narrate.model import Cue, Narration, Speaker, Utterance, Voice, Word

VERSION = "1.0.0"


def transcript_json(narration: Narration) -> str:
    """Write a narration as JSON; the module's docstring says what the keys mean."""
    article = narration.script.article
    rate = narration.sample_rate
    data = {
        "version": VERSION,
        "title": article.title,
        "language": article.language,
        **_stated(narration),
        "sample_rate": rate,
        "duration_ms": exact_milliseconds(narration.length, rate),
        "synthetic": {"statement": notice(narration), "voices": list(map(_voice, voices(narration)))},
        "people": _people(narration),
        "chapters": _chapters(narration),
        "segments": _segments(narration),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _stated(narration: Narration) -> dict[str, str]:
    """What the article says of itself, as far as it does, and what the cover shows."""
    article = narration.script.article
    named = {
        "author": article.byline,
        "published": article.published,
        "site": article.site,
        "url": article.url,
        "license": article.license,
        "cover_alt": narration.cover.alt if narration.cover else None,
    }
    return {key: value for key, value in named.items() if value}


def _voice(voice: Voice) -> dict[str, str]:
    return {"name": voice.name, "engine": voice.engine, "engine_voice": voice.engine_voice}


def _people(narration: Narration) -> list[dict[str, str]]:
    """Everybody who is quoted, once, in the order in which they are heard."""
    people: dict[str, Speaker] = {}
    for utterance in narration.script.utterances:
        if utterance.speaker:
            people[utterance.speaker.name] = utterance.speaker
    return [_person(speaker) for speaker in people.values()]


def _person(speaker: Speaker) -> dict[str, str]:
    known = {"name": speaker.name, "gender": speaker.gender, "office": speaker.title}
    return {key: value for key, value in known.items() if value}


def _chapters(narration: Narration) -> list[dict[str, Any]]:
    chapters = []
    for title, chapter in zip(titles(narration), narration.chapters, strict=True):
        span = _span(chapter.start, chapter.end, narration.sample_rate)
        chapters.append({"title": title, **span})
    return chapters


def _segments(narration: Narration) -> list[dict[str, Any]]:
    utterances = narration.script.utterances
    return [_segment(utterances[cue.utterance], cue, narration.sample_rate) for cue in narration.cues]


def _segment(utterance: Utterance, cue: Cue, rate: int) -> dict[str, Any]:
    speaker = utterance.speaker.name if utterance.speaker else None
    description = {"description": cue.description} if cue.description else {}
    body = shown(utterance, cue).text
    return {
        "index": utterance.index,
        "chapter": utterance.chapter,
        "role": utterance.role,
        "speaker": speaker,
        "voice": utterance.voice.name,
        "text": utterance.text,
        "source_start": utterance.start,
        "source_end": utterance.end,
        **_span(cue.start, cue.end, rate),
        "startTime": milliseconds(cue.start, rate) / 1000,
        "endTime": milliseconds(cue.end, rate) / 1000,
        "body": " ".join(body.split()),
        **description,
        "words": [_word(word, utterance, rate) for word in cue.words],
        "words_estimated": cue.estimated,
        **_marks(utterance, cue, rate),
    }


def _marks(utterance: Utterance, cue: Cue, rate: int) -> dict[str, Any]:
    """Nothing for an utterance without marks, which only SSML has."""
    marks = []
    for name, sample in mark_times(utterance, cue):
        marks.append({"name": name, "ms": exact_milliseconds(sample, rate)})
    return {"marks": marks} if marks else {}


def _word(word: Word, utterance: Utterance, rate: int) -> dict[str, Any]:
    base = utterance.start
    return {
        "text": utterance.text[word.text_start : word.text_end],
        "source_start": None if base is None else base + word.text_start,
        "source_end": None if base is None else base + word.text_end,
        **_span(word.start, word.end, rate),
    }


def _span(start: int, end: int, rate: int) -> dict[str, float]:
    return {"start_ms": exact_milliseconds(start, rate), "end_ms": exact_milliseconds(end, rate)}


TranscriptJsonWriter = partial(RenderedWriter, transcript_json)
