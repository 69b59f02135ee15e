"""What each element of SSML asks for: a handler for each, which is called where the element begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from narrate.errors import MarkupError
from narrate.model import Mark, MarkKind, Voice
from narrate.prosody import pause, rate
from narrate.ssml.choosing import Wish, speaks
from narrate.ssml.metadata import Record
from narrate.ssml.nesting import VALUE_ATTRIBUTES
from narrate.ssml.sounding import ipa_of
from narrate.ssml.state import Frame, State
from narrate.ssml.vocabulary import ATTRIBUTES
from narrate.toml_files import nearest

Handler = Callable[[State, Frame], None]


def speak_language(state: State, frame: Frame) -> None:
    """Go on in a voice that speaks the element's language, where there is one."""
    language = frame.attributes["xml:lang"]
    frame.language = language
    if not speaks(frame.voice, language):
        voice = _voice_for(state, frame, language, frame.voice)
        if voice is not None:
            frame.voice = voice
            frame.cuts = True
            state.collector.cut(voice)
    mark = Mark("lang", 0, 0, language)
    state.begin(frame, mark)


def _voice_for(state: State, frame: Frame, language: str, current: Voice) -> Voice | None:
    """A voice that speaks a language; None, and a note, where there is none."""
    voice = state.chooser.choose(Wish(languages=(language,)), current)
    if voice is None:
        state.notes.add(frame.tag, f"no voice here speaks {language}: {current.name} reads it")
    return voice


def _speak(state: State, frame: Frame) -> None:
    state.language = frame.attributes.get("xml:lang") or state.language
    frame.language = state.language
    frame.voice = _voice_for(state, frame, state.language, state.default) or state.default
    state.collector.draft.voice = frame.voice
    if not {"startmark", "endmark"}.isdisjoint(frame.attributes):
        state.notes.add(frame.tag, "startmark and endmark have no effect: the whole document is spoken")


def _paragraph(state: State, frame: Frame) -> None:
    state.collector.paragraph += 1
    frame.cuts = True
    state.collector.cut(frame.voice)


def _voice(state: State, frame: Frame) -> None:
    wish = Wish.of(frame.attributes, frame.language)
    written = _chosen(state, frame, wish)
    told = _told_instead(state, wish.name)
    frame.voice = written if told is None else _chosen(state, frame, Wish(names=(told,)))
    # An utterance stands at the rate of its voice, times that of all of the document.
    state.collector.draft.rate *= frame.voice.rate / written.rate
    frame.cuts = True
    frame.language = frame.attributes.get("xml:lang") or frame.language
    state.collector.cut(frame.voice)


def _told_instead(state: State, name: str) -> str | None:
    """The voice that the metadata has for the speaker of what begins here, if it is not that of the body."""
    draft = state.collector.draft
    if draft.record is None or not draft.blank:
        return None
    return state.told.voice_instead_of(name, state.told.utterances[draft.record])


def _chosen(state: State, frame: Frame, wish: Wish) -> Voice:
    """The voice for a wish; one that is not as wished is noted."""
    voice = state.chooser.choose(wish, frame.voice)
    if voice is None:
        voice = _next_best(state, frame, wish)
        state.notes.add(frame.tag, f"no voice here is as <voice> requires: {voice.name} speaks")
    elif wish.asks_for_other_than(voice):
        note = f"no voice here is called {wish.name}: {voice.name} speaks"
        state.notes.add(frame.tag, note, "more voices are not here: others speak for them")
    return voice


def _next_best(state: State, frame: Frame, wish: Wish) -> Voice:
    """Who speaks where no voice is as required (section 3.2.1, onvoicefailure)."""
    if frame.attributes.get("onvoicefailure") == "keepexisting":
        return frame.voice
    return state.chooser.choose(replace(wish, required=()), frame.voice) or frame.voice


def _audio(state: State, frame: Frame) -> None:
    attributes = _own(frame)
    source = attributes.pop("src", "")
    if source:
        frame.cuts = True
        state.collector.cut(frame.voice, sounds=True)
        address = urljoin(frame.base, source)
        state.begin(frame, Mark("audio", 0, 0, address, tuple(attributes.items())))


