"""Bytes → element tree, in the encoding that the page is in."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import LxmlError, _Element, iterwalk

from narrate.characters import xml_text
from narrate.errors import SourceError
from narrate.reading.decoding import decode, named_in_text
from narrate.reading.document import Document
from narrate.reading.html.tags import BLOCKS, HEADINGS

_HEAD = 4_096
"""Bytes in which a page says what it is. The standard has charsets stand in the first 1,024."""
_LARGE, _DEEP, _WIDE = 20_000, 200, 6_000
"""Elements, levels of them, and elements inside one. The largest page looked at has 1,429 elements; beyond
these the time of trafilatura grows faster than the page (200 levels cost it 0.1 s, 2,000 levels 4 s; 6,000
words in bold in one paragraph 2 s, 15,000 a minute)."""
_SPANNED = 2_000
"""Cells that a page's tables have beyond those in its markup, because some span others. trafilatura makes an
element of each, in time that grows with their square: 400 cells that span 99 by 99 cost it half a minute."""
_MARKUP = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title|article|main"
    rb"|section|div|p|h1)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_BYTE_ORDER_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_TYPES = ("text/html", "application/xhtml+xml")
_NAMES = (".html", ".htm", ".xhtml")
_TAG = re.compile(r"</?([a-z][\w:-]*)[^<>]*>", re.IGNORECASE)
_FLAT = HEADINGS | {"html", "head", "body", "title", "meta", "link", "script", "style", "p", "br", "img"}
_RESOURCE_LIMIT = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT, which lxml has no name for before 6.1."""
_SAVE_AS_TEXT = "save its text as a .txt file"
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)


def is_html(document: Document) -> bool:
    """Whether this is a web page: as the server says, by how it begins, or by its name with a tag in it."""
    if document.media_type in _TYPES:
        return True
    if document.media_type == "text/plain":
        return False
    if document.name.lower().endswith(_NAMES) and b"<" in document.data:
        return True
    head = document.data[:_HEAD].replace(b"\0", b"")  # UTF-16 has them between the letters
    head = _BYTE_ORDER_MARK.sub(b"", head)
    return _MARKUP.match(head) is not None


def parse(data: bytes, name: str, charset: str | None = None) -> html.HtmlElement:
    """The page's root. Malformed markup is repaired. Raises SourceError where nothing is left to read.

    `charset` is what the server says; it takes precedence over what the page says (HTML, 13.2.3.2).
    """
    return parse_text(decode(data, name, charset or declared_charset(data)), name)


def declared_charset(data: bytes) -> str | None:
    """The encoding that the page itself names."""
    declared = _CHARSET.search(data[:_HEAD])
    return named_in_text(declared[1].decode("ascii")) if declared else None


def parse_text(text: str, name: str) -> html.HtmlElement:
    """The root of a page that is decoded already. Raises SourceError where nothing is left to read."""
    root = _tree(text, name)
    if root is None:
        root = _tree(_flattened(text), name)
    if root is None:
        raise SourceError("this web page is nested too deep", name, _SAVE_AS_TEXT)
    clean(root)
    return root


def _tree(text: str, name: str) -> html.HtmlElement | None:
    """The root, or None where the parser has read no further because the page is nested too deep."""
    # The parser gives up at 2,048 levels; without `huge_tree` at 256, which pages with unclosed tags reach.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: html.HtmlElement = html.document_fromstring(text.encode(), parser=parser)
    except (LxmlError, ValueError) as error:
        raise SourceError("this web page has no content", name, _SAVE_AS_TEXT) from error
    stopped = any(error.type == _RESOURCE_LIMIT for error in parser.error_log)
    return None if stopped else root


def _flattened(text: str) -> str:
    """The page without what can be nested: blocks become paragraphs, which cannot, and the rest nothing."""
    return _TAG.sub(_flat_tag, text)


def _flat_tag(match: re.Match[str]) -> str:
    element = match[1].lower()
    if element in _FLAT:
        return match[0]
    return "<p>" if element in BLOCKS else ""


def is_large_or_deep(root: html.HtmlElement) -> bool:
    """Whether a page has more elements, in all, inside each other or side by side, than articles have."""
    if _spanned_cells(root) > _SPANNED:
        return True
    depth = 0
    for count, (event, element) in enumerate(iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        is_large = count > 2 * _LARGE  # each is met at its beginning and at its end
        is_wide = len(element) > _WIDE
        if is_large or is_wide or depth > _DEEP:
            return True
    return False


def _spanned_cells(root: _Element) -> int:
    """How many cells the tables have beyond those in the markup, the spans having been limited."""
    spanned = 0
    for cell in root.iter("td", "th"):
        columns = int(cell.get("colspan", "1"))
        rows = int(cell.get("rowspan", "1"))
        spanned += max(columns, 1) * max(rows, 1) - 1
    return spanned


def clean(root: _Element) -> None:
    """Take out of a tree what no text may hold and what would cost too much."""
    _remove_controls(root)
    _limit_spans(root)


def _remove_controls(root: _Element) -> None:
    """The parser lets them in, by themselves and as references, and nothing could write them again."""
    for element in root.iter():
        text = element.text
        if text and xml_text(text) != text:
            element.text = xml_text(text)
        tail = element.tail
        if tail and xml_text(tail) != tail:
            element.tail = xml_text(tail)


def _limit_spans(root: _Element) -> None:
    """A cell over a thousand columns of a thousand rows is a trap, or a mistake, that costs minutes."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if not re.fullmatch(r"[ \t\n\r]*[0-9]{1,2}[ \t\n\r]*", cell.get(name, "1")):
                del cell.attrib[name]
