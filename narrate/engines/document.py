"""SSML as an engine sees it: a list of sentences, each a list of runs and pauses.

The documents come lowered: nested elements are flattened here into runs of text with one rate, pitch
and volume each. Offsets count the characters that stand to be spoken, as written and white space
included, which is the utterance's text: `<sub alias="United Nations">UN</sub>` is two characters long,
and comments, processing instructions and what stands in `UNSPOKEN` elements are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import log2

from lxml import etree

from narrate.errors import MarkupError

SSML = "http://www.w3.org/2001/10/synthesis"
# SSML 1.1 section 3.2.3: strengths are the processor's to choose; x-strong is a paragraph's pause.
STRENGTHS = {"none": 0.0, "x-weak": 0.06, "weak": 0.12, "medium": 0.25, "strong": 0.5, "x-strong": 0.9}
RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.4, "x-fast": 2.0}
PITCHES = {"x-low": -8.0, "low": -4.0, "medium": 0.0, "default": 0.0, "high": 4.0, "x-high": 8.0}
VOLUMES = {
    "silent": -96.0, "x-soft": -12.0, "soft": -6.0, "medium": 0.0, "default": 0.0, "loud": 4.0, "x-loud": 8.0
}  # fmt: skip
# Section 3.1: they are about the document. `lookup` is not among them: it holds the text that it is about.
UNSPOKEN = frozenset({"lexicon", "meta", "metadata", "desc"})
LONGEST_BREAK = 600.0
"""Seconds. A longer one is a slip (milliseconds taken for seconds) that would fill the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is spoken with one prosody."""

    text: str
    """Characters as written."""
    start: int
    """Offset of the first in the document's character data."""
    alias: str | None = None
    """What to say instead of the text, or None."""
    phonemes: str | None = None
    """How to say it, in IPA, or None."""
    rate: float = 1.0
    """1.0 is normal and 2.0 twice as fast."""
    pitch: float = 0.0
    """Semitones; > 0 is higher."""
    volume: float = 0.0
    """dB."""

    @property
    def spoken(self) -> str:
        """What the voice says."""
        return self.text if self.alias is None else self.alias


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence."""

    seconds: float


Sentence = tuple[Run | Pause, ...]


def parse(ssml: str) -> list[Sentence]:
    """Split a `<speak>` document into sentences; a document with no `<s>` or `<p>` is one sentence.

    White space alone makes no run, though its characters count. Raises MarkupError for what is no XML,
    has a document type declaration or is no `<speak>`, and for values that mean nothing.
    """
    reader = _Reader()
    reader.read(_root(ssml))
    return reader.sentences


def _root(ssml: str) -> etree._Element:
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False)
    try:
        # A lone surrogate becomes bytes that the parser refuses with all the other characters XML has not.
        root = etree.fromstring(ssml.encode(errors="surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(
            "SSML is not well-formed XML", " ".join(error.msg.split()), "see docs/ssml.md"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MarkupError("SSML has a document type declaration", None, "leave <!DOCTYPE …> out")
    if _name(root) != "speak":
        raise MarkupError("SSML does not start with <speak>", root.tag)
    return root


def _name(element: etree._Element) -> str:
    """The element's name in SSML, or "" for an element of another vocabulary."""
    name = etree.QName(element)
    return name.localname if name.namespace in (SSML, None) else ""


class _Reader:
    """Walks the tree in document order and collects sentences."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self._current: list[Run | Pause] = []
        self._offset = 0
        # One for every element that is open; None where nothing is spoken.
        self._styles: list[Run | None] = [Run("", 0)]
        self._last: Run | None = None
        """The style of the last run, so that text which only a comment splits stays one run."""

    def read(self, root: etree._Element) -> None:
        """Take in the whole document. No recursion: how deep it is nested is the document's choice."""
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._open(node)
            elif event == "end":
                self._close(node)
            else:
                self._text(node.tail)
        self._end_sentence()

    def _open(self, element: etree._Element) -> None:
        name, style = _name(element), self._styles[-1]
        if style is None or name in UNSPOKEN:
            self._styles.append(None)
            return
        if style.alias is not None or style.phonemes is not None:
            raise MarkupError("<sub> and <phoneme> hold text only", f"<{name}>", "take the element out")
        if name in ("s", "p"):
            self._end_sentence()
        if name == "break":
            self._current.append(Pause(_break_seconds(element)))
        self._styles.append(_styled(style, name, element))
        self._text(element.text)

    def _close(self, element: etree._Element) -> None:
        if self._styles.pop() is not None and _name(element) in ("s", "p"):
            self._end_sentence()
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        style = self._styles[-1]
        if not text or style is None:
            return
        before = self._current[-1] if self._current else None
        if isinstance(before, Run) and style is self._last:
            self._current[-1] = replace(before, text=before.text + text)
        else:
            self._current.append(replace(style, text=text, start=self._offset))
        self._offset += len(text)
        self._last = style

    def _end_sentence(self) -> None:
        parts = tuple(part for part in self._current if isinstance(part, Pause) or part.text.strip())
        if parts:
            self.sentences.append(parts)
        self._current = []


def _styled(style: Run, tag: str, element: etree._Element) -> Run:
    if tag == "sub":
        return replace(style, alias=element.get("alias"))
    if tag == "phoneme":
        # Section 3.1.10: in an alphabet that the processor does not know, the text is spoken.
        return replace(style, phonemes=element.get("ph") if element.get("alphabet", "ipa") == "ipa" else None)
    if tag == "prosody":
        return replace(
            style,
            rate=style.rate * _rate(element.get("rate", "medium")),
            pitch=style.pitch + _pitch(element.get("pitch", "medium")),
            volume=style.volume + _volume(element.get("volume", "medium")),
        )
    return style


def _break_seconds(element: etree._Element) -> float:
    time = element.get("time")
    if time is None:
        return _named(element.get("strength", "medium"), STRENGTHS, "break strength")
    match = re.fullmatch(r"\+?(\d*\.?\d+)(ms|s)", time.strip())
    if match is None:
        raise MarkupError("not a time", time, 'write "250ms" or "0.25s"')
    seconds = float(match[1]) / (1000 if match[2] == "ms" else 1)
    if seconds > LONGEST_BREAK:
        raise MarkupError("break is too long", time, f"at most {LONGEST_BREAK:g}s")
    return seconds


def _rate(value: str) -> float:
    """SSML 1.1 section 3.2.4: a percentage is a multiplier, 100% is no change."""
    match = re.fullmatch(r"(\d*\.?\d+)%", value)
    rate = float(match[1]) / 100 if match else _named(value, RATES, "rate")
    if rate == 0:
        raise MarkupError("speech cannot stand still", value, "a rate above 0%")
    return rate


def _pitch(value: str) -> float:
    """Section 3.2.4: "+2st" semitones; "+10%" relative change."""
    if match := re.fullmatch(r"([+-]\d*\.?\d+)st", value):
        return float(match[1])
    if match := re.fullmatch(r"([+-]\d*\.?\d+)%", value):
        return 12 * log2(max(1 + float(match[1]) / 100, 0.1))
    return _named(value, PITCHES, "pitch")


def _volume(value: str) -> float:
    """Section 3.2.4: "+6dB" relative to the current volume."""
    match = re.fullmatch(r"([+-]\d*\.?\d+)dB", value)
    return float(match[1]) if match else _named(value, VOLUMES, "volume")


def _named(value: str, table: dict[str, float], what: str) -> float:
    try:
        return table[value]
    except KeyError:
        raise MarkupError(f"unknown {what}", value, "one of " + ", ".join(table)) from None
