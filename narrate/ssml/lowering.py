"""Take out of a document what an engine cannot render, by a stated rule per element."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from narrate.ssml.vocabulary import NAMESPACE, UNSPOKEN

# What an engine is always given: it stands for nothing audible of its own.
STRUCTURE = frozenset({"speak"})
# How emphasis is heard without a voice that knows it: slower, higher and louder. The moderate one sets
# a quoted fragment apart in the reporter's sentence, without sounding like another person.
EMPHASIS: Mapping[str, Mapping[str, str]] = {
    "strong": {"rate": "85%", "pitch": "+2st", "volume": "+3dB"},
    "moderate": {"rate": "92%", "pitch": "+1st"},
    "reduced": {"rate": "108%", "volume": "-3dB"},
    "none": {},
}
_UNWRAPPED = "unwrapped"


def lower(ssml: str, honours: frozenset[str]) -> str:
    """Return the document with only the elements in `honours`.

    `emphasis` becomes prosody and `sub` its alias; an empty element (`break`, `mark`) goes, and so does what
    is about the document; any other leaves its content, so that text is never lost and a tag is never spoken.
    """
    root = etree.fromstring(ssml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    kept = honours | STRUCTURE
    for element in list(root.iter(etree.Element)):
        if _name(element) not in kept:
            _give_way(element, kept)
    strip_unwrapped(root)
    return etree.tostring(root, encoding="unicode")


def _give_way(element: etree._Element, kept: frozenset[str]) -> None:
    """Leave of an element what is heard of it by an engine that does not know it."""
    name = _name(element)
    if name == "emphasis":
        as_prosody(element)
    if name == "sub":
        element.text = element.get("alias")
    if name in UNSPOKEN:
        empty(element)
    if _name(element) not in kept:
        unwrap(element)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def as_prosody(element: etree._Element) -> None:
    """Turn an <emphasis> into a <prosody> that sounds like it."""
    values = EMPHASIS[element.get("level", "moderate")]
    element.tag = f"{{{NAMESPACE}}}prosody"
    element.attrib.clear()
    for name, value in values.items():
        element.set(name, value)


def empty(element: etree._Element) -> None:
    """Take an element's content out."""
    element.text = None
    for child in list(element):
        element.remove(child)


def unwrap(element: etree._Element) -> None:
    """Mark an element below the root as one that gives way to its content in `strip_unwrapped`.

    All of a document at once, because text that is put together piece by piece is copied each time.
    """
    element.tag = _UNWRAPPED


def strip_unwrapped(root: etree._Element) -> None:
    """Put the content of every marked element below `root` in the element's place."""
    etree.strip_tags(root, _UNWRAPPED)
