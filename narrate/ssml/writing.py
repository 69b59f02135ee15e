"""Script → SSML 1.1, built as a tree and never as text, so that nothing in an article can be markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from lxml import etree

from narrate.model import Mark, Script, Utterance
from narrate.ssml.metadata import metadata
from narrate.ssml.nesting import element, fill, sentences
from narrate.ssml.vocabulary import GENDERS, ID, LANG, NAMESPACE

SENTENCE_BREAK = "350ms"
"""Silence between two sentences of one utterance that have none: a newsreader's 0.3 to 0.4 s."""


def utterance_document(utterance: Utterance) -> str:
    """Write the SSML document that an engine is given for one utterance.

    The document's character data is the utterance's text, character for character (one that XML
    cannot carry becomes a space), so that offsets in one are offsets in the other. What is to be said as a
    kind of thing (`say-as`) stands there in words (`sub`) where its spoken form is known.
    """
    root = _speak(utterance.voice.language)
    marks = _for_engines(utterance.marks)
    root.append(_voice(utterance, [*marks, *_sentence_breaks(marks)]))
    return etree.tostring(root, encoding="unicode")


def _for_engines(marks: Sequence[Mark]) -> list[Mark]:
    """The marks without what stands there in words, and without descriptions, which are no text."""
    in_words = {_span(mark) for mark in marks if mark.kind == "sub"}
    told = [mark for mark in marks if mark.kind != "say-as" or _span(mark) not in in_words]
    return [_without_description(mark) for mark in told]


def _without_description(mark: Mark) -> Mark:
    return replace(mark, attributes=()) if mark.kind == "audio" else mark


def document(script: Script) -> str:
    """Write a whole script as one document, which `read` reads back.

    A `p` per block, a `mark` per utterance, named u0, u1 …, and about each utterance what SSML has no words
    for in the metadata.
    """
    text = etree.tostring(tree(script), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def tree(script: Script, say_as: frozenset[str] | None = None) -> etree._Element:
    """The same as a tree, for dialects: `say_as` is what they take as `interpret-as`, None for anything."""
    root = _speak(script.article.language)
    for name, address in script.lexicons:
        root.append(element("lexicon", {"uri": address, ID: name}))
    root.append(metadata(script))
    for _, utterances in groupby(script.utterances, key=attrgetter("block")):
        paragraph = element("p")
        root.append(paragraph)
        for utterance in utterances:
            paragraph.extend(_parts(utterance, say_as))
    for child in root:
        child.tail = "\n"
    return root


def _parts(utterance: Utterance, say_as: frozenset[str] | None) -> Iterator[etree._Element]:
    """An utterance's mark, what it says, and the pause after it."""
    yield element("mark", {"name": f"u{utterance.index}"})
    marks = list(_as_told(utterance, say_as))
    voice = _voice(utterance, marks)
    yield _at_rate(utterance.voice.rate, voice)
    milliseconds = utterance.pause_after * 1000
    yield element("break", {"time": f"{milliseconds:.10g}ms"})


def spelled(text: str) -> str | None:
    """How a word of capitals is said letter by letter, "U.N"; None for any other text."""
    is_word = len(text) > 1 and text.isascii() and text.isalpha()
    if is_word and text.isupper():
        return ".".join(text)
    return None


def percent(factor: float) -> str:
    """A rate of section 3.2.4."""
    return f"{factor * 100:.10g}%"


def _speak(language: str) -> etree._Element:
    root = etree.Element(f"{{{NAMESPACE}}}speak", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("version", "1.1")
    root.set(LANG, language)
    return root


def _voice(utterance: Utterance, marks: Sequence[Mark]) -> etree._Element:
    """One voice around the sentences; what stands between sentences is white space."""
    voice = element("voice", {"name": utterance.voice.name, "gender": GENDERS[utterance.voice.gender]})
    fill(voice, utterance.text, marks)
    return voice


def _at_rate(rate: float, voice: etree._Element) -> etree._Element:
    """A voice at its own rate, which stands around it; what stands inside is the author's."""
    if rate == 1.0:
        return voice
    around = element("prosody", {"rate": percent(rate)})
    around.append(voice)
    return around


def _sentence_breaks(marks: Sequence[Mark]) -> Iterator[Mark]:
    """A break between any two sentences that have none."""
    breaks = sorted(mark.start for mark in marks if mark.kind == "break")
    for before, after in pairwise(sentences(marks)):
        at = bisect_right(breaks, after.start)
        has_break = at > 0 and breaks[at - 1] >= before.end
        if not has_break:
            yield Mark("break", before.end, before.end, SENTENCE_BREAK)


def _as_told(utterance: Utterance, say_as: frozenset[str] | None) -> Iterator[Mark]:
    """For other systems: what is a kind of thing is marked as such, where they know it, and not in words."""
    telling = _Telling(utterance, say_as)
    return filter(None, map(telling.told, utterance.marks))


class _Telling:
    """Decides for each mark of an utterance how another system is told of it."""

    def __init__(self, utterance: Utterance, say_as: frozenset[str] | None) -> None:
        """`say_as`: what the system takes as `interpret-as`; None for anything."""
        self._text = utterance.text
        self._say_as = say_as
        self._in_words = {_span(mark) for mark in utterance.marks if mark.kind == "sub"}
        kinds = [mark for mark in utterance.marks if mark.kind == "say-as"]
        self._as_kinds = {_span(mark) for mark in kinds if self._takes(mark.value)}

    def told(self, mark: Mark) -> Mark | None:
        """The mark that the system is given; None where another one says the same."""
        if mark.kind == "sub":
            return self._told_in_words(mark)
        # A kind of thing that the system does not take is there in words, if words are known.
        is_missed = mark.kind == "say-as" and not self._takes(mark.value)
        return None if is_missed and _span(mark) in self._in_words else mark

    def _told_in_words(self, mark: Mark) -> Mark | None:
        is_spelled = mark.value == spelled(self._text[mark.start : mark.end])
        if is_spelled and self._takes("characters"):
            return replace(mark, kind="say-as", value="characters")
        return None if _span(mark) in self._as_kinds else mark

    def _takes(self, kind: str) -> bool:
        return self._say_as is None or kind in self._say_as


def _span(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
