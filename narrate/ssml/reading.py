"""SSML 1.1 → Script: ours or another's. Every element is honoured or degraded by a rule in docs/ssml.md.

A new utterance begins where the voice changes, at a paragraph, at a recording (<audio>) and at a mark that
the metadata tells of. What else the document asks for becomes marks on the text, the same that `writing`
makes elements of. What cannot be honoured is noted, text is never lost, and a tag is never spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from narrate.errors import MarkupError
from narrate.model import Mark, MarkKind, Script, Voice
from narrate.prosody import pause, rate
from narrate.ssml.checking import check_inside, checked
from narrate.ssml.choosing import Chooser, Wish, is_called, speaks
from narrate.ssml.collecting import Collector
from narrate.ssml.drafts import assembled, settled
from narrate.ssml.metadata import Told
from narrate.ssml.nesting import VALUE_ATTRIBUTES
from narrate.ssml.scanning import End, Event, Tag, scan
from narrate.ssml.sounding import ipa_of
from narrate.ssml.vocabulary import ATTRIBUTES, EMPTY, UNSPOKEN


def read(text: str, voices: Sequence[Voice]) -> Script:
    """Read a document, to be spoken by `voices`, the first of which speaks where none is asked for.

    The script's marks are what the document says; sentences and spoken forms that it leaves out are not in
    it. Its notes are what could not be honoured.

    Raises MarkupError, with line and column, for what is no SSML, an unknown element or attribute, a value
    that means nothing, and a document with nothing to say.
    """
    reader = _Reader(voices)
    for event in scan(text):
        reader.take(event)
    return reader.script()


@dataclass(slots=True)
class _Frame:
    """An element that is open."""

    tag: Tag
    voice: Voice
    """Who speaks in it."""
    language: str
    base: str
    """What addresses in it are relative to (section 3.1.4), itself relative to the document."""
    silent: bool = False
    """Whether its content is about the document."""
    marks: int = 0
    """How many marks end with it."""
    cuts: bool = False
    """Whether an utterance ends with it."""


class _Reader:
    """Knows what each element asks for."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self._chooser = Chooser(voices)
        self._default = voices[0]
        self._collector = Collector(voices[0])
        self._told = Told()
        self._frames: list[_Frame] = []
        self._language = "en"
        self._notes: dict[str, None] = {}
        self._lexicons: dict[str, str] = {}

    def take(self, event: Event) -> None:
        """Take in the next tag or text."""
        if isinstance(event, Tag):
            self._open(event)
        elif isinstance(event, End):
            self._close(self._frames.pop())
        else:
            self._text(event)

    def script(self) -> Script:
        """What all of it comes to."""
        drafts = settled(self._collector.drafts)
        if not drafts:
            raise MarkupError("there is nothing to say in the document", None, "put text into <speak>")
        script = assembled(drafts, self._told, self._language)
        return replace(script, lexicons=tuple(self._lexicons.items()), notes=tuple(self._notes))

    def _open(self, tag: Tag) -> None:
        around = self._frames[-1] if self._frames else _Frame(tag, self._default, self._language, "")
        silent = around.silent or tag.name in UNSPOKEN
        frame = _Frame(tag, around.voice, around.language, around.base, silent)
        self._frames.append(frame)
        if around.silent:
            self._told.take(tag)
            return
        if tag.foreign:
            self._note(tag, f"<{tag.name}> is none of SSML's: its content is spoken")
            return
        if around.tag is not tag:
            check_inside(tag, around.tag)
        frame.tag = replace(tag, attributes=checked(tag, self._note))
        frame.base = urljoin(frame.base, frame.tag.attributes.get("xml:base", ""))
        if tag.name not in ("speak", "voice", "desc") and frame.tag.attributes.get("xml:lang"):
            self._speak_language(frame)
        _HANDLERS.get(tag.name, _Reader._annotation)(self, frame)

    def _close(self, frame: _Frame) -> None:
        for _ in range(frame.marks):
            self._collector.end()
        if frame.tag.name == "p" and not frame.silent:
            self._collector.paragraph += 1
        if frame.cuts:
            self._collector.cut(self._frames[-1].voice)

    def _text(self, text: str) -> None:
        frame = self._frames[-1]
        if frame.tag.name == "desc":
            self._collector.describe(text)
        elif frame.silent:
            self._told.say(frame.tag, text)
        elif frame.tag.name in EMPTY and text.strip():
            problem = f"<{frame.tag.name}> holds nothing, and here it holds"
            raise frame.tag.place.error(problem, text.strip()[:40], "move the text behind it")
        else:
            self._collector.text(text)

    def _begin(self, frame: _Frame, mark: Mark) -> None:
        self._collector.begin(mark)
        frame.marks += 1

    def _note(self, tag: Tag, text: str) -> None:
        self._notes.setdefault(f"line {tag.place.line}: {text}")

    def _speak(self, frame: _Frame) -> None:
        attributes = frame.tag.attributes
        self._language = frame.language = attributes.get("xml:lang") or self._language
        voice = self._chooser.choose(Wish(languages=(self._language,)), self._default)
        if voice is None:
            self._note(frame.tag, f"no voice here speaks {self._language}: {self._default.name} reads it")
        frame.voice = self._collector.draft.voice = voice or self._default
        if "startmark" in attributes or "endmark" in attributes:
            self._note(frame.tag, "startmark and endmark have no effect: the whole document is spoken")

    def _speak_language(self, frame: _Frame) -> None:
        """Go on in a voice that speaks the element's language, where there is one."""
        frame.language = language = frame.tag.attributes["xml:lang"]
        if not speaks(frame.voice, language):
            voice = self._chooser.choose(Wish(languages=(language,)), frame.voice)
            if voice is None:
                self._note(frame.tag, f"no voice here speaks {language}: {frame.voice.name} reads it")
            else:
                frame.voice, frame.cuts = voice, True
                self._collector.cut(voice)
        self._begin(frame, Mark("lang", 0, 0, language))

    def _paragraph(self, frame: _Frame) -> None:
        self._collector.paragraph += 1
        frame.cuts = True
        self._collector.cut(frame.voice)

    def _voice(self, frame: _Frame) -> None:
        attributes = frame.tag.attributes
        wish = Wish.of(attributes, frame.language)
        voice = self._chooser.choose(wish, frame.voice)
        if voice is None:
            keeps = attributes.get("onvoicefailure") == "keepexisting"
            next_best = None if keeps else self._chooser.choose(replace(wish, required=()), frame.voice)
            voice = next_best or frame.voice
            self._note(frame.tag, f"no voice here is as <voice> requires: {voice.name} speaks")
        elif wish.names and not is_called(voice, wish.names):
            self._note(frame.tag, f"no voice here is called {wish.names[0]}: {voice.name} speaks")
        frame.voice, frame.cuts = voice, True
        frame.language = attributes.get("xml:lang") or frame.language
        self._collector.cut(voice)

    def _audio(self, frame: _Frame) -> None:
        attributes = _own(frame.tag)
        if source := attributes.pop("src", ""):
            frame.cuts = True
            self._collector.cut(frame.voice, sounds=True)
            self._begin(frame, Mark("audio", 0, 0, urljoin(frame.base, source), tuple(attributes.items())))

    def _break(self, frame: _Frame) -> None:
        try:
            length = pause(frame.tag.attributes)
        except MarkupError as error:
            raise frame.tag.place.error(error.problem, error.value, error.remedy) from error
        self._collector.point(Mark("break", 0, 0, f"{length * 1000:.10g}ms"))

    def _mark(self, frame: _Frame) -> None:
        name = frame.tag.attributes["name"]
        if name in self._told.utterances:
            self._collector.cut(frame.voice, record=name)
        else:
            self._collector.point(Mark("mark", 0, 0, name))

    def _prosody(self, frame: _Frame) -> None:
        attributes = _own(frame.tag)
        draft, inside = self._collector.draft, any(f.tag.name == "voice" for f in self._frames)
        if draft.record and draft.blank and not inside and "rate" in attributes:
            draft.rate = rate(attributes.pop("rate"))
        if attributes:
            self._begin(frame, Mark("prosody", 0, 0, attributes=tuple(attributes.items())))

    def _phoneme(self, frame: _Frame) -> None:
        if ipa := ipa_of(frame.tag):
            self._begin(frame, Mark("phoneme", 0, 0, ipa))
        else:
            alphabet = frame.tag.attributes["alphabet"]
            self._note(frame.tag, f"<phoneme> in the alphabet {alphabet}: its text is spoken as written")

    def _lexicon(self, frame: _Frame) -> None:
        name = frame.tag.attributes.get("xml:id", f"lexicon{len(self._lexicons)}")
        self._lexicons[name] = urljoin(frame.base, frame.tag.attributes["uri"])

    def _annotation(self, frame: _Frame) -> None:
        """What is said of a stretch of text, by the element's name and attributes."""
        attributes = _own(frame.tag)
        if (kind := _KINDS.get(frame.tag.name)) is None:
            return
        named = VALUE_ATTRIBUTES.get(kind, "")
        value = attributes.pop(named, "moderate" if kind == "emphasis" else "")
        self._begin(frame, Mark(kind, 0, 0, value, tuple(attributes.items())))


def _own(tag: Tag) -> dict[str, str]:
    """A tag's attributes without those that all elements may have."""
    return {name: value for name, value in tag.attributes.items() if name not in ATTRIBUTES["*"]}


_KINDS: Mapping[str, MarkKind] = {
    "s": "sentence", "sub": "sub", "say-as": "say-as", "token": "token", "w": "token", "lookup": "lookup",
    "emphasis": "emphasis",
}  # fmt: skip
_HANDLERS: Mapping[str, Callable[[_Reader, _Frame], None]] = {
    "speak": _Reader._speak,
    "p": _Reader._paragraph,
    "voice": _Reader._voice,
    "audio": _Reader._audio,
    "break": _Reader._break,
    "mark": _Reader._mark,
    "prosody": _Reader._prosody,
    "phoneme": _Reader._phoneme,
    "meta": lambda reader, frame: reader._told.meta(frame.tag.attributes),
    "lexicon": _Reader._lexicon,
}
