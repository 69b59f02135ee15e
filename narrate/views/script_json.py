"""The stable JSON of a script, version 1. Other programs read it: add keys, never change them."""

from __future__ import annotations

import json
from typing import Any

from narrate.model import Block, Quotation, Script, Utterance

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
    return json.dumps(data, ensure_ascii=False, indent=1)


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "text": block.text,
        "start": block.start,
        "end": block.end,
        "spoken": block.spoken,
        "reason": block.reason,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "kind": quotation.kind,
        "speaker": quotation.speaker.name if quotation.speaker else None,
        "gender": quotation.speaker.gender if quotation.speaker else None,
    }


def _utterance(utterance: Utterance, script: Script) -> dict[str, Any]:
    return {
        "index": utterance.index,
        "block": utterance.block,
        "role": utterance.role,
        "speaker": utterance.speaker.name if utterance.speaker else None,
        "voice": utterance.voice.name,
        "text": utterance.text,
        "start": utterance.start,
        "end": utterance.end,
        "chapter": script.chapters[utterance.chapter].title,
    }
