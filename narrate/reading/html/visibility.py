"""What of a page nobody sees: scripts, styles, hidden elements, and what stands in for media.

Taking it out of the tree is all that is ever taken out; whatever a reader sees is in the text, spoken or not.
"""

from __future__ import annotations

import re

from lxml.etree import _Element, iterwalk

from narrate.reading.html.tags import length_up_to

_INVISIBLE = frozenset(
    (
        *("script", "style", "template", "head", "title", "noframes", "datalist", "rp"),
        *("iframe", "object", "embed", "canvas", "audio", "video", "map"),
    )
)
"""Elements whose text no browser shows (HTML, 15.3.1), or only one that cannot show the medium."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHARE = 2
"""A page whose hidden elements hold more than half of its text shows them when its scripts have run."""


def prune(root: _Element) -> None:
    """Take what nobody sees out of the tree, in place; text that follows it stays."""
    never = [element for element in root.iterdescendants() if _is_never_shown(element)]
    _drop_all(never)
    hidden = [element for element in root.iterdescendants() if _is_hidden(element)]
    if not _holds_most(root, hidden):
        _drop_all(hidden)


def _drop_all(elements: list[_Element]) -> None:
    for element in elements:
        drop(element)


def _is_never_shown(element: _Element) -> bool:
    """Whether no style or script of the page would show this element."""
    return element.tag in _INVISIBLE or _is_closed(element) or _is_substitute(element)


def _is_closed(element: _Element) -> bool:
    """Whether this is a dialogue that opens later."""
    return element.tag == "dialog" and element.get("open") is None


def _is_substitute(element: _Element) -> bool:
    """Whether this is for browsers without scripts; pictures that load late stand in one without text."""
    return element.tag == "noscript" and length_up_to(element, 1) > 0


def _is_hidden(element: _Element) -> bool:
    """Whether an element says itself that it is not shown."""
    return element.get("hidden") is not None or _UNSEEN.search(element.get("style", "")) is not None


def _holds_most(root: _Element, hidden: list[_Element]) -> bool:
    """Whether most of the text is in hidden elements."""
    if not hidden:
        return False
    inside = set(hidden)
    unseen = 0
    walk = iterwalk(root, events=("start",))
    for _, element in walk:
        if element in inside:
            unseen += _length(element)
            walk.skip_subtree()  # what stands in it is counted with it
    return unseen * _SHARE > _length(root)


def _length(element: _Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def drop(element: _Element) -> None:
    """Take an element out of its tree, and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        _join(element.tail, element.getprevious(), parent)
    parent.remove(element)


def _join(text: str, before: _Element | None, parent: _Element) -> None:
    """Put a text behind an element, or at the beginning of its parent where there is none before it."""
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
