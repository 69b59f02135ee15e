"""What of a page is never its article: scripts, controls, menus, what is hidden, boxes beside the text.

Of a document that is all text (Markdown, a chapter of a book) only what nobody could read is taken out.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement

from narrate.reading.html.tags import BLOCKS, HEADINGS, is_note_mark, length_up_to, names_of

_UNREADABLE = frozenset(
    (
        *("script", "style", "template", "head", "button", "input", "select", "textarea", "option"),
        *("iframe", "object", "embed", "svg", "canvas", "audio", "video", "map", "math"),
        *("rt", "rp"),  # how to pronounce a word, beside it
    )
)
_NEVER = _UNREADABLE | {"nav", "aside", "footer", "menu", "dialog", "label"}
_KEPT_IN_QUOTES = frozenset(("footer",))
"""In a `blockquote` it says who is quoted."""
_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"),
        *("menu", "menubar", "toolbar", "tooltip"),
    )
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Words in classes and ids; each names a box that pages set beside or between the paragraphs.
_BOX = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|newsletters?|subscribe|signup|shar(?:e|ing)|social"
    r"|related|recommend(?:ed|ations?)|recirc\w*|teasers?|trending|most-?(?:read|popular|viewed)"
    r"|more-(?:on|from|stories|news|posts|articles)|up-next|editors?-?picks?"
    r"|(?:next|prev(?:ious)?|latest)-?(?:stor(?:y|ies)|news|posts?|articles?)"
    r"|advert\w*|ads?|adslot|promos?|sponsor(?:ed)?|outbrain|taboola|banner|popup|modal|overlay"
    r"|comments?|disqus|author-bio|tags|read-?(?:more|next|also)|sidebar"
    r"|breadcrumbs?|pagination|toolbar|menu|nav|navbar|navigation|skip-link"
    r"|navbox|infobox|hatnote|editsection"  # of wikis
    r"|sr-only|visually-?hidden|screen-reader-text|print-only)(?:$|[-_\s])",
    re.IGNORECASE,
)
_SHARE = 3
"""A box holds less than a third of the page's text: what holds more, by whatever name, holds the article."""
_NUMBER_SIZE = 8
"""Elements in the number of a footnote; a link, and what styles it."""
_FRAME = frozenset(("html", "body", "main", "article"))


def prune_text(root: _Element) -> None:
    """Take out of a document that is all text what nobody could read, in place."""
    for element in list(root.iterdescendants()):
        if element.tag in _UNREADABLE or _is_note_number(element) or _is_unseen(element):
            _drop(element)


def prune(root: HtmlElement) -> None:
    """Take all of them out of the tree, in place; text that follows them stays."""
    sizes = _sizes(root)
    for element, size in sizes.items():
        is_small = size * _SHARE < sizes[root]
        if element is not root and (_is_never(element) or (is_small and _is_box(element))):
            _drop(element)


def _sizes(root: HtmlElement) -> dict[_Element, int]:
    """Characters of text in every element: one pass, and no recursion, however deep the page is nested."""
    sizes: dict[_Element, int] = {}
    for _, element in iterwalk(root, events=("end",)):
        own = 0 if element.tag in _NEVER else len((element.text or "").strip())
        sizes[element] = own + sum(sizes[child] + len((child.tail or "").strip()) for child in element)
    return sizes


def _is_never(element: _Element) -> bool:
    if element.tag in _NEVER:
        return element.tag not in _KEPT_IN_QUOTES or next(element.iterancestors("blockquote"), None) is None
    if element.tag == "noscript":
        return length_up_to(element, 1) > 0  # pictures that load late stand in one without text
    return _is_note_number(element) or _is_unseen(element)


def _is_note_number(element: _Element) -> bool:
    if element.tag == "sup":
        links = (inner for inner in islice(element.iter(), _NUMBER_SIZE) if inner.tag == "a")
        return any((link.get("href") or "").startswith("#") or is_note_mark(link) for link in links)
    return element.tag == "a" and is_note_mark(element)


def _is_unseen(element: _Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _UNSEEN.search(element.get("style", "")) is not None
    )


def _is_box(element: _Element) -> bool:
    if element.tag in _FRAME:
        return False
    # The id of a heading is made of its words, and "Related work" is no box.
    names = element.get("class", "") if element.tag in HEADINGS else names_of(element)
    is_named = element.get("role") in _ROLES or _BOX.search(names) is not None
    return is_named and not _in_sentence(element)


def _in_sentence(element: _Element) -> bool:
    """Whether words stand right before and behind an inline element: a link that opens a box is no box."""
    before, parent = element.getprevious(), element.getparent()
    if element.tag in BLOCKS or parent is None:
        return False
    text = before.tail if before is not None else parent.text
    return bool((text or "").strip()) and bool((element.tail or "").strip())


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
