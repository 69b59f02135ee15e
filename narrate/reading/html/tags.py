"""What HTML elements mean for a listener: tables of tags and of words in their attributes."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.etree import _Element

from narrate.model import BlockKind

BLOCKS = frozenset(
    (
        *("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "search", "menu"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "p", "div", "blockquote", "pre", "address", "center"),
        *("ul", "ol", "dir", "li", "dl", "dt", "dd", "figure", "figcaption", "video", "hr"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("form", "fieldset", "legend", "details", "summary", "dialog"),
    )
)
"""Elements that begin and end a line: the HTML standard, 15.3 (rendering, non-replaced flow content)."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "li": "list_item",
    "dd": "list_item",
    "figcaption": "caption",
}
"""What the text inside an element is."""
LISTS = frozenset(("ol", "ul", "menu"))
SECTIONS = frozenset(("article", "section", "body"))
"""Their text stands for itself, wherever they are: the entries of a live page are items of a list."""
PARAGRAPHS = frozenset(("p", "blockquote", "pre"))
CODE = "computer code"
NOTE = "footnote"
MENU = "menu"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
"""The attribute of EPUB Structural Semantics; what it says of notes, `role` says with "doc-" before it."""

_NOTES = frozenset(("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"))
_NOTE_CLASSES = frozenset(("footnote", "footnotes", "references"))
_NOTE_MARKS = frozenset(("noteref", "backlink"))
_CODE = re.compile(
    r"(?:^|[-_\s])(?:code|source-?code|codehilite|highlight|hljs|prettyprint|brush|lang(?:uage)?|listing)(?:$|[-_:\s])",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:^|[-_\s])(?:credits?|copyright|attribution|photographer|agency)(?:$|[-_\s])", re.I)
_CAPTION = re.compile(r"(?:^|[-_\s])caption(?:$|[-_\s])", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_NAMES = 500
"""Characters. The longest class in the pages looked at has 450; what is longer is a trap."""
_WIDE = re.compile("[\u2e80-\uffff\U00020000-\U0003ffff]")
_LONGEST_CAPTION = 1_000
"""Characters. The longest caption in the pages looked at has about 600; what holds more is no caption."""
_MOST_INSIDE = 100
"""Elements in a caption: those of pages that nest captions in captions are counted no further."""


def names_of(element: _Element) -> str:
    """The element's class and id, in which authors say what it is for; camelCase is taken apart."""
    own, single = element.get("class"), element.get("id")
    return _names(own or "", single or "") if own or single else ""


@lru_cache(maxsize=4_096)
def _names(own: str, single: str) -> str:
    return _CAMEL.sub("-", f"{own[:_LONGEST_NAMES]} {single[:_LONGEST_NAMES]}")


def is_caption(element: _Element) -> bool:
    """Whether an element holds a caption and nothing else."""
    if element.tag == "figcaption":
        return True
    if element.tag not in ("p", "div", "span", "small", "dd") or not _CAPTION.search(names_of(element)):
        return False
    return length_up_to(element, _LONGEST_CAPTION) < _LONGEST_CAPTION


def is_credit(element: _Element) -> bool:
    """Whether an element inside a caption or figure says who took the picture."""
    return _CREDIT.search(names_of(element)) is not None


def unspoken(element: _Element) -> str | None:
    """Why the text in an element is not for listening; None where it is."""
    if element.tag == "pre":
        return CODE if _is_code(element) else None
    types = _types_of(element)
    if element.tag == "nav" or "navigation" in types:
        return MENU
    return NOTE if _is_note(element, types) else None


def _is_note(element: _Element, types: list[str]) -> bool:
    """Whether an element holds footnotes, by its types or, in older pages, by its class."""
    classes = (element.get("class") or "").split()
    return not (_NOTES.isdisjoint(types) and _NOTE_CLASSES.isdisjoint(classes))


def _is_code(element: _Element) -> bool:
    """Whether preformatted text is code: by an element in it, by its names or those of what it stands in."""
    if element.find("code") is not None or _CODE.search(names_of(element)):
        return True
    parent = element.getparent()
    return parent is not None and _CODE.search(names_of(parent)) is not None


def is_note_mark(link: _Element) -> bool:
    """Whether a link is the number of a footnote, or the way back from one."""
    if not _NOTE_MARKS.isdisjoint(_types_of(link)):
        return True
    return "footnote-backref" in link.get("class", "").split()


def _types_of(element: _Element) -> list[str]:
    """What an element is in EPUB's names, by its type or its role."""
    types = (element.get(EPUB_TYPE) or "").split()
    role = (element.get("role") or "").removeprefix("doc-")
    return [*types, role]


def width(text: str) -> int:
    """Columns that a text takes: ideographs take two, and say as much as two letters."""
    return len(text) + (0 if text.isascii() else len(_WIDE.findall(text)))


def text_in(element: _Element) -> str:
    """All text in an element, as it stands in the source of the page."""
    return "".join(map(str, element.itertext()))


def length_up_to(element: _Element, most: int) -> int:
    """Characters of its text, counted no further than `most`; as many in what holds too many elements."""
    length = 0
    for count, inner in enumerate(element.iter()):
        length += len(inner.text or "")
        if inner is not element:
            length += len(inner.tail or "")
        if length >= most or count > _MOST_INSIDE:
            return most
    return length
