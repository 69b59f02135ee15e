"""The whole page: our template, scripts and styles, and in them the article as text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from narrate.formats.credits import line, titles
from narrate.formats.readalong.document import Document, document
from narrate.formats.readalong.markup.elements import Element, clean, direction
from narrate.formats.readalong.player.about import about_element, length_in_words, metadata, script_json
from narrate.formats.readalong.player.article import article_element
from narrate.formats.readalong.player.html import element, markup
from narrate.formats.readalong.player.timeline import speakers, timeline
from narrate.formats.timestamps import milliseconds, short_clock
from narrate.model import Narration

SCRIPTS = (
    "timeline.js",
    "highlight.js",
    "player.js",
    "telling.js",
    "hearing.js",
    "place.js",
    "controls.js",
    "keys.js",
)
"""In the order in which they need each other."""
SPEEDS = [quarters / 4 for quarters in range(2, 13)]
"""0.5 to 3."""
SOUND = "$sound"


def page(narration: Narration) -> tuple[str, str]:
    """The page before and after the address of its sound."""
    article = narration.script.article
    read = document(narration)
    style = _file("page.css")
    early = _file("early.js")
    scripts = [_file(name) for name in SCRIPTS]
    times = timeline(narration, read)
    duration = milliseconds(narration.length, narration.sample_rate)
    slots = {
        "language": escape(clean(article.language)),
        "direction": direction(article.source) or "ltr",
        "policy": _policy(style, [early, *scripts]),
        "title": escape(clean(line(article.title))),
        "style": style,
        "metadata": metadata(narration),
        "early": early,
        "chapters": markup(_chapters(narration, read)),
        "speakers": _speakers(speakers(times)),
        "overline": f"{length_in_words(narration)} · Read by synthetic voices",
        "article": markup(article_element(article, read)),
        "about": markup(about_element(narration, read)),
        "seconds": str(-(-duration // 1000)),
        "length": short_clock(duration),
        "speeds": "".join(_speed(speed) for speed in SPEEDS),
        "timeline": script_json(times),
        "scripts": "\n".join(f"<script>{script}</script>" for script in scripts),
    }
    # The template is cut first: the article may contain the words "$sound".
    before, after = _file("page.html").split(SOUND)
    return Template(before).substitute(slots), Template(after).substitute(slots)


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, scripts: list[str]) -> str:
    """Content Security Policy 3: only our own scripts and styles, by their hashes, and nothing is loaded."""
    hashes = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; "
        "media-src data: 'self' file:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _chapters(narration: Narration, read: Document) -> Element:
    return element("ol", *_links(narration, read))


def _links(narration: Narration, read: Document) -> Iterator[Element]:
    for chapter, title in zip(read.chapters, titles(narration), strict=True):
        start = short_clock(milliseconds(chapter.start, narration.sample_rate))
        time = element("time", start, datetime=f"PT{chapter.start / narration.sample_rate:.3f}S")
        yield element("li", element("a", title, href=f"#{chapter.id}"), " ", time)


def _speakers(quoted: Mapping[str, int]) -> str:
    """A button for each speaker, to hear that speaker alone; "" if nobody is quoted."""
    if not quoted:
        return ""
    title = element("h2", "Speakers", lang="en", dir="ltr")
    names = element("ul", *map(_speaker, quoted, quoted.values()))
    return markup(element("div", title, names, id="speaker-list"))


def _speaker(name: str, count: int) -> Element:
    heard = "1 quotation" if count == 1 else f"{count} quotations"
    number = element("span", heard, class_="count", lang="en", dir="ltr")
    button = element("button", element("span", name), " ", number, type="button", aria_pressed="false")
    button.set("data-speaker", clean(name))
    return element("li", button)


def _speed(speed: float) -> str:
    selected = " selected" if speed == 1 else ""
    return f'<option value="{speed:g}"{selected}>{speed:g}×</option>'
