"""Script → SSML 1.1, built as a tree and never as text, so that nothing in an article can be markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

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
    known = {(m.start, m.end) for m in utterance.marks if m.kind == "sub"}
    marks = [
        replace(m, attributes=()) if m.kind == "audio" else m  # its description is no text of the utterance
        for m in utterance.marks
        if m.kind != "say-as" or (m.start, m.end) not in known
    ]
    root.append(_voice(utterance, [*marks, *_sentence_breaks(marks)]))
    return etree.tostring(root, encoding="unicode")


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
    for _, utterances in groupby(script.utterances, key=lambda u: u.block):
        paragraph = element("p")
        root.append(paragraph)
        for utterance in utterances:
            paragraph.append(element("mark", {"name": f"u{utterance.index}"}))
            voice = _voice(utterance, list(_as_told(utterance, say_as)))
            paragraph.append(_at_rate(utterance.voice.rate, voice))
            paragraph.append(element("break", {"time": f"{utterance.pause_after * 1000:.10g}ms"}))
    for child in root:
        child.tail = "\n"
    return root


def spelled(text: str) -> str | None:
    """How a word of capitals is said letter by letter, "U.N"; None for any other text."""
    return ".".join(text) if len(text) > 1 and text.isascii() and text.isalpha() and text.isupper() else None


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
    breaks = sorted(m.start for m in marks if m.kind == "break")
    for before, after in pairwise(sentences(marks)):
        at = bisect_right(breaks, after.start)
        if not (at and breaks[at - 1] >= before.end):
            yield Mark("break", before.end, before.end, SENTENCE_BREAK)


def _as_told(utterance: Utterance, say_as: frozenset[str] | None) -> Iterator[Mark]:
    """For other systems: what is a kind of thing is marked as such, where they know it, and not in words."""
    known = [m for m in utterance.marks if m.kind == "say-as" and (say_as is None or m.value in say_as)]
    told = {(m.start, m.end) for m in known}
    in_words = {(m.start, m.end) for m in utterance.marks if m.kind == "sub"}
    spells = say_as is None or "characters" in say_as
    for mark in utterance.marks:
        if spells and mark.kind == "sub" and mark.value == spelled(utterance.text[mark.start : mark.end]):
            yield replace(mark, kind="say-as", value="characters")
        elif mark.kind == "sub" and (mark.start, mark.end) in told:
            continue
        elif mark.kind != "say-as" or mark in known or (mark.start, mark.end) not in in_words:
            yield mark
