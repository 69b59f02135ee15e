"""Markdown → a source: CommonMark 0.31 with tables, footnotes, task lists and front matter.

Code blocks, raw scripts and footnotes are kept and not spoken; links are their text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from narrate.errors import SourceError
from narrate.languages import tag_of
from narrate.model import Source, Stated
from narrate.reading.authors import joined
from narrate.reading.decoding import decode
from narrate.reading.document import Document

__all__ = ["is_markdown", "read_markdown"]

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_TYPES = ("text/markdown", "text/x-markdown")
_MOST_NESTING = 40
"""Levels of lists and quotations; markdown-it's own limit is 20 for its "commonmark" rules."""
_MOST_OPEN = 2_000
"""Brackets that are never closed: markdown-it's time grows with their square, to 0.2 s for as many."""


def is_markdown(document: Document) -> bool:
    """Whether this is Markdown: by its type or its name, for its content says nothing for sure."""
    return document.media_type in _TYPES or (
        document.media_type in (None, "", "text/plain", "application/octet-stream")
        and document.name.lower().partition("?")[0].endswith(_NAMES)
    )


def read_markdown(document: Document) -> Source:
    """Read a Markdown text. Raises SourceError where nothing is in it.

    What is nested too deep, or open too often, to be meant is read as the plain text that it is, too.
    """
    from narrate.reading.html import read_whole
    from narrate.reading.html.parsing import parse_text

    text = decode(document.data, document.name, document.charset)
    rendered = _rendered(text)
    if rendered is None:
        return Source(text, document.name, stated=Stated(url=document.url))
    markup, matter = rendered
    if not markup.strip():
        raise SourceError("there is no text in it", document.name, "give an article as plain text")
    return read_whole(parse_text(markup, document.name), _stated(matter, document.url), document)


def _rendered(text: str) -> tuple[str, Mapping[str, Any]] | None:
    """The text as HTML, and its front matter; None for a trap."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    if text.count("[") - text.count("]") > _MOST_OPEN:
        return None
    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin).use(tasklists_plugin)
    tokens = parser.parse(text)
    if any(token.level >= _MOST_NESTING - 2 for token in tokens):  # a list is two levels
        return None  # what lies deeper is not among the tokens
    matter = next((token.content for token in tokens[:1] if token.type == "front_matter"), "")
    return str(parser.renderer.render(tokens, parser.options, {})), _front_matter(matter)


def _front_matter(text: str) -> Mapping[str, Any]:
    """What stands in YAML between the lines of dashes; nothing where it is broken."""
    import yaml

    try:
        matter = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key).lower(): value for key, value in matter.items()} if isinstance(matter, dict) else {}


def _stated(matter: Mapping[str, Any], url: str | None) -> Stated:
    """The keys that Jekyll, Hugo, Pandoc and web clippers write."""
    return Stated(
        title=_line(matter.get("title")),
        authors=joined(_names(matter.get("author") or matter.get("authors"))),
        published=_day(matter.get("date") or matter.get("published")),
        language=tag_of(_line(matter.get("lang") or matter.get("language"))),
        description=_line(matter.get("description")),
        site=_line(matter.get("site") or matter.get("publisher")),
        url=_address(matter.get("url") or matter.get("source") or matter.get("canonical_url")) or url,
        license=_line(matter.get("license")),
    )


def _line(value: Any) -> str | None:
    """A value on one line; None for lists and mappings."""
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float | date) else None


def _names(value: Any) -> list[str]:
    """One author, or several, each a name or a mapping that has one (Pandoc)."""
    values = value if isinstance(value, list) else [value]
    named = (item.get("name") if isinstance(item, dict) else item for item in values)
    return [name for item in named if (name := _line(item))]


def _day(value: Any) -> str | None:
    """ISO 8601; YAML makes dates of what looks like one."""
    from narrate.english.dates import find_date

    return value.isoformat()[:10] if isinstance(value, date) else find_date(_line(value) or "")


def _address(value: Any) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None
