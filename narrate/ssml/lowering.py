"""Take out of a document what an engine cannot render, by a stated rule per element."""

from __future__ import annotations

from lxml import etree

# What an engine is always given: it stands for nothing audible of its own.
STRUCTURE = frozenset({"speak"})
# Elements whose content is about the document and not part of it (SSML 1.1 sections 3.1.5, 3.1.6, 3.3.3).
UNSPOKEN = frozenset({"lexicon", "meta", "metadata", "desc"})


def lower(ssml: str, honours: frozenset[str]) -> str:
    """Return the document with only the elements in `honours`.

    `sub` becomes its alias; an empty element (`break`, `mark`) goes, and so does what is about the
    document; any other leaves its content, so that text is never lost and a tag is never spoken.
    """
    root = etree.fromstring(ssml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter(etree.Element)):
        tag = etree.QName(element).localname
        if tag not in honours | STRUCTURE:
            if tag == "sub":
                element.text = element.get("alias")
            if tag in UNSPOKEN:
                _empty(element)
            _unwrap(element)
    return etree.tostring(root, encoding="unicode")


def _empty(element: etree._Element) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)


def _unwrap(element: etree._Element) -> None:
    """Put an element's content in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    _add_text(parent, at, element.text)
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    _add_text(parent, at + len(children), element.tail)
    element.tail = None
    parent.remove(element)


def _add_text(parent: etree._Element, at: int, text: str | None) -> None:
    """Append text before child number `at`."""
    if not text:
        return
    if at == 0:
        parent.text = (parent.text or "") + text
    else:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
