"""Script → SSML 1.1, built as a tree and never as text, so that nothing in an article can be markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from lxml import etree

from narrate.model import Mark, Script, Utterance

NAMESPACE = "http://www.w3.org/2001/10/synthesis"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
GENDERS = {"f": "female", "m": "male", None: "neutral"}
# Silence between two sentences of one utterance: a newsreader's 0.3 to 0.4 s.
SENTENCE_BREAK = "350ms"
# How a quoted fragment is set apart in the reporter's sentence: a little slower and higher is heard
# as quoted, without sounding like another person.
FRAGMENT_PROSODY = {"rate": "92%", "pitch": "+1st"}
# XML 1.0 section 2.2: what may not stand in a document at all.
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def utterance_document(utterance: Utterance) -> str:
    """Write the SSML document that an engine is given for one utterance.

    The document's character data is the utterance's text, character for character (one that XML
    cannot carry becomes a space), so that offsets in one are offsets in the other.
    """
    root = _speak(utterance.voice.language)
    root.append(_voice(utterance))
    return etree.tostring(root, encoding="unicode")


def document(script: Script) -> str:
    """Write a whole script as one document: a `p` per block, a `mark` per utterance, named u0, u1 …"""
    root = _speak(script.article.language)
    for _, utterances in groupby(script.utterances, key=lambda u: u.block):
        paragraph = _element("p")
        paragraph.tail = "\n"
        root.append(paragraph)
        for utterance in utterances:
            paragraph.append(_element("mark", name=f"u{utterance.index}"))
            paragraph.append(_voice(utterance))
            if utterance.pause_after:
                paragraph.append(_element("break", time=f"{round(utterance.pause_after * 1000)}ms"))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode")


def _speak(language: str) -> etree._Element:
    root = etree.Element(f"{{{NAMESPACE}}}speak", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root.set("version", "1.1")
    root.set(LANG, language)
    return root


def _element(tag: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{NAMESPACE}}}{tag}", attributes)


def _voice(utterance: Utterance) -> etree._Element:
    """One voice around the sentences; what stands between sentences is white space."""
    voice = _element("voice", name=utterance.voice.name, gender=GENDERS[utterance.voice.gender])
    at = 0
    for start, end in _sentences(utterance):
        between = utterance.text[at:start]
        if at:
            pause = _element("break", time=SENTENCE_BREAK)
            pause.tail = between
            voice.append(pause)
        else:
            voice.text = between
        voice.append(_sentence(utterance, start, end))
        at = end
    if rest := utterance.text[at:]:
        voice[-1].tail = rest
    return voice


def _sentences(utterance: Utterance) -> list[tuple[int, int]]:
    """Sentence spans, joined where a substitution runs over the boundary between two."""
    spans = [(m.start, m.end) for m in utterance.marks if m.kind == "sentence"] or [(0, len(utterance.text))]
    subs = [m for m in utterance.marks if m.kind == "sub"]
    joined = [spans[0]]
    for start, end in spans[1:]:
        if any(m.start < start < m.end or m.start < joined[-1][1] < m.end for m in subs):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _sentence(utterance: Utterance, start: int, end: int) -> etree._Element:
    sentence = _element("s")
    for in_fragment, pieces in groupby(_pieces(utterance, start, end), key=lambda piece: piece[2]):
        parent = _element("prosody", **FRAGMENT_PROSODY) if in_fragment else sentence
        for text, alias, _ in pieces:
            _append(parent, text, alias)
        if in_fragment:
            sentence.append(parent)
    return sentence


def _pieces(utterance: Utterance, start: int, end: int) -> Iterator[tuple[str, str | None, bool]]:
    """Yield (text, alias or None, whether in a fragment); a substitution is never cut."""
    fragments = [m for m in utterance.marks if m.kind == "fragment"]
    subs = [m for m in utterance.marks if m.kind == "sub" and start <= m.start and m.end <= end]
    edges = {start, end} | {e for m in subs for e in (m.start, m.end)}
    edges |= {
        e for m in fragments for e in (m.start, m.end)
        if start < e < end and not any(s.start < e < s.end for s in subs)
    }  # fmt: skip
    cuts = sorted(edges)
    aliases = {m.start: m.value for m in subs}
    for left, right in pairwise(cuts):
        yield utterance.text[left:right], aliases.get(left), _inside(left, fragments)


def _inside(position: int, marks: list[Mark]) -> bool:
    return any(mark.start <= position < mark.end for mark in marks)


def _append(parent: etree._Element, text: str, alias: str | None) -> None:
    text = NOT_XML.sub(" ", text)
    if alias is not None:
        sub = _element("sub", alias=NOT_XML.sub(" ", alias))
        sub.text = text
        parent.append(sub)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
