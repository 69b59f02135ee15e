"""What is unsure in a script, as a file of corrections in which nothing is corrected yet.

Every entry is commented out and says what has been decided: taking the signs away confirms it, and what is
then written over is a correction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from narrate.corrections import NOBODY, AnchoredText
from narrate.direction.performing import is_sure
from narrate.english.sentence_ends import ends_sentence
from narrate.model import Anchor, Block, Quotation, Script, Voice

FIRST_WORDS = 12
"""Words of a block that the stub repeats: enough to find it, and to see what it is."""
SPEECH = 5
"""Words of a quotation that may be speech though it was taken for none, and of a line that may be text."""
SURE = 0.75
"""Confidence from which on a speaker is not asked about."""
_HEAD = """\
# Corrections of “{title}”.
#
# Save this beside the article: ferry.txt has ferry.corrections.toml. Below is what narrate is not sure of,
# with what it has decided. Take the # off the lines of an entry, and change what is wrong. What stays
# commented out is as narrate thinks. Other entries are possible, too:
#
#   [[quotation]]  exact = "words of the article"   speaker = "Ada Moreau", or "{nobody}"
#   [[block]]      exact = "words in it"            kind = "heading", or spoken = false
#   [[word]]       exact = "Kalle"                  say = "other words", or ipa = "ˈkalə"
#   [[omit]]       exact = "words that are not to be spoken"
#   [people."Ada Moreau"]                           gender = "f", voice = "iris", aliases = ["the mayor"]
#
# `narrate names` lists the words that will probably be mispronounced.
"""
_NOTHING = "\n# Nothing here is unsure.\n"


def corrections_stub(script: Script) -> str:
    """Write what is unsure in a script as the start of a file of corrections; TOML, as all of them are."""
    entries = [*_quotations(script), *_people(script), *_blocks(script)]
    title = " ".join(script.article.title.split())
    head = _HEAD.format(title=title, nobody=NOBODY)
    return head + ("".join(f"\n{entry}" for entry in entries) or _NOTHING)


# -- who says what ------------------------------------------------------------------------------------
def _quotations(script: Script) -> Iterator[str]:
    text = AnchoredText(script.article.source)
    for quotation in script.quotations:
        doubt = _doubt(quotation)
        if doubt:
            speaker = quotation.speaker.name if quotation.speaker else NOBODY
            anchor = text.anchor_of(quotation.start, quotation.end)
            decided = {"speaker": speaker, "kind": quotation.kind}
            yield _entry(doubt, "[[quotation]]", {**_said_of(anchor), **decided})


def _doubt(quotation: Quotation) -> str:
    """What is unsure about who says a quotation; "" if nothing is."""
    if quotation.speaker is not None:
        return _doubt_of_speaker(quotation, quotation.speaker.name)
    if quotation.kind != "scare":
        return "Who says this? It is spoken in a voice for nobody in particular."
    is_long = len(quotation.text.split()) >= SPEECH
    return "Does anybody say this? The narrator reads it." if is_long else ""


def _doubt_of_speaker(quotation: Quotation, name: str) -> str:
    """What is unsure about a speaker; "" if the attribution is sure, or was given."""
    if quotation.confidence is None or quotation.confidence >= SURE:
        return ""
    doubt = f"Does {name} say this? {round(100 * quotation.confidence)} in 100 of such speakers are right."
    return doubt if is_sure(quotation) else f"{doubt} It is spoken in a voice for nobody in particular."


def _people(script: Script) -> Iterator[str]:
    """Those whose gender the article does not show, since it decides about their voice."""
    quoted = {each.speaker: each.voice for each in reversed(script.utterances) if each.speaker}
    in_order = dict.fromkeys(each.speaker for each in script.utterances if each.speaker)
    for speaker in in_order:
        if speaker.gender is None:
            yield _person(speaker.name, quoted[speaker])


def _person(name: str, voice: Voice) -> str:
    doubt = f'Is {name} a woman or a man? Add gender = "f" or "m", or choose a voice.'
    header = f"[people.{json.dumps(name, ensure_ascii=False)}]"
    return _entry(doubt, header, {"voice": voice.instead_of or voice.name})


# -- what a block is ----------------------------------------------------------------------------------
def _blocks(script: Script) -> Iterator[str]:
    text = AnchoredText(script.article.source)
    for block in script.article.blocks:
        doubt = _doubt_of_block(block)
        if doubt:
            anchor = text.anchor_of(block.start, block.start + _length_of_first_words(block.text))
            decided: dict[str, str | bool] = {"kind": block.kind, "spoken": block.spoken}
            yield _entry(doubt, "[[block]]", {**_said_of(anchor), **decided})


def _doubt_of_block(block: Block) -> str:
    """What is unsure about a block; "" if nothing is."""
    is_sentence = ends_sentence(block.text)
    if not block.spoken and is_sentence and len(block.text.split()) >= SPEECH:
        return f"Is this no part of the article? It is left out: {block.reason}."
    if block.kind == "paragraph" and block.spoken and not is_sentence:
        return "Is this a paragraph? It could be a heading, a caption or boilerplate."
    return ""


def _length_of_first_words(text: str) -> int:
    """How many characters the first words of a text take."""
    ends = [end for end in range(1, len(text)) if text[end].isspace() and not text[end - 1].isspace()]
    return ends[FIRST_WORDS - 1] if len(ends) >= FIRST_WORDS else len(text)


# -- how it is written --------------------------------------------------------------------------------
def _said_of(anchor: Anchor) -> Mapping[str, str]:
    said = {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    return {key: value for key, value in said.items() if value}


def _entry(doubt: str, header: str, said: Mapping[str, str | bool]) -> str:
    """A table of TOML behind signs of comments. Strings of JSON are strings of TOML (1.0, "String")."""
    lines = [header, *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in said.items())]
    return f"# {doubt}\n" + "".join(f"#{line}\n" for line in lines)
