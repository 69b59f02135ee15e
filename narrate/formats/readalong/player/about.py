"""Where the recording comes from, for readers, and as JSON-LD (schema.org) for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from narrate.formats.credits import date, line, notice, voices
from narrate.formats.readalong.document import Document
from narrate.formats.readalong.markup.elements import Child, Element, web_address
from narrate.formats.readalong.player.html import element
from narrate.formats.timestamps import milliseconds
from narrate.model import Article, Narration, Voice

SYNTHETIC = "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC's name for what a trained model has made, which schema.org and C2PA use."""


def length_in_words(narration: Narration) -> str:
    """ "Less than a minute", "1 minute", "12 minutes"."""
    minutes = round(milliseconds(narration.length, narration.sample_rate) / 60_000)
    if minutes == 0:
        return "Less than a minute"
    if minutes == 1:
        return "1 minute"
    return f"{minutes} minutes"


def about_element(narration: Narration, document: Document) -> Element:
    """Author, source, date, licence and voices, if they are known, and what is not read aloud."""
    made = element("div", element("h2", "About this recording"))
    facts = element("dl")
    for name, value in _facts(narration):
        facts.append(element("dt", name))
        facts.append(element("dd", value))
    made.append(facts)
    if document.unread:
        made.append(_unread(narration.script.article, document))
    return made


def metadata(narration: Narration) -> str:
    """JSON-LD: the article, and its recording by synthetic voices, each with engine and name."""
    article = narration.script.article
    known = {
        "author": _named("Person", article.byline),
        "publisher": _named("Organization", article.site),
        "datePublished": date(narration),
        "url": web_address(article.url),
        "license": line(article.license),
    }
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": line(article.title),
        "inLanguage": article.language,
        **{name: value for name, value in known.items() if value},
        "audio": _audio(narration),
    }
    return script_json(data)


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    """A person or an organisation; None if it has no name."""
    if not name:
        return None
    return {"@type": kind, "name": line(name)}


def script_json(data: dict[str, Any]) -> str:
    """JSON that is safe in a `script` element, whatever its strings contain (HTML, 4.12.1.3)."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


def _audio(narration: Narration) -> dict[str, Any]:
    length = milliseconds(narration.length, narration.sample_rate) / 1000
    return {
        "@type": "AudioObject",
        "encodingFormat": "audio/mpeg",
        "duration": f"PT{length:.3f}S",
        "description": notice(narration),
        "digitalSourceType": SYNTHETIC,
        "creator": {"@type": "SoftwareApplication", "name": "narrate"},
        "additionalProperty": [_voice(voice) for voice in voices(narration)],
    }


def _voice(voice: Voice) -> dict[str, str]:
    value = f"{voice.engine}: {voice.engine_voice}"
    return {"@type": "PropertyValue", "name": f"voice {voice.name}", "value": line(value)}


def _facts(narration: Narration) -> Iterator[tuple[str, Child]]:
    """Terms and what they stand for, without those that are not known."""
    article = narration.script.article
    known: dict[str, Child | None] = {
        "Author": article.byline,
        "Source": _linked(article.site or article.url, article.url),
        "Published": _time(date(narration)),
        "Licence": _linked(article.license, article.license),
        "Voices": f"{notice(narration)}.",
    }
    for term, value in known.items():
        # Not by truth: an element without children counts as false.
        if value is not None and value != "":
            yield term, value


def _linked(words: str | None, address: str | None) -> Child | None:
    """The words, as a link if the address is one on the web; None if there are no words."""
    found = web_address(address)
    if not words or not found:
        return words
    return element("a", words, href=found, rel="noreferrer")


def _time(day: str) -> Child | None:
    """A date, or None for an empty one."""
    if not day:
        return None
    return element("time", day, datetime=day)


def _unread(article: Article, document: Document) -> Element:
    items = element("dl", class_="unread")
    for block in document.unread:
        items.append(element("dt", block.reason or ""))
        items.append(element("dd", block.text, lang=article.language, dir="auto"))
    return element("details", element("summary", "Not read aloud"), items)
