"""Web pages → a source: all text that the page shows, and what the markup says about its stretches.

1.  The bytes are decoded and parsed (`parsing`).
2.  Metadata is read from the head and the scripts (`metadata`), and trafilatura is asked (`evidence`).
3.  What nobody sees is taken out of the tree (`visibility`).
4.  The tree becomes lines (`flow`, with `frames`, `gathered`, `breaks`, `asides`, `scripts`, `tables`
    and `grid`, `pictures` and `numbers`).
5.  The headline is found (`headline`), and each line is told to be of the article or not (`selection`, with
    `containers`, `features` and `model`). What is not keeps its place, with its reason.
6.  The lines, with blank lines between them, are the source that all offsets count in (`layout`); pictures
    get their addresses (`addresses`) and the first of them may stand for the article (`lead`).

Documents that are all text take steps 3, 4 and 6: `read_whole`.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from narrate.errors import SourceError
from narrate.model import Source, Stated
from narrate.reading.document import Document
from narrate.reading.html.parsing import is_html

if TYPE_CHECKING:
    from lxml.etree import _Element

    from narrate.reading.html.line import Line

__all__ = ["is_html", "read_page", "read_whole"]

_SAVE_AS_TEXT = "save its text as a .txt file and give that"


def read_page(document: Document) -> Source:
    """Read a web page. Raises SourceError where it holds no article."""
    from narrate.reading.html.addresses import resolver
    from narrate.reading.html.evidence import evidence_in, evidence_of
    from narrate.reading.html.flow import lines_of
    from narrate.reading.html.layout import lay_out, resolved
    from narrate.reading.html.lead import with_lead
    from narrate.reading.html.metadata import metadata_of
    from narrate.reading.html.parsing import is_large_or_deep, parse
    from narrate.reading.html.selection import select
    from narrate.reading.html.visibility import prune

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it has to say, the error says
    root = parse(document.data, document.name, document.charset)
    is_monster = is_large_or_deep(root)
    stated = metadata_of(root, only_head=is_monster, url=document.url)
    resolve = resolver(document, root, stated.url)
    evidence = None if is_monster else evidence_of(root, stated)
    prune(root)
    lines = lines_of(root)
    if evidence is None:
        evidence = evidence_in(lines, stated)
    selected = select(lines, evidence, stated)
    if not selected:
        raise SourceError("no article was found in this web page", document.name, _SAVE_AS_TEXT)
    return with_lead(lay_out(resolved(selected, resolve), document.name, stated))


def read_whole(root: _Element, stated: Stated, document: Document) -> Source:
    """Read a document of which all is text. Its title is as stated, or its first line if `h1`."""
    from narrate.reading.html.addresses import resolver
    from narrate.reading.html.layout import lay_out, resolved
    from narrate.reading.html.lead import with_lead
    from narrate.reading.html.line import title_line

    lines = resolved(whole_lines(root), resolver(document, root, stated.url))
    title = stated.title
    if lines and lines[0].element == "h1" and title in (None, "", lines[0].text):
        # A heading that says what the front matter said is the title again.
        lines[0] = replace(lines[0], kind="title")
    elif title:
        lines.insert(0, title_line(title))
    return with_lead(lay_out(lines, document.name, stated))


def whole_lines(root: _Element) -> list[Line]:
    """Every line of a document that is all text."""
    from narrate.reading.html.flow import lines_of
    from narrate.reading.html.visibility import prune

    prune(root)
    return lines_of(root)
