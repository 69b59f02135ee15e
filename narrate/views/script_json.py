"""The stable JSON of a script, version 1. Other programs read it: add keys, never change them."""

from __future__ import annotations

import json
from typing import Any

from narrate.model import Block, Gender, Quotation, Script, Speaker, Utterance
from narrate.printing import escaped_json

VERSION = 1


def script_json(script: Script) -> str:
    """Write a script as JSON; `start` and `end` are character offsets in the source text."""
    article = script.article
    data = {
        "version": VERSION,
        "title": article.title,
        "language": article.language,
        "blocks": [_block(block) for block in article.blocks],
        "quotations": [_quotation(quotation) for quotation in script.quotations],
        "utterances": [_utterance(utterance, script) for utterance in script.utterances],
        "chapters": [{"title": s.title, "utterance": s.utterance} for s in script.chapters],
    }
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=1))


def _block(block: Block) -> dict[str, Any]:
    data = {
        "kind": block.kind,
        "text": block.text,
        "start": block.start,
        "end": block.end,
        "spoken": block.spoken,
        "reason": block.reason,
    }
    if block.speaker is not None:
        data["speaker"] = block.speaker
    return data


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "kind": quotation.kind,
        "speaker": _name(quotation.speaker),
        "gender": _gender(quotation.speaker),
        "confidence": quotation.confidence,
    }


def _name(speaker: Speaker | None) -> str | None:
    return None if speaker is None else speaker.name


def _gender(speaker: Speaker | None) -> Gender | None:
    return None if speaker is None else speaker.gender


def _utterance(utterance: Utterance, script: Script) -> dict[str, Any]:
    return {
        "index": utterance.index,
        "block": utterance.block,
        "role": utterance.role,
        "speaker": _name(utterance.speaker),
        "voice": utterance.voice.name,
        "text": utterance.text,
        "start": utterance.start,
        "end": utterance.end,
        "chapter": script.chapters[utterance.chapter].title,
    }
