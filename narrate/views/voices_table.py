"""The list of voices, plain enough for a screen reader and for `grep`."""

from __future__ import annotations

from collections.abc import Sequence

from narrate.model import EngineVoice
from narrate.views.columns import columns

HEADER = ("VOICE", "ENGINE OR CAST", "GENDER", "ACCENT", "HERE", "DETAILS")
GENDERS = {"f": "female", "m": "male", None: "neutral"}


def voices_table(listing: Sequence[tuple[str, EngineVoice]]) -> str:
    """One line per voice in aligned columns, under a header."""
    return columns([HEADER, *(_row(group, voice) for group, voice in listing)])


def _row(group: str, voice: EngineVoice) -> tuple[str, ...]:
    here = "yes" if voice.installed else "no"
    return voice.name, group, GENDERS[voice.gender], voice.language, here, voice.description
