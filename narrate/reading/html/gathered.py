"""The text of a line while it is being read, and what is taken out of its sentence on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from narrate.reading.html import asides, scripts
from narrate.reading.html.asides import Aside
from narrate.reading.html.breaks import BREAK, divided

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""Soft hyphens, and marks of no width, would break words apart."""
_OPENING, _CLOSING = "“‘", "”’"
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?][\"”’']?$")
_TEX = re.compile(r"\\\(.{1,500}?\\\)|\\\[.{1,2000}?\\\]", re.DOTALL)
"""Formulas between the delimiters that MathJax and KaTeX look for."""


@dataclass(slots=True)
class Gathered:
    """The text of one line, from all elements in it. It is cleared, and filled again, for the next line."""

    asides: list[Aside] = field(default_factory=list)
    """What stands inside the line and is no part of its sentence."""
    _text: list[str] = field(default_factory=list)
    _aside: _Element | None = None
    """The element whose text is being taken out of the line."""
    _aside_text: list[str] = field(default_factory=list)
    _aside_reason: str = ""
    _quotes: int = 0
    """Elements of this kind that are open; the same for the next three."""
    _links: int = 0
    _bolds: int = 0
    _raised: int = 0
    _visible: int = 0
    """Visible characters of the line."""
    _visible_linked: int = 0
    """Those in links."""
    _visible_bold: int = 0
    """Those in bold."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been gathered yet, not even white space."""
        return not self._text

    @property
    def before(self) -> str:
        """The last text that was added; empty at the beginning of a line."""
        return self._text[-1] if self._text else ""

    @property
    def linked(self) -> float:
        """The share of the line's characters that are in links."""
        return self._visible_linked / max(self._visible, 1)

    @property
    def bold(self) -> float:
        """The share of the line's characters that are in bold."""
        return self._visible_bold / max(self._visible, 1)

    @property
    def is_bold(self) -> bool:
        """Whether all of the line is in bold, but for a full stop."""
        return self._visible_bold * 10 > self._visible * 9

    def count(self, element: _Element, step: int) -> None:
        """An inline element begins (1) or ends (-1)."""
        tag = element.tag
        if tag == "a":
            self._links += step
        elif tag in ("b", "strong"):
            self._bolds += step
        elif tag == "sup":
            self._raised += step
        elif tag == "q":
            self._quotes += step

    def add(self, text: str | None) -> None:
        """Text, as it stands in the source of the page."""
        if not text:
            return
        if self._aside is not None:
            self._aside_text.append(text)
            return
        if text[0].isupper() and _SENTENCE_END.search(self.before[-4:]):
            self._text.append(" ")  # such elements are set apart by style sheets
        self._text.append(self._as_script(text))
        visible = len(text.replace(BREAK, "").strip())
        self._visible += visible
        if self._links:
            self._visible_linked += visible
        if self._bolds:
            self._visible_bold += visible

    def _as_script(self, text: str) -> str:
        """Superscripts as characters; one that follows nothing is raised by its style only."""
        if self._raised and self.before.strip():
            return scripts.raised(text)
        return text

    def open_quotation(self) -> None:
        """The quotation mark that a browser puts before a `q`: double outside, single inside."""
        self.add(_OPENING[self._quotes % 2])

    def close_quotation(self) -> None:
        """The one that it puts behind it."""
        self.add(_CLOSING[self._quotes % 2])

    @property
    def is_in_aside(self) -> bool:
        """Whether text is being taken out of the line."""
        return self._aside is not None

    def begin_aside(self, element: _Element, reason: str) -> None:
        """Take the text of an element out of the line. Inside an aside no other begins."""
        self._aside = element
        self._aside_reason = reason

    def is_aside(self, element: _Element) -> bool:
        """Whether this is the element whose text is being taken out."""
        return element is self._aside

    def end_aside(self) -> None:
        """What was gathered beside the line is kept with it."""
        text = "".join(self._aside_text)
        text = text.replace(BREAK, " ")
        text = text.translate(_INVISIBLE)
        self.set_aside(text, self._aside_reason)
        self._aside = None
        self._aside_text.clear()

    def set_aside(self, text: str, reason: str) -> None:
        """Keep a text beside the line, folded, unless it is blank."""
        folded = " ".join(text.split())
        if folded:
            self.asides.append(Aside(folded, reason))

    def parts(self) -> list[str]:
        """The line, or several where breaks divide it; none where nothing but white space was gathered."""
        if self._aside is not None:
            self.end_aside()
        text = self._without_tex("".join(self._text))
        if not text or text.isspace():
            return []
        return divided(text.translate(_INVISIBLE))

    def _without_tex(self, text: str) -> str:
        """The text without formulas that a script would draw; they are kept beside the line."""
        if "\\" not in text:
            return text
        for formula in _TEX.findall(text):
            self.asides.append(Aside(formula, asides.FORMULA))
        return _TEX.sub(" ", text)

    def clear(self) -> None:
        """Begin the next line, inside the same elements."""
        self._text.clear()
        self.asides.clear()
        self._visible = 0
        self._visible_linked = 0
        self._visible_bold = 0
