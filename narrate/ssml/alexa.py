"""Script → the SSML of Alexa skills, through `ssml-builder`, which joins strings: all text is escaped here.

Alexa knows no `mark` and no voice but Amazon's own, so marks go, the narrator is the device's voice, and
speakers get Amazon's voices by gender, in order of appearance. Its limits (10 s for a break, and 240 s of
speech for one response) are the skill's business: cut the document at its paragraphs.
"""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape

from ssml_builder.core import Speech

from narrate.model import Script, Utterance
from narrate.ssml.pieces import Piece, pieces, sentences

# The adult English voices that ssml-builder 1.1 lets through.
VOICES = {
    "f": ("Joanna", "Amy", "Kendra", "Salli", "Nicole", "Kimberly"),
    "m": ("Matthew", "Brian", "Joey", "Russell"),
}
FRAGMENT_PROSODY = {"rate": "92%", "pitch": "+6%"}
LONGEST_BREAK = 10_000  # ms


def alexa_document(script: Script) -> str:
    """Write a whole script for Alexa: a `p` per block, in the voices of Amazon."""
    voices = _voices(script)
    speech = Speech()
    for _, utterances in groupby(script.utterances, key=lambda u: u.block):
        speech.p("".join(_utterance(utterance, voices) for utterance in utterances))
    return str(speech.speak())


def _voices(script: Script) -> dict[str, str]:
    """Amazon's voice for every voice that quotes; the others are the device's."""
    given: dict[str, str] = {}
    for utterance in script.utterances:
        if utterance.role == "quote" and utterance.voice.name not in given:
            names = VOICES.get(utterance.voice.gender or "", VOICES["f"] + VOICES["m"])
            given[utterance.voice.name] = min(names, key=list(given.values()).count)
    return given


def _utterance(utterance: Utterance, voices: dict[str, str]) -> str:
    said = " ".join(_sentence(utterance, start, end) for start, end in sentences(utterance))
    if utterance.role == "quote":
        said = Speech().voice(said, voices[utterance.voice.name], is_nested=True)
    pause = min(round(utterance.pause_after * 1000), LONGEST_BREAK)
    return said + (Speech().pause(f"{pause}ms", is_nested=True) if pause else " ")


def _sentence(utterance: Utterance, start: int, end: int) -> str:
    said = []
    for in_fragment, group in groupby(pieces(utterance, start, end), key=lambda piece: piece.in_fragment):
        words = "".join(map(_piece, group))
        said.append(Speech().prosody(words, **FRAGMENT_PROSODY, is_nested=True) if in_fragment else words)
    return "".join(said)


def _piece(piece: Piece) -> str:
    if piece.alias is None:
        return escape(piece.text)
    return str(Speech().sub(escape(piece.text), escape(piece.alias, {'"': "&quot;"}), is_nested=True))
