"""W3C Pronunciation Lexicon Specification 1.0 (Recommendation, 14 October 2008) → lexemes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

from lxml import etree

from narrate.errors import LexiconError
from narrate.phonetics import stranger, xsampa_to_ipa
from narrate.speaking.lexicon.entries import Lexeme, Pronunciation

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ALPHABETS = ("ipa", "x-sampa")
# Section 4: what each element may hold, and its attributes. Those with a prefix may stand everywhere.
_CHILDREN = {"lexicon": ("meta", "metadata", "lexeme"), "lexeme": ("grapheme", "phoneme", "alias", "example")}
_ATTRIBUTES = {
    "lexeme": ("role",), "grapheme": ("orthography",), "phoneme": ("prefer", "alphabet"),
    "alias": ("prefer",), "example": (),
}  # fmt: skip
_SAID = ("phoneme", "alias")
"""Elements that say how a word is pronounced."""
_NEAR = 0.75
"""Similarity (Ratcliff and Obershelp's) from which a name is a misspelling of another."""


def read_lexemes(path: Path, notes: list[str] | None = None) -> list[Lexeme]:
    """Read a PLS file. What it says in another vocabulary, and `metadata`, is passed over.

    An entry that is not PLS 1.0 (DAISY's look-ahead and regular expressions, say) or in an alphabet that is
    not read here is skipped, since it would be taken for another meaning; `notes` gets a line for it.

    Raises LexiconError, with the line and what to do: not to be read, not well-formed, not PLS, misspelled, a
    sound that is unknown, a word without a pronunciation, or none at all.
    """
    data = _bytes_of(path)
    parser = _PlsParser(path)
    lexemes = list(parser.lexemes(data))
    skipped = list(parser.notes())
    if not lexemes and not skipped:
        raise LexiconError("the lexicon holds no word", path, "add a <lexeme> with <grapheme> and <phoneme>")
    if notes is not None:
        notes += skipped
    return lexemes


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise LexiconError("no such lexicon", path, "name a .pls file") from error
    except OSError as error:
        raise LexiconError("cannot read the lexicon", path, "name a .pls file") from error


class _PlsParser:
    """Reads one file, and knows where a mistake stands."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._skipped: dict[str, list[int]] = {}
        """Lines, by what was skipped there and why."""

    def notes(self) -> Iterator[str]:
        """What was skipped: each thing once, with its first line and how often it recurs."""
        for text, lines in self._skipped.items():
            others = len(lines) - 1
            more = f" and {others} more" if others else ""
            yield f"{self._path.name}, line {lines[0]}{more}: {text}"

    def lexemes(self, data: bytes) -> Iterator[Lexeme]:
        root = self._root(data)
        language = root.get(LANG)
        if not language:
            raise self._error(root, "the lexicon has no language", 'write xml:lang="en" in <lexicon>')
        alphabet = root.get("alphabet", "")
        for element in self._children(root):
            if _name(element) != "lexeme":
                continue
            if self._is_extended(element):
                continue
            yield from self._lexeme(element, language, alphabet)

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
        known = _CHILDREN[_name(parent)]
        for child in parent.iterchildren(etree.Element):
            if etree.QName(child).namespace != NAMESPACE:
                continue
            name = _name(child)
            if name in known:
                yield child
            else:
                what = f"<{name}> in <{_name(parent)}>"
                self._skip(child, what, name, known)

    def _is_extended(self, lexeme: etree._Element) -> bool:
        """Whether an entry asks for more than PLS 1.0 has, which is noted."""
        skipped = [self._skip_attributes(element) for element in (lexeme, *self._children(lexeme))]
        others = [
            child for child in lexeme.iterchildren(f"{{{NAMESPACE}}}*") if _name(child) not in _ATTRIBUTES
        ]
        return any(skipped) or bool(others)

    def _skip_attributes(self, element: etree._Element) -> bool:
        """Whether an element has attributes that PLS 1.0 does not have there."""
        known = _ATTRIBUTES[_name(element)]
        names = [str(name) for name in element.attrib if not str(name).startswith("{")]
        extensions = [name for name in names if name not in known]
        for name in extensions:
            self._skip(element, f"{name} on <{_name(element)}>", name, known)
        return bool(extensions)

    def _skip(self, element: etree._Element, what: str, name: str, known: Sequence[str]) -> None:
        """Note what PLS 1.0 does not have; refuse it where it is misspelled."""
        meant = difflib.get_close_matches(name.lower(), known, n=1, cutoff=_NEAR)
        if meant:
            raise self._error(element, f"{what} is not part of PLS", f"did you mean {meant[0]}?")
        self._note(element, f"{what} is not part of PLS 1.0: the entry is skipped")

    def _note(self, element: etree._Element, text: str) -> None:
        line = cast(int, element.sourceline)
        lines = self._skipped.setdefault(text, [])
        if line not in lines[-1:]:
            lines.append(line)

    def _lexeme(self, element: etree._Element, language: str, alphabet: str) -> Iterator[Lexeme]:
        """The lexeme of an element, or none where no pronunciation is in an alphabet that is read here."""
        children = list(self._children(element))
        graphemes = _texts(children, "grapheme")
        elements = [child for child in children if _name(child) in _SAID]
        self._check_complete(element, graphemes, elements)
        pronunciations = self._pronunciations(elements, alphabet)
        if not pronunciations:
            return
        roles = element.get("role", "")
        examples = _texts(children, "example")
        yield Lexeme(
            graphemes=tuple(filter(None, graphemes)),
            pronunciations=pronunciations,
            language=element.get(LANG) or language,
            roles=frozenset(roles.split()),
            examples=tuple(examples),
        )

    def _pronunciations(self, elements: Iterable[etree._Element], alphabet: str) -> tuple[Pronunciation, ...]:
        """What is said according to the elements that can be read here."""
        readable = [element for element in elements if self._is_readable(element, alphabet)]
        return tuple(self._said(element, alphabet) for element in readable)

    def _check_complete(
        self, element: etree._Element, graphemes: list[str], pronunciations: list[etree._Element]
    ) -> None:
        """Refuse a lexeme without a spelling or without a pronunciation."""
        if not any(graphemes):
            raise self._error(element, "a lexeme has no spelling", "write it in <grapheme>")
        if not pronunciations:
            raise self._error(element, f"{graphemes[0]!r} has no pronunciation", "add <phoneme> or <alias>")

    def _is_readable(self, element: etree._Element, default: str) -> bool:
        """Whether a pronunciation is in an alphabet that is read here; one that is not is noted."""
        if _name(element) == "alias":
            return True
        alphabet = element.get("alphabet") or default
        if alphabet in ALPHABETS:
            return True
        if not alphabet:
            remedy = 'write alphabet="ipa" or alphabet="x-sampa"'
            raise self._error(element, "no alphabet is named", remedy)
        self._note(element, f"the alphabet {alphabet} is not read here: the pronunciation is skipped")
        return False

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
        try:
            ipa = xsampa_to_ipa(text) if alphabet == "x-sampa" else text
            wrong = stranger(ipa)
        except ValueError as error:
            wrong = str(error)
        if not wrong:
            return ipa
        problem = f"{text!r} is not {alphabet.upper()}"
        remedy = f"{wrong!r} is no sign of it"
        raise self._error(element, problem, remedy)

    def _error(self, element: etree._Element, problem: str, remedy: str) -> LexiconError:
        return LexiconError(problem, f"{self._path}, line {element.sourceline}", remedy)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _texts(elements: Iterable[etree._Element], name: str) -> list[str]:
    """What the elements of a name hold."""
    return [_text(element) for element in elements if _name(element) == name]


def _text(element: etree._Element) -> str:
    """Section 4.5: white space at the ends does not count, and inside it is one space."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
