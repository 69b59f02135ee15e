"""W3C Pronunciation Lexicon Specification 1.0 (Recommendation, 14 October 2008) → lexemes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from narrate.errors import LexiconError
from narrate.phonetics import stranger, xsampa_to_ipa
from narrate.speaking.lexicon.entries import Lexeme, Pronunciation

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ALPHABETS = ("ipa", "x-sampa")
# Section 4: what each element may hold.
_CHILDREN = {"lexicon": ("meta", "metadata", "lexeme"), "lexeme": ("grapheme", "phoneme", "alias", "example")}
_SAID = ("phoneme", "alias")
"""Elements that say how a word is pronounced."""


def read_lexemes(path: Path) -> list[Lexeme]:
    """Read a PLS file. What it says of another vocabulary, and `metadata`, is passed over.

    Raises LexiconError, with the line and what to do: not to be read, not well-formed, not PLS, an alphabet
    or a sound that is unknown, a word without a pronunciation, or none at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = "no such lexicon" if isinstance(error, FileNotFoundError) else "cannot read the lexicon"
        raise LexiconError(problem, path, "name a .pls file") from error
    lexemes = list(_PlsParser(path).lexemes(data))
    if not lexemes:
        raise LexiconError("the lexicon holds no word", path, "add a <lexeme> with <grapheme> and <phoneme>")
    return lexemes


class _PlsParser:
    """Reads one file, and knows where a mistake stands."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def lexemes(self, data: bytes) -> Iterator[Lexeme]:
        root = self._root(data)
        language = root.get(LANG)
        if not language:
            raise self._error(root, "the lexicon has no language", 'write xml:lang="en" in <lexicon>')
        alphabet = root.get("alphabet", "")
        for element in self._children(root):
            if _name(element) == "lexeme":
                yield self._lexeme(element, language, alphabet)

    def _root(self, data: bytes) -> etree._Element:
        # No entity is replaced and nothing is fetched; depth and size are limited by libxml2 itself.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            said = " ".join(error.msg.split())
            raise LexiconError(
                "the lexicon is not well-formed XML", f"{self._path}: {said}", "mend it"
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._error(root, "the lexicon has a document type declaration", "leave <!DOCTYPE …> out")
        if root.tag != f"{{{NAMESPACE}}}lexicon":
            raise self._error(root, f"not a PLS lexicon but <{root.tag}>", f'<lexicon xmlns="{NAMESPACE}" …>')
        return root

    def _children(self, parent: etree._Element) -> Iterator[etree._Element]:
        """The elements of PLS in an element; what other vocabularies say is passed over."""
        for child in parent.iterchildren(etree.Element):
            if etree.QName(child).namespace == NAMESPACE:
                self._check_place(child, parent)
                yield child

    def _check_place(self, child: etree._Element, parent: etree._Element) -> None:
        """Refuse an element that PLS does not have there."""
        known = _CHILDREN[_name(parent)]
        if _name(child) in known:
            return
        close = difflib.get_close_matches(_name(child), known, n=1)
        remedy = f"did you mean <{close[0]}>?" if close else "one of " + ", ".join(known)
        raise self._error(child, f"<{_name(child)}> has no place in <{_name(parent)}>", remedy)

    def _lexeme(self, element: etree._Element, language: str, alphabet: str) -> Lexeme:
        parts: dict[str, list[etree._Element]] = {name: [] for name in _CHILDREN["lexeme"]}
        said: list[Pronunciation] = []
        for part in self._children(element):
            parts[_name(part)].append(part)
            if _name(part) in _SAID:
                said.append(self._said(part, alphabet))
        graphemes = list(filter(None, map(_text, parts["grapheme"])))
        self._check_complete(element, graphemes, said)
        return Lexeme(
            graphemes=tuple(graphemes),
            pronunciations=tuple(said),
            language=element.get(LANG) or language,
            roles=frozenset(element.get("role", "").split()),
            examples=tuple(map(_text, parts["example"])),
        )

    def _check_complete(
        self, element: etree._Element, graphemes: list[str], said: list[Pronunciation]
    ) -> None:
        """Refuse a lexeme without a spelling or without a pronunciation."""
        if not graphemes:
            raise self._error(element, "a lexeme has no spelling", "write it in <grapheme>")
        if not said:
            raise self._error(element, f"{graphemes[0]!r} has no pronunciation", "add <phoneme> or <alias>")

    def _said(self, element: etree._Element, default: str) -> Pronunciation:
        """One pronunciation; `default` is the alphabet of the lexicon."""
        text = _text(element)
        if not text:
            raise self._error(element, f"<{_name(element)}> is empty", "fill it in or take it out")
        preferred = element.get("prefer") in ("true", "1")
        if _name(element) == "alias":
            return Pronunciation("sub", text, preferred)
        alphabet = element.get("alphabet") or default
        ipa = self._ipa(element, text, alphabet)
        return Pronunciation("phoneme", ipa, preferred)

    def _ipa(self, element: etree._Element, text: str, alphabet: str) -> str:
        """The sounds of a <phoneme>, checked sign by sign."""
        self._check_alphabet(element, alphabet)
        ipa, wrong = _as_ipa(text, alphabet)
        if wrong:
            raise self._error(element, f"{text!r} is not {alphabet.upper()}", f"{wrong!r} is no sign of it")
        return ipa

    def _check_alphabet(self, element: etree._Element, alphabet: str) -> None:
        """Refuse an alphabet other than IPA and X-SAMPA, and none at all."""
        if alphabet not in ALPHABETS:
            problem = f"the alphabet {alphabet!r} is unknown" if alphabet else "no alphabet is named"
            raise self._error(element, problem, 'write alphabet="ipa" or alphabet="x-sampa"')

    def _error(self, element: etree._Element, problem: str, remedy: str) -> LexiconError:
        return LexiconError(problem, f"{self._path}, line {element.sourceline}", remedy)


def _as_ipa(text: str, alphabet: str) -> tuple[str, str | None]:
    """The sounds in IPA, and what in them is not a sign of the alphabet, if anything is."""
    if alphabet == "ipa":
        return text, stranger(text)
    try:
        ipa = xsampa_to_ipa(text)
    except ValueError as error:
        return "", str(error)
    return ipa, stranger(ipa)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _text(element: etree._Element) -> str:
    """Section 4.5: white space at the ends does not count, and inside it is one space."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
