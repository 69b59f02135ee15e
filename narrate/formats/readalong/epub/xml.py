"""XML as trees; what the article says stays text in it."""

from __future__ import annotations

from typing import cast

from lxml import etree

from narrate.formats.readalong.markup.elements import Child, Element, attribute_name, clean, extend

XML = "http://www.w3.org/XML/1998/namespace"
OPS = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{OPS}}}type"
DC = "http://purl.org/dc/elements/1.1/"
_DECLARED = {"dc": DC, "epub": OPS}
_PREFIXES = {"epub_": f"{{{OPS}}}", "xml_": f"{{{XML}}}"}


def node(namespace: str, tag: str, /, *children: Child, **attributes: str) -> Element:
    """An element with these children.

    "class_" is the attribute "class", "aria_label" is "aria-label", "epub_type" is "epub:type" and
    "xml_lang" is "xml:lang".
    """
    own = {} if namespace in _DECLARED.values() else {None: namespace}
    made = etree.Element(f"{{{namespace}}}{tag}", nsmap=own | _DECLARED)  # type: ignore[arg-type]
    for name, value in attributes.items():
        made.set(_attribute(name), clean(value))
    extend(made, children)
    return made


def markup(root: Element, doctype: str | None = None) -> bytes:
    """A document in UTF-8, indented unless it has a `doctype`: white space counts in a page."""
    etree.cleanup_namespaces(root, top_nsmap=_DECLARED)
    made = etree.tostring(
        root,
        encoding="utf-8",
        xml_declaration=True,
        doctype=doctype,  # type: ignore[arg-type]
        pretty_print=not doctype,
    )
    return cast(bytes, made)


def _attribute(name: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        if name.startswith(prefix):
            return namespace + name.removeprefix(prefix)
    return attribute_name(name)
