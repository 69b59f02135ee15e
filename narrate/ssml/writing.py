"""Script → SSML 1.1, built as a tree and never as text, so that nothing in an article can be markup."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from narrate.model import Script, Utterance
from narrate.ssml.pieces import Piece, pieces, sentences

NAMESPACE = "http://www.w3.org/2001/10/synthesis"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
GENDERS = {"f": "female", "m": "male", None: "neutral"}
# Silence between two sentences of one utterance: a newsreader's 0.3 to 0.4 s.
SENTENCE_BREAK = "350ms"
# How a quoted fragment is set apart in the reporter's sentence: a little slower and higher is heard
# as quoted, without sounding like another person.
FRAGMENT_PROSODY = {"rate": "92%", "pitch": "+1st"}


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
    for start, end in sentences(utterance):
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


def _sentence(utterance: Utterance, start: int, end: int) -> etree._Element:
    sentence = _element("s")
    for in_fragment, group in groupby(pieces(utterance, start, end), key=lambda piece: piece.in_fragment):
        parent = _element("prosody", **FRAGMENT_PROSODY) if in_fragment else sentence
        for piece in group:
            _append(parent, piece)
        if in_fragment:
            sentence.append(parent)
    return sentence


def _append(parent: etree._Element, piece: Piece) -> None:
    if piece.alias is not None:
        sub = _element("sub", alias=piece.alias)
        sub.text = piece.text
        parent.append(sub)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + piece.text
    else:
        parent.text = (parent.text or "") + piece.text
