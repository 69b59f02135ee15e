"""Pages of the book."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narrate.formats.readalong.epub.xml import markup, node
from narrate.formats.readalong.markup.elements import Child, Element

XHTML = "http://www.w3.org/1999/xhtml"
STYLE = "book.css"
# Language, script and region (RFC 5646, section 2.1); the rest of a tag tells a reader nothing.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?![a-z0-9])", re.IGNORECASE)


def element(tag: str, /, *children: Child, **attributes: str) -> Element:
    """An element of XHTML, as `node` makes them; "lang" becomes both `lang` and `xml:lang`."""
    if "lang" in attributes:
        attributes["xml_lang"] = attributes["lang"]
    return node(XHTML, tag, *children, **attributes)


def page(title: str, children: Sequence[Child], language: str, direction: str, **body: str) -> bytes:
    """A whole page; `language` and `direction` are those of its text, `body` the attributes of its body."""
    style = element("link", rel="stylesheet", href=STYLE)
    head = element("head", element("title", title), style)
    content = element("body", *children, **body)
    made = element("html", head, content, lang=language, dir=direction)
    return markup(made, doctype="<!DOCTYPE html>")


def language_tag(tag: str) -> str:
    """A BCP 47 tag as the checkers want it: "en-GB" for "en_GB", "und" (undetermined) if it is not a tag."""
    found = _LANGUAGE.match(tag.replace("_", "-"))
    return found.group() if found else "und"
