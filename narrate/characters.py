"""Characters that a Python string may have and others cannot take: XML, and libraries in C and Rust."""

from __future__ import annotations

import re

# As a class of all that XML has, it would take 5 ms to compile.
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters, and code points that are no characters: XML 1.0, 2.2."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair (Unicode, 3.9): no encoding of Unicode has it, but a Python string may."""


def xml_text(text: str) -> str:
    """The text, as long as before, with a space for every character that XML cannot carry."""
    return _NOT_XML.sub(" ", text)


def whole(text: str) -> str:
    """The text, as long as before, with a replacement character for each half of a character."""
    return _HALF.sub("\ufffd", text)
