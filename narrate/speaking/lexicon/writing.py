"""Lexemes → a PLS 1.0 document, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from narrate.characters import xml_text
from narrate.speaking.lexicon.entries import Lexeme
from narrate.speaking.lexicon.reading import LANG, NAMESPACE

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_ELEMENTS = {"phoneme": "phoneme", "sub": "alias"}


def pls(lexemes: Iterable[Lexeme], language: str) -> str:
    """Write a document in IPA, one lexeme after the other, indented."""
    root = etree.Element(f"{{{NAMESPACE}}}lexicon", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("version", "1.0")
    root.set("alphabet", "ipa")
    root.set(LANG, language)
    for lexeme in lexemes:
        _add_lexeme(root, lexeme)
    etree.indent(root)
    written = etree.tostring(root, encoding="unicode")
    return f"{_DECLARATION}\n{written}\n"


def _add_lexeme(root: etree._Element, lexeme: Lexeme) -> None:
    element = etree.SubElement(root, f"{{{NAMESPACE}}}lexeme")
    for grapheme in lexeme.graphemes:
        _add(element, "grapheme", grapheme)
    for said in lexeme.pronunciations:
        name = _ELEMENTS[said.kind]
        _add(element, name, said.value)
    for example in lexeme.examples:
        _add(element, "example", example)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = xml_text(text)
