"""What the markup of a book calls by a name or a number: `&nbsp;`, `&#233;`, entities that the file declares.

libxml2 could resolve them, with files and addresses that they name, and entities inside entities that unpack
to gigabytes. Here only plain text is put in their place, and what means nothing stays in the text as it is
written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

_DECLARATIONS = re.compile(
    r"\s*(?:<\?xml[^>]*+>\s*)?(?:<!DOCTYPE[^>\[]*+(?:\[(?P<subset>[^\]]*+)\]\s*)?>)?", re.IGNORECASE
)
_DECLARED = re.compile(r"""<!ENTITY\s+([A-Za-z][\w.-]{0,31})\s+(?:"([^"<&%]{0,80})"|'([^'<&%]{0,80})')\s*>""")
"""An entity of the file's own, of plain text. One that is longer, or holds others, may be a bomb."""
_MOST_DECLARED = 100_000
"""Characters that entities of the file's own may add to it, in all."""
_REFERENCE = re.compile(
    r"(?P<literal><!\[CDATA\[.*?(?:\]\]>|\Z))"
    r"|&(?:(?:#[xX](?P<hex>[0-9A-Fa-f]++)|#(?P<number>[0-9]++)|(?P<name>[A-Za-z][\w.-]{0,31}));)?",
    re.DOTALL,
)
"""A reference, an ampersand that begins none, or a section in which there are none (XML 1.0, 2.7)."""
_PREDEFINED = frozenset(("amp", "lt", "gt", "quot", "apos"))
"""XML 1.0, 4.6."""
_REPLACEMENT = "\ufffd"
_LONGEST_NUMBER = 10
"""Digits; Unicode has seven at the most, and some books write zeros before them."""


def without_declarations(text: str) -> str:
    """The document with its references resolved, and without what stands before its root element."""
    head = _DECLARATIONS.match(text)
    body = text
    declared: dict[str, str] = {}
    if head is not None:
        body = text[head.end() :]
        declared = _declared(head["subset"] or "")
    return _Resolver(declared).resolved(body)


def _declared(subset: str) -> dict[str, str]:
    """The text of each entity that a document type declares, the first of its name (XML 1.0, 4.2)."""
    entities: dict[str, str] = {}
    for name, double, single in _DECLARED.findall(subset):
        entities.setdefault(name, double or single)
    return entities


class _Resolver:
    """Puts characters in the place of references."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self._declared = declared
        self._left = _MOST_DECLARED

    def resolved(self, text: str) -> str:
        return _REFERENCE.sub(self._resolve, text)

    def _resolve(self, match: re.Match[str]) -> str:
        if match["literal"] is not None:
            return match[0]
        name = match["name"]
        if name is None:
            return _numbered(match) if len(match[0]) > 1 else "&amp;"
        if name in _PREDEFINED:
            return match[0]
        declared = self._declared.get(name)
        if declared is not None and len(declared) <= self._left:
            self._left -= len(declared)
            return declared
        known = html5.get(f"{name};")
        # The name of what nobody has declared is text, as browsers show it.
        return known or f"&amp;{match[0][1:]}"


def _numbered(match: re.Match[str]) -> str:
    """The reference, or a replacement character where XML has no character of that number (XML 1.0, 2.2)."""
    written = match["number"]
    base = 10
    if written is None:
        written = match["hex"]
        base = 16
    digits = written.lstrip("0")
    if len(digits) > _LONGEST_NUMBER:
        return _REPLACEMENT
    if not _is_character(int(digits or "0", base)):
        return _REPLACEMENT
    return match[0].replace("X", "x")


def _is_character(number: int) -> bool:
    if number < 0x20:
        return number in (0x9, 0xA, 0xD)
    is_surrogate = 0xD800 <= number <= 0xDFFF
    return not is_surrogate and number <= 0x10FFFF and number not in (0xFFFE, 0xFFFF)
