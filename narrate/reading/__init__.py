"""Reading: bytes, files, web addresses and standard input → Source.

`source` fetches a `document` (with `web`), `decoding` makes text of its bytes; `text`, `html`, `markdown`,
`epub` and `subtitles` load a source from it.
"""

from __future__ import annotations

from dataclasses import fields, replace

from narrate.characters import whole
from narrate.model import Source, Stated
from narrate.reading.document import Document
from narrate.reading.epub import is_epub, read_book
from narrate.reading.html import is_html, read_page
from narrate.reading.markdown import is_markdown, read_markdown
from narrate.reading.source import fetch
from narrate.reading.subtitles import is_subtitles, read_subtitles
from narrate.reading.text import read_text

__all__ = ["Document", "fetch", "load"]


def load(document: Document) -> Source:
    """Read a book, subtitles, a web page, Markdown (by its name), or text in any usual encoding.

    Raises SourceError.
    """
    return _in_whole_characters(_loaded(document))


def _loaded(document: Document) -> Source:
    if is_epub(document):
        return read_book(document)
    if is_subtitles(document):
        return read_subtitles(document)
    if is_markdown(document):
        return read_markdown(document)
    if is_html(document):
        return read_page(document)
    return read_text(document)


def _in_whole_characters(source: Source) -> Source:
    """What the source states, without halves of characters, which JSON and YAML let in ("\\ud800")."""
    stated = source.stated
    changed = {}
    for field in fields(stated):
        value = getattr(stated, field.name)
        if value is not None and whole(value) != value:
            changed[field.name] = whole(value)
    if changed:
        stated = replace(stated, **changed)
    text = whole(source.text)
    return source if text == source.text and not changed else _replaced(source, text, stated)


def _replaced(source: Source, text: str, stated: Stated) -> Source:
    """The source with other characters in it, in the same places."""
    stretches = source.stretches
    if stretches is not None:
        stretches = tuple(replace(each, text=whole(each.text)) for each in stretches)
    images = tuple(replace(each, alt=whole(each.alt)) for each in source.images)
    return replace(source, text=text, stretches=stretches, images=images, stated=stated)
