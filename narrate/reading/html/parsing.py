"""Bytes → element tree, in the encoding that the page is in."""

from __future__ import annotations

import re

from lxml import html
from lxml.etree import LxmlError, iterwalk

from narrate.errors import SourceError
from narrate.reading.decoding import decode

_HEAD = 4_096
"""Bytes in which a page says what it is. The standard has charsets stand in the first 1,024."""
_LARGE, _DEEP = 20_000, 200
"""Elements, and levels of them. The largest page looked at has 1,429 elements; beyond these the time of
trafilatura grows faster than the page (200 levels cost it 0.1 s, 2,000 levels 4 s)."""
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main"
    rb"|section|div|p|h1)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = (".html", ".htm", ".xhtml")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no tree may hold: XML 1.0, 2.2."""
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)


def is_html(data: bytes, name: str) -> bool:
    """Whether this is a web page: by how it begins, or by its name where there is a tag in it."""
    head = data[:_HEAD].replace(b"\0", b"")  # UTF-16 has them between the letters
    head = re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head)
    return _MARKUP.match(head) is not None or (name.lower().endswith(_NAMES) and b"<" in data)


def parse(data: bytes, name: str) -> html.HtmlElement:
    """The page's root. Malformed markup is repaired. Raises SourceError where nothing is left to read."""
    declared = _CHARSET.search(data[:_HEAD])
    text = decode(data, name, declared[1].decode("ascii") if declared else None)
    # Without `huge_tree` the parser gives up at 256 levels, which pages with unclosed tags reach.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: html.HtmlElement = html.document_fromstring(text.encode(), parser=parser)
    except (LxmlError, ValueError) as error:
        raise SourceError("this web page has no content", name, "save its text as a .txt file") from error
    _remove_controls(root)
    _limit_spans(root)
    return root


def is_large_or_deep(root: html.HtmlElement) -> bool:
    """Whether a page has more elements, or more levels of them, than pages of articles have."""
    depth = 0
    for count, (event, _) in enumerate(iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > _DEEP or count > 2 * _LARGE:
            return True
    return False


def _remove_controls(root: html.HtmlElement) -> None:
    """The parser lets them in, by themselves and as references, and nothing could write them again."""
    for element in root.iter():
        if element.text and _NO_XML.search(element.text):
            element.text = _NO_XML.sub(" ", element.text)
        if element.tail and _NO_XML.search(element.tail):
            element.tail = _NO_XML.sub(" ", element.tail)


def _limit_spans(root: html.HtmlElement) -> None:
    """A cell over a thousand columns of a thousand rows is a trap, or a mistake, that costs minutes."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if not re.fullmatch(r"\s*\d\d?\s*", cell.get(name, "1")):
                del cell.attrib[name]