def _break(state: State, frame: Frame) -> None:
    try:
        length = pause(frame.attributes)
    except MarkupError as error:
        raise frame.tag.place.error(error.problem, error.value, error.remedy) from error
    state.collector.point(Mark("break", 0, 0, f"{length * 1000:.10g}ms"))


def _mark(state: State, frame: Frame) -> None:
    name = frame.attributes["name"]
    record = state.told.utterances.get(name)
    if record is not None:
        _note_stranger(state, frame, record)
        state.collector.cut(frame.voice, record=name)
    else:
        state.collector.point(Mark("mark", 0, 0, name))


def _note_stranger(state: State, frame: Frame, record: Record) -> None:
    """Note a speaker of whom the metadata does not tell, though it tells of people."""
    speaker, people = record.speaker, state.told.people
    if speaker is not None and people and speaker.name not in people:
        known = nearest(speaker.name, people)
        note = f"the metadata has no <narrate:person> called {speaker.name} ({known}): the voice stays"
        state.notes.add(frame.tag, note)


def _prosody(state: State, frame: Frame) -> None:
    attributes = _own(frame)
    # Around the voice of an utterance of ours stands the voice's own rate.
    if "rate" in attributes and _is_around_utterance(state):
        state.collector.draft.rate = rate(attributes.pop("rate"))
    if attributes:
        state.begin(frame, Mark("prosody", 0, 0, attributes=tuple(attributes.items())))


def _is_around_utterance(state: State) -> bool:
    """Whether what begins here stands around all of an utterance that the metadata tells of."""
    draft = state.collector.draft
    is_in_voice = any(open_.tag.name == "voice" for open_ in state.frames)
    return draft.record is not None and draft.blank and not is_in_voice


def _phoneme(state: State, frame: Frame) -> None:
    alphabet = frame.attributes.get("alphabet", "ipa")
    ipa = ipa_of(frame.tag)
    if ipa is None:
        state.notes.add(frame.tag, f"<phoneme> in the alphabet {alphabet}: its text is spoken as written")
    elif not ipa:
        state.notes.add(frame.tag, "<phoneme> without sounds: its text is spoken as written")
    else:
        # Section 3.1.10: it may be empty. Then its sounds are what is written, too.
        frame.instead = ipa
        state.begin(frame, Mark("phoneme", 0, 0, ipa))


def _sub(state: State, frame: Frame) -> None:
    frame.instead = frame.attributes["alias"]
    annotation(state, frame)


def _meta(state: State, frame: Frame) -> None:
    state.told.meta(frame.attributes)


def _lexicon(state: State, frame: Frame) -> None:
    name = frame.attributes.get("xml:id", f"lexicon{len(state.lexicons)}")
    state.lexicons[name] = urljoin(frame.base, frame.attributes["uri"])


def annotation(state: State, frame: Frame) -> None:
    """What is said of a stretch of text, by the element's name and attributes."""
    kind = _KINDS.get(frame.tag.name)
    if kind is None:
        return
    attributes = _own(frame)
    usual = "moderate" if kind == "emphasis" else ""
    name = VALUE_ATTRIBUTES.get(kind, "")
    value = attributes.pop(name, usual)
    mark = Mark(kind, 0, 0, value, tuple(attributes.items()))
    state.begin(frame, mark)


def _own(frame: Frame) -> dict[str, str]:
    """An element's attributes without those that all elements may have."""
    common = ATTRIBUTES["*"]
    return {name: value for name, value in frame.attributes.items() if name not in common}


_KINDS: Mapping[str, MarkKind] = {
    "s": "sentence", "sub": "sub", "say-as": "say-as", "token": "token", "w": "token", "lookup": "lookup",
    "emphasis": "emphasis",
}  # fmt: skip
HANDLERS: Mapping[str, Handler] = {
    "speak": _speak,
    "p": _paragraph,
    "voice": _voice,
    "audio": _audio,
    "break": _break,
    "mark": _mark,
    "prosody": _prosody,
    "phoneme": _phoneme,
    "sub": _sub,
    "meta": _meta,
    "lexicon": _lexicon,
}
