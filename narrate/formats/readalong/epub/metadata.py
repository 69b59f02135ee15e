"""Metadata for catalogues and readers: origin, voices, durations, and how the book can be read.

It claims no conformance with WCAG: that takes an evaluation by somebody (EPUB Accessibility 1.1, section 4),
and nobody has checked the descriptions of the pictures or the languages in the text. The access modes and
features (section 2.2) follow from the contents of the book.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as calendar_date
from uuid import UUID

from narrate.formats.credits import date, line
from narrate.formats.readalong.document import Document
from narrate.formats.readalong.epub.package import OPF
from narrate.formats.readalong.epub.xhtml import language_tag
from narrate.formats.readalong.epub.xml import DC, node
from narrate.formats.readalong.markup.elements import Element
from narrate.formats.timestamps import clock
from narrate.model import Narration

ACTIVE = "-epub-media-overlay-active"
PLAYING = "-epub-media-overlay-playing"
"""Classes that a reader gives to what is heard, and to the page while it plays; book.css uses the first."""
UNDATED = "1980-01-01"
"""The date of modification if the article has no date: the time of day never goes into a file."""
FEATURES = (
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
SYNCHRONISED = "synchronizedAudioText"
HEARD = "Every sentence that is read aloud is highlighted while it is heard, by more than colour."
MOVE = "All chapters are in the contents; figures, lists and notes can be left where the reader offers it."
SEEN = "Pictures have the descriptions that the article gives them; one without any is decorative."
UNCHECKED = "Nobody has evaluated the book against WCAG."


@dataclass(frozen=True, slots=True)
class About:
    """What the metadata are made from."""

    narration: Narration
    document: Document
    identity: UUID
    direction: str
    """Of the article's text: "ltr" or "rtl"."""
    durations: Mapping[str, int]
    """ms, by the name of the overlay."""
    pictures: bool
    """Whether pictures of the article are in the book."""


def metadata_element(about: About) -> Element:
    """The `metadata` of the package document."""
    article = about.narration.script.article
    language = language_tag(article.language)
    made = node(OPF, "metadata", node(DC, "identifier", about.identity.urn, id="id"))
    made.append(node(DC, "language", language))
    made.append(node(DC, "title", line(article.title), xml_lang=language, dir=about.direction))
    for name, value in _origin(about.narration):
        made.append(node(DC, name, value))
    described = [*_times(about), *_access(about)]
    for name, value in described:
        made.append(node(OPF, "meta", value, property=name))
    for name, length in about.durations.items():
        made.append(node(OPF, "meta", clock(length), property="media:duration", refines=f"#{name}"))
    return made


def day(narration: Narration) -> str:
    """When the article was published, "2019-05-04" or "2019"; "" if that is unknown, or no real date."""
    found = date(narration)
    try:
        calendar_date.fromisoformat(_first_day(found))
    except ValueError:
        return ""
    return found


def _first_day(found: str) -> str:
    """A date as a day: of a year, its first one."""
    return found if len(found) > 4 else f"{found}-01-01"


def _origin(narration: Narration) -> Iterator[tuple[str, str]]:
    """What is known of the origin, on one line each, in Dublin Core's terms."""
    article = narration.script.article
    known = {
        "creator": article.byline,
        "publisher": article.site,
        "date": day(narration),
        "source": article.url,
        "rights": article.license,
    }
    for name, value in known.items():
        written = line(value)
        if written:
            yield name, written


def _times(about: About) -> Iterator[tuple[str, str]]:
    published = day(about.narration) or UNDATED
    yield "dcterms:modified", f"{_first_day(published)}T00:00:00Z"
    if not about.durations:
        return
    length = sum(about.durations.values())
    yield "media:duration", clock(length)
    yield "media:active-class", ACTIVE
    yield "media:playback-active-class", PLAYING
    for name in _voices(about.narration):
        yield "media:narrator", name


def _voices(narration: Narration) -> Iterator[str]:
    """Who reads, named as a synthetic voice; voices made from the same engine voice count as one."""
    voices = {(u.voice.engine_voice, u.voice.engine): None for u in narration.script.utterances}
    for name, engine in voices:
        yield line(f"{name} (synthetic voice of {engine}, made with narrate)")


def _access(about: About) -> Iterator[tuple[str, str]]:
    """How the book can be read, in schema.org's accessibility vocabulary."""
    yield "schema:accessMode", "textual"
    if about.durations:
        yield "schema:accessMode", "auditory"
    if about.pictures:
        yield "schema:accessMode", "visual"
    yield "schema:accessModeSufficient", "textual"
    if _all_is_heard(about):
        yield "schema:accessModeSufficient", "auditory"
    for feature in sorted(_features(about)):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    yield "schema:accessibilitySummary", _summary(about)


def _summary(about: About) -> str:
    """How the book can be read, in words for people."""
    sentences = []
    if about.durations:
        sentences.append(HEARD)
    sentences.append(MOVE)
    if about.pictures:
        sentences.append(SEEN)
    sentences.append(UNCHECKED)
    return " ".join(sentences)


def _features(about: About) -> list[str]:
    features = list(FEATURES)
    if about.pictures or about.narration.cover is not None:
        features.append("alternativeText")
    if about.durations:
        features.append(SYNCHRONISED)
    return features


def _all_is_heard(about: About) -> bool:
    """Whether the sound has everything: no passage is silent, and there is no picture."""
    passages = list(about.document.passages())
    if not passages:
        return False
    return all(passage.sentences and not passage.images for passage in passages)
