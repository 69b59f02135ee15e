"""SSML 1.1 → Script: ours or another's. Every element is honoured or degraded by a rule in docs/ssml.md.

A new utterance begins where the voice changes, at a paragraph, at a recording (<audio>) and at a mark that
the metadata tells of. What else the document asks for becomes marks on the text, the same that `writing`
makes elements of. What cannot be honoured is noted, text is never lost, and a tag is never spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from narrate.errors import MarkupError
from narrate.model import Script, Voice
from narrate.ssml.checking import check_inside, checked, is_known, standard
from narrate.ssml.drafts import assembled, settled
from narrate.ssml.elements import HANDLERS, annotation, speak_language
from narrate.ssml.scanning import End, Event, Tag, scan
from narrate.ssml.state import Frame, State
from narrate.ssml.vocabulary import EMPTY, UNSPOKEN


def read(text: str, voices: Sequence[Voice], *, strict: bool = False) -> Script:
    """Read a document, to be spoken by `voices`, the first of which speaks where none is asked for.

    The script's marks are what the document says; sentences and spoken forms that it leaves out are not in
    it. Its notes are what could not be honoured. `strict`: refuse elements and attributes that are not part
    of SSML, rather than note them and speak the rest.

    Raises MarkupError, with line and column: if the input is not SSML, for a misspelled element or attribute,
    a value that means nothing, and a document with nothing to say.
    """
    parser = _SsmlParser(voices, strict)
    for event in scan(text):
        parser.take(event)
    return parser.script()


_WITHOUT_LANGUAGE = ("speak", "voice", "desc")
"""Elements whose `xml:lang` chooses no other voice for what is inside, or whose handlers choose it."""


class _SsmlParser:
    """Follows a document tag by tag."""

    def __init__(self, voices: Sequence[Voice], strict: bool) -> None:
        self._state = State(voices)
        self._strict = strict

    def take(self, event: Event) -> None:
        """Take in the next tag or text."""
        match event:
            case Tag():
                self._open(event)
            case End():
                self._close(self._state.frames.pop())
            case _:
                self._text(event)

    def script(self) -> Script:
        """What all of it comes to. Raises MarkupError where nothing is said."""
        state = self._state
        drafts = settled(state.collector.drafts)
        if not drafts:
            raise MarkupError("there is nothing to say in the document", None, "put text into <speak>")
        script = assembled(drafts, state.told, state.language)
        return replace(script, lexicons=tuple(state.lexicons.items()), notes=tuple(state.notes))

    def _open(self, tag: Tag) -> None:
        """Begin an element: of SSML, of a vendor, or of the metadata."""
        around = self._state.innermost
        frame = self._state.push(tag)
        if around is not None and around.silent:
            self._state.told.take(tag)
        elif self._is_vendors(tag, around):
            frame.is_vendors = True
        else:
            self._open_ours(frame, around)

    def _is_vendors(self, tag: Tag, around: Frame | None) -> bool:
        """Whether an element is not part of SSML, which is noted."""
        consequence = f"<{tag.name}> is not part of SSML: its content is spoken"
        if tag.foreign:
            self._state.notes.add(tag, consequence)
            return True
        if _is_inner_document(tag, around):
            return True
        meant = self._in_own_words(tag)
        if is_known(meant):
            return False
        self._report(tag, consequence)
        return True

    def _in_own_words(self, tag: Tag) -> Tag:
        return tag if self._strict else standard(tag)

    def _open_ours(self, frame: Frame, around: Frame | None) -> None:
        """Begin an element of SSML."""
        tag = self._in_own_words(frame.tag)
        if around:
            check_inside(tag, around.tag)
        frame.tag = replace(tag, attributes=checked(tag, self._report))
        frame.silent = tag.name in UNSPOKEN
        frame.base = urljoin(frame.base, frame.attributes.get("xml:base", ""))
        changes_language = tag.name not in _WITHOUT_LANGUAGE
        if changes_language and frame.attributes.get("xml:lang"):
            speak_language(self._state, frame)
        handle = HANDLERS.get(tag.name, annotation)
        handle(self._state, frame)

    def _close(self, frame: Frame) -> None:
        collector = self._state.collector
        collector.text(self._said_instead(frame))
        collector.end(frame.marks)
        if frame.is_paragraph:
            collector.paragraph += 1
        if frame.cuts:
            collector.cut(self._state.frames[-1].voice)

    def _said_instead(self, frame: Frame) -> str:
        """What an element asks for that holds no text; "" for any other."""
        is_empty = bool(frame.instead) and self._state.collector.is_blank_in_mark()
        return frame.instead if is_empty else ""

    def _text(self, text: str) -> None:
        frame = self._state.frames[-1]
        if frame.tag.name == "desc":
            self._state.collector.describe(text)
        elif frame.silent:
            self._state.told.say(frame.tag, text)
        else:
            _refuse_in_empty(frame.tag, text)
            self._state.collector.text(text)

    def _report(self, tag: Tag, text: str) -> None:
        """Note what is not part of SSML. Raises MarkupError where nothing else may be in the document."""
        if self._strict:
            problem, _, consequence = text.partition(": ")
            raise tag.place.error(problem, None, f"take it out, or leave --strict out: then {consequence}")
        self._state.notes.add(tag, text)


def _is_inner_document(tag: Tag, around: Frame | None) -> bool:
    """Whether a document begins inside a vendor's element: Google has them in its <media>."""
    return tag.name == "speak" and around is not None and around.is_vendors


def _refuse_in_empty(tag: Tag, text: str) -> None:
    """Raise MarkupError for text in an element that may hold none."""
    if tag.name in EMPTY and text.strip():
        problem = f"<{tag.name}> holds nothing, and here it holds"
        raise tag.place.error(problem, text.strip()[:40], "move the text behind it")
