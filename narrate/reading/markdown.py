"""Markdown → a source: CommonMark 0.31 with tables, footnotes, task lists and front matter.

Code blocks, raw scripts and footnotes are kept and not spoken; links are their text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from narrate.errors import SourceError
from narrate.languages import tag_of
from narrate.model import Source, Stated
from narrate.network.addresses import public, without_user
from narrate.reading.authors import joined
from narrate.reading.decoding import decode
from narrate.reading.document import Document

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["is_markdown", "read_markdown"]

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_TYPES = ("text/markdown", "text/x-markdown")
_UNKNOWN_TYPES = (None, "", "text/plain", "application/octet-stream")
"""What servers say of files that they do not know."""
_MOST_NESTING = 40
"""Levels of lists and quotations; markdown-it's own limit is 20 for its "commonmark" rules."""
_BOX = re.compile(r"^\[[ xX]\](?:\s+|$)")
_MOST_OPEN = 2_000
"""Brackets that are never closed: markdown-it's time grows with their square, to 0.2 s for as many."""


def is_markdown(document: Document) -> bool:
    """Whether this is Markdown: by its type or its name, for its content says nothing for sure."""
    if document.media_type in _TYPES:
        return True
    name, _, _ = document.name.lower().partition("?")
    return document.media_type in _UNKNOWN_TYPES and name.endswith(_NAMES)


def read_markdown(document: Document) -> Source:
    """Read a Markdown text. Raises SourceError where nothing is in it.

    What is nested too deep, or open too often, to be meant is read as the plain text that it is, too.
    """
    from narrate.reading.html import read_whole
    from narrate.reading.html.parsing import parse_text

    text = decode(document.data, document.name, document.charset)
    rendered = _rendered(text)
    if rendered is None:
        return Source(text, document.name, stated=Stated(url=public(document.url)))
    markup, matter = rendered
    if not markup.strip():
        raise SourceError("there is no text in it", document.name, "give an article as plain text")
    return read_whole(parse_text(markup, document.name), _stated(matter, document.url), document)


def _rendered(text: str) -> tuple[str, Mapping[str, Any]] | None:
    """The text as HTML, and its front matter; None for a trap."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    from narrate.reading.front_matter import front_matter

    if text.count("[") - text.count("]") > _MOST_OPEN:
        return None
    parser = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    tokens = parser.parse(text)
    _take_out_boxes(tokens)
    deepest = max((token.level for token in tokens), default=0)
    if deepest >= _MOST_NESTING - 2:  # a list is two levels
        return None  # what lies deeper is not among the tokens
    matter = ""
    if tokens and tokens[0].type == "front_matter":
        matter = tokens[0].content
    markup = str(parser.renderer.render(tokens, parser.options, {}))
    return markup, front_matter(matter)


def _take_out_boxes(tokens: Sequence[Token]) -> None:
    """Take the "[ ]" out of the items of task lists (GitHub Flavored Markdown, 5.3).

    The plugin that knows them looks for the list of each item from the item back, in time that grows with the
    square of the list's length.
    """
    for item, paragraph, text in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open" or not text.children:
            continue
        first = text.children[0]
        if first.type == "text":
            first.content = _BOX.sub("", first.content, count=1)


def _stated(matter: Mapping[str, Any], url: str | None) -> Stated:
    """The keys that Jekyll, Hugo, Pandoc and web clippers write."""
    authors = _names(_first(matter, "author", "authors"))
    address = _address(_first(matter, "url", "source", "canonical_url"))
    return Stated(
        title=_line(matter.get("title")),
        authors=joined(authors),
        published=_moment(_first(matter, "date", "published")),
        language=tag_of(_line(_first(matter, "lang", "language"))),
        description=_line(matter.get("description")),
        site=_line(_first(matter, "site", "publisher")),
        url=without_user(address) if address else public(url),
        license=_line(matter.get("license")),
    )


def _first(matter: Mapping[str, Any], *keys: str) -> Any:
    """The value of the first of these keys that has one."""
    value = None
    for key in keys:
        value = matter.get(key)
        if value:
            break
    return value


def _line(value: Any) -> str | None:
    """A value on one line; None for lists and mappings."""
    if not isinstance(value, str | int | float | date):
        return None
    return " ".join(str(value).split()) or None


def _names(value: Any) -> list[str]:
    """One author, or several, each a name or a mapping that has one (Pandoc)."""
    names = []
    for item in value if isinstance(value, list) else [value]:
        name = _line(item.get("name") if isinstance(item, dict) else item)
        if name:
            names.append(name)
    return names


def _moment(value: Any) -> str | None:
    """ISO 8601, with the time where one is stated; YAML makes dates of what looks like one."""
    from narrate.english.dates import find_moment

    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return find_moment(_line(value) or "")


def _address(value: Any) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None
