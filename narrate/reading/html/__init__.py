"""Web pages → a source: a plain text, and what the markup says about its stretches.

1.  The bytes are decoded and parsed (`parsing`).
2.  Metadata is read from the head and the scripts (`metadata`), and the article is found (`body`).
3.  What is never part of an article is taken out of the tree (`pruning`).
4.  The tree becomes lines (`flow`, with `tables`, `pictures`, `numbers`), and those of the article are kept
    (`body`).
5.  Headline and lines, with blank lines between them, are the source that all offsets count in (`layout`);
    pictures get their addresses (`addresses`) and the first of them may stand for the article (`lead`).

Documents that are all text take steps 3 to 5 without the search for an article: `read_whole`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from narrate.errors import SourceError
from narrate.model import Source, Stated
from narrate.reading.document import Document
from narrate.reading.html.parsing import is_html

if TYPE_CHECKING:
    from lxml.etree import _Element

    from narrate.reading.html.flow import Line

__all__ = ["is_html", "read_page", "read_whole"]

_SAVE_AS_TEXT = "save its text as a .txt file and give that"


def read_page(document: Document) -> Source:
    """Read a web page. Raises SourceError where it holds no article."""
    from narrate.reading.html.addresses import resolver
    from narrate.reading.html.body import find_text, headline, repeats, select, take_sentences
    from narrate.reading.html.flow import lines_of
    from narrate.reading.html.layout import lay_out, resolved
    from narrate.reading.html.lead import with_lead
    from narrate.reading.html.metadata import metadata_of
    from narrate.reading.html.parsing import is_large_or_deep, parse
    from narrate.reading.html.pruning import prune

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it has to say, the error says
    root = parse(document.data, document.name, document.charset)
    is_monster = is_large_or_deep(root)
    stated = metadata_of(root, only_head=is_monster, url=document.url)
    resolve = resolver(document, root, stated.url)
    found = None if is_monster else find_text(root)
    prune(root)
    lines = lines_of(root)
    if found is None:
        found = take_sentences(lines)
    title = headline(lines, stated)
    article = [line for line in select(lines, found, stated, title) if not repeats(line.text, title)]
    if not article:
        raise SourceError("no article was found in this web page", document.name, _SAVE_AS_TEXT)
    return with_lead(lay_out(resolved(article, resolve), document.name, stated, title))


def read_whole(root: _Element, stated: Stated, document: Document) -> Source:
    """Read a document of which all is text. Its title is as stated, or its first line if `h1`."""
    from narrate.reading.html.addresses import resolver
    from narrate.reading.html.layout import lay_out, resolved
    from narrate.reading.html.lead import with_lead

    lines = resolved(whole_lines(root), resolver(document, root, stated.url))
    first = lines[0].text if lines and lines[0].element == "h1" else None
    title = stated.title or first
    # A heading that says what the front matter said is the title again.
    rest = lines[1:] if first and first == title else lines
    return with_lead(lay_out(rest, document.name, stated, title))


def whole_lines(root: _Element) -> list[Line]:
    """Every line of a document that is all text."""
    from narrate.reading.html.flow import lines_of
    from narrate.reading.html.pruning import prune_text

    prune_text(root)
    return lines_of(root)
