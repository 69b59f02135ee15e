"""Bytes → text.

A byte-order mark decides, then UTF-16 by its NULs, then UTF-8 if it is valid, then what the text declares,
then a guess.
"""

from __future__ import annotations

import codecs
import unicodedata

from narrate.errors import SourceError
from narrate.reading.document import refuse_binary, refuse_noise

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # begins with UTF-16's, so it is asked first
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 20_000
"""Bytes looked at for a guess: enough for a page in any script."""


_NAMED = frozenset(
    (
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp866", "koi8-r", "koi8-u", "mac-roman"),
        *(f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *("cp874", "cp932", "cp949", *(f"cp{page}" for page in range(1250, 1259)), "tis-620", "ascii"),
        *("mac-cyrillic", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "euc_kr", "shift_jis"),
        *("iso2022_jp", "hz", "johab"),
    )
)
"""Encodings that a text may name: the WHATWG's Encoding Standard, 4.2, as Python calls them, and some that
came before it. Python knows others that are none of a text, or let broken characters in (UTF-7, Punycode)."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of an article, with line ends as "\\n". Raises SourceError for what is no text.

    `declared` is the encoding that the text itself names, as web pages do.
    """
    refuse_binary(data, name)
    text = _decoded(data, name, declared).replace("\r\n", "\n").replace("\r", "\n")
    refuse_noise(text, name)
    return text


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    encoding = _marked(data) or _utf16_by_nulls(data)
    if encoding is not None:
        return _in_encoding(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _guessed(data, name)


def _in_encoding(data: bytes, encoding: str, name: str) -> str:
    """Text in an encoding that is certain. Raises SourceError where it is broken."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"broken {encoding.upper()} text", name, "save it as UTF-8") from error


def _marked(data: bytes) -> str | None:
    """The encoding that a byte-order mark names."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    """Text in the encoding that it names, where there is one of that name; what is broken in it is marked."""
    try:
        encoding = codecs.lookup(declared or "").name
        if encoding not in _NAMED:
            return None
        if encoding in ("iso8859-1", "ascii"):
            # What calls itself Latin-1 is Windows-1252: the WHATWG's Encoding Standard, 4.2.
            encoding = "cp1252"
        return data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None


def named_in_text(label: str) -> str:
    """The encoding that a text means by a name in its own markup.

    A name that can be read as ASCII is in no UTF-16 or UTF-32: such a text is UTF-8 (HTML, 13.2.3.2).
    """
    is_wide = label.lower().replace("_", "-").startswith(("utf-16", "utf16", "utf-32", "utf32"))
    return "utf-8" if is_wide else label


def _utf16_by_nulls(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: in most scripts every other byte of a space or line end is NUL."""
    sample = data[:_SAMPLE]
    even = sample[::2].count(0)
    odd = sample[1::2].count(0)
    fewer, more = sorted((even, odd))
    # A tenth of the units: spaces alone are more than that.
    if more * 20 < len(sample):
        return None
    # NULs on both sides are another kind of file.
    if fewer * 50 > more:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:_SAMPLE]).best()
    # Single-byte code pages of the Latin script are told apart by a few letters only, and badly:
    # Windows-1252 is the one that English texts come in.
    if guess is None or _is_latin(str(guess)):
        encoding = "cp1252" if _fits_1252(data) else "latin-1"
        return data.decode(encoding)
    try:
        return data.decode(guess.encoding)
    except UnicodeDecodeError as error:
        problem = f"text in no encoding that is known, perhaps {guess.encoding}"
        raise SourceError(problem, name, "save it as UTF-8") from error


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 >= len(letters)


def _fits_1252(data: bytes) -> bool:
    """Five of its 256 bytes stand for nothing."""
    return not any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")
