"""HTML as trees; what the article says stays text in it."""

from __future__ import annotations

from lxml import html

from narrate.formats.readalong.markup.elements import Child, Element, attribute_name, clean, extend


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element with these children; "class_" is the attribute "class", and "aria_label" "aria-label"."""
    made: Element = html.Element(tag)
    for name, value in attributes.items():
        made.set(attribute_name(name), clean(value))
    extend(made, children)
    return made


def markup(made: Element) -> str:
    """HTML of an element."""
    return str(html.tostring(made, encoding="unicode", with_tail=False))
