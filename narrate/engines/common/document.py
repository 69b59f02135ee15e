"""SSML as an engine sees it: a list of sentences, each a list of runs and pauses.

The documents come lowered: nested elements are flattened here into runs of text with one rate, pitch
and volume each. Offsets count the characters that stand to be spoken, as written and white space
included, which is the utterance's text: `<sub alias="United Nations">UN</sub>` is two characters long,
and comments, processing instructions and what stands in `UNSPOKEN` elements are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from lxml import etree

from narrate import prosody
from narrate.errors import MarkupError

SSML = "http://www.w3.org/2001/10/synthesis"
# Section 3.1: they are about the document. `lookup` is not among them: it holds the text that it is about.
UNSPOKEN = frozenset({"lexicon", "meta", "metadata", "desc"})
HERTZ = 150.0
"""The pitch of a voice that nobody knows: between a man's 110 and a woman's 200."""
PACE = 19.5
"""Characters of English that a voice speaks in a second at rate 1.0, without pauses between sentences; what
`duration` is reckoned with. Over six sentences of news hibari has 19.4, piper's joe 20.0,
eSpeak NG 19 to 20.4."""
FASTEST = 4.0
"""Times faster or slower than normal, at the most, to fit a `duration`."""


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
    range: float = 1.0
    """How wide the melody is; 1.0 is the voice's own, 0 a monotone."""

    @property
    def spoken(self) -> str:
        """What the voice says."""
        return self.text if self.alias is None else self.alias


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence."""

    seconds: float


Sentence = tuple[Run | Pause, ...]


def runs_of(sentence: Sentence) -> tuple[Run, ...]:
    """What is said in a sentence, without its pauses."""
    return tuple(part for part in sentence if isinstance(part, Run))


def aligned(run: Run) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each character that a run says, and the span of the document's text that it stands for.

    An alias is stretched over the text that it replaces.
    """
    said = run.text if run.phonemes else run.spoken
    written = len(run.text)
    for index, char in enumerate(said):
        start = index * written // len(said)
        end = -(-(index + 1) * written // len(said))
        yield char, (run.start + start, run.start + end)


def parse(ssml: str, hertz: float = HERTZ) -> list[Sentence]:
    """Split a `<speak>` document into sentences; a document with no `<s>` or `<p>` is one sentence.

    White space alone makes no run, though its characters count. `hertz`: the voice's own pitch, which a
    pitch in Hz is measured against. A contour is a pitch for each word. Raises MarkupError if the input is
    not XML, has a document type declaration or does not start with `<speak>`, and for invalid values.
    """
    parser = _DocumentParser(hertz)
    parser.read(_root(ssml))
    return parser.sentences


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


@dataclass(frozen=True, slots=True)
class _Style:
    """How the text of an element is said."""

    run: Run
    contour: tuple[tuple[float, float], ...] = ()
    """Places from 0 to 1 in the text from `start` on, and the pitch there in semitones."""
    start: int = 0
    length: int = 0

    @property
    def says_otherwise(self) -> bool:
        """Whether something else than the text is said: an alias, or given sounds."""
        return self.run.alias is not None or self.run.phonemes is not None

    def pitch(self, offset: float) -> float:
        """The pitch at an offset in the document's text, on a straight line between two points."""
        places, pitches = zip(*self.contour, strict=True)
        return float(np.interp((offset - self.start) / max(self.length, 1), places, pitches))


class _DocumentParser:
    """Walks the tree in document order and collects sentences."""

    def __init__(self, hertz: float) -> None:
        self._hertz = hertz
        self.sentences: list[Sentence] = []
        self._current: list[Run | Pause] = []
        self._offset = 0
        # One for every element that is open; None where nothing is spoken.
        self._styles: list[_Style | None] = [_Style(Run("", 0))]
        self._last: _Style | None = None
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
        name = _name(element)
        style = self._styles[-1]
        if style is None or name in UNSPOKEN:
            self._styles.append(None)
            return
        if style.says_otherwise:
            raise MarkupError("<sub> and <phoneme> hold text only", f"<{name}>", "take the element out")
        if name in ("s", "p"):
            self._end_sentence()
        if name == "break":
            self._break(element)
        inner = self._styled(style, name, element)
        self._styles.append(inner)
        self._text(element.text)

    def _break(self, element: etree._Element) -> None:
        attributes = {str(key): str(value) for key, value in element.items()}
        seconds = prosody.pause(attributes)
        self._current.append(Pause(seconds))

    def _close(self, element: etree._Element) -> None:
        if self._styles.pop() is not None and _name(element) in ("s", "p"):
            self._end_sentence()
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        style = self._styles[-1]
        if not text or style is None:
            return
        is_sung = style.contour and not style.says_otherwise
        if is_sung:
            self._current += self._sung(text, style)
        else:
            self._append(text, style)
        self._offset += len(text)
        self._last = style

    def _append(self, text: str, style: _Style) -> None:
        """Text in one style; what only a comment separates from it stays one run."""
        before = self._current[-1] if self._current else None
        if style is self._last and isinstance(before, Run):
            self._current[-1] = replace(before, text=before.text + text)
        else:
            self._current.append(self._run(text, style))

    def _run(self, text: str, style: _Style) -> Run:
        """Text in one style; where a contour leads over an alias, at the pitch of its middle."""
        pitch = style.run.pitch
        if style.contour:
            pitch = style.pitch(self._offset + len(text) / 2)
        return replace(style.run, text=text, start=self._offset, pitch=pitch)

    def _sung(self, text: str, style: _Style) -> Iterator[Run]:
        """A run for each word, with the pitch that the contour has in its middle."""
        for word in re.finditer(r"\s*\S+\s*$|\s*\S+|\s+", text):
            middle = self._offset + (word.start() + word.end()) / 2
            yield replace(
                style.run, text=word[0], start=self._offset + word.start(), pitch=style.pitch(middle)
            )

    def _end_sentence(self) -> None:
        parts = tuple(part for part in self._current if isinstance(part, Pause) or part.text.strip())
        if parts:
            self.sentences.append(parts)
        self._current = []

    def _styled(self, style: _Style, tag: str, element: etree._Element) -> _Style:
        """The style of what is inside an element."""
        match tag:
            case "sub":
                return replace(style, run=replace(style.run, alias=element.get("alias")))
            case "phoneme" if element.get("alphabet", "ipa") == "ipa":
                return replace(style, run=replace(style.run, phonemes=element.get("ph")))
            case "phoneme":
                # Section 3.1.10: in an alphabet that the processor does not know, the text is spoken.
                return replace(style, run=replace(style.run, phonemes=None))
            case "prosody":
                return self._with_prosody(style, element)
            case _:
                return style

    def _with_prosody(self, style: _Style, element: etree._Element) -> _Style:
        run = style.run
        length = len("".join(map(str, element.itertext())))
        pitch = element.get("pitch")
        contour = element.get("contour")
        changed = replace(
            run,
            rate=_rate(element, run.rate, length),
            pitch=prosody.pitch(pitch or "medium", self._hertz, run.pitch),
            volume=prosody.within(
                run.volume + prosody.volume(element.get("volume", "medium")), prosody.LOUDEST
            ),
            range=prosody.within(
                run.range * prosody.spread(element.get("range", "medium"), self._hertz), prosody.FASTEST
            ),
        )
        if contour:
            points = prosody.contour(contour, self._hertz, run.pitch)
            return _Style(changed, points, self._offset, length)
        if pitch is not None:
            # A pitch of its own ends the contour of the elements around it.
            return _Style(changed, (), self._offset, length)
        return replace(style, run=changed)


def _rate(element: etree._Element, around: float, length: int) -> float:
    """The rate of a <prosody> with `length` characters; a `duration` takes precedence over a `rate`."""
    duration = element.get("duration")
    if not duration:
        factor = around * prosody.rate(element.get("rate", "medium"))
        return min(max(factor, 1 / prosody.FASTEST), prosody.FASTEST)
    wanted = max(prosody.seconds(duration), 1e-3)
    return min(max(length / PACE / wanted, 1 / FASTEST), FASTEST)
