"""Recordings that an SSML document plays: files beside it, or in folders below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from narrate.errors import EncodingError
from narrate.mixing.sounds import load
from narrate.model import Mark, Script, Speech, Utterance
from narrate.prosody import volume

_TRIAL_RATE = 8000
"""Hz, at which a recording is loaded only to see whether it can be."""


def sound(utterance: Utterance, folder: Path | None, sample_rate: int) -> tuple[Utterance, Speech] | None:
    """The recording that an utterance plays, with its level in the voice; None if it is spoken.

    Recordings may stand inside each other, the inner ones as alternatives for the outer: the first that can
    be played counts. Text is spoken if none can.
    """
    for mark in _recordings(utterance):
        path = beside(folder, mark.value)
        if path is None:
            continue
        attributes = dict(mark.attributes)
        try:
            speech = load(path, sample_rate, attributes)
        except EncodingError:
            continue  # noted when the document was read
        gain = utterance.voice.gain + volume(attributes.get("soundLevel", "medium"))
        described = replace(speech, description=attributes.get("desc", ""))
        return replace(utterance, voice=replace(utterance.voice, gain=gain)), described
    return None


def missing_sounds(script: Script, folder: Path | None) -> Iterator[str]:
    """A note for each recording that cannot be played."""
    for utterance in script.utterances:
        instead = "its text is spoken" if utterance.text else "nothing is heard in its place"
        for mark in _recordings(utterance):
            problem = _problem(mark, folder)
            if problem:
                yield f"the sound {mark.value} {problem}: {instead}"


def beside(folder: Path | None, address: str) -> Path | None:
    """The file at a relative address, in the document's folder or below it; None for anything else."""
    parts = urlsplit(address)
    if folder is None or parts.scheme not in ("", "file") or parts.netloc:
        return None
    path = (folder / unquote(parts.path)).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None


def _recordings(utterance: Utterance) -> Iterator[Mark]:
    return (mark for mark in utterance.marks if mark.kind == "audio")


def _problem(mark: Mark, folder: Path | None) -> str:
    """Why a recording cannot be played; "" if it can."""
    path = beside(folder, mark.value)
    if path is None:
        return "is no file beside the document"
    try:
        load(path, _TRIAL_RATE, dict(mark.attributes))
    except EncodingError as error:
        return f"cannot be played, {error.problem}"
    return ""
