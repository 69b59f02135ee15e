"""What a front end hands over: a script that is complete but for what each of its words sounds like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from narrate import direction, speaking
from narrate.model import Script, Utterance
from narrate.speaking.interpreting import unreadable
from narrate.speaking.lexicon import Lexicon
from narrate.speaking.tags import notes_on_tags


@dataclass(frozen=True, slots=True)
class Draft:
    """A script whose utterances have not been annotated yet."""

    script: Script
    lexicon: Lexicon
    """Pronunciations for all of the text."""
    scoped: Mapping[str, Lexicon] = field(default_factory=dict)
    """Pronunciations for the text inside `lookup` marks, by the name that the mark refers to."""
    pauses: float | None = None
    """How many times as long as usual pauses are; None keeps exactly the pauses that the script has."""


def annotated(draft: Draft) -> Script:
    """The script with sentences, spoken forms and pronunciations marked in every utterance."""
    script = draft.script
    utterances = tuple(_annotated(utterance, draft) for utterance in script.utterances)
    notes = [*script.notes, *draft.lexicon.notes, *unreadable(script.utterances)]
    notes += notes_on_tags(script.utterances)
    for lexicon in draft.scoped.values():
        notes += lexicon.notes
    return replace(script, utterances=utterances, notes=tuple(notes))


def _annotated(utterance: Utterance, draft: Draft) -> Utterance:
    marked = speaking.annotate(utterance, draft.lexicon, draft.scoped)
    if draft.pauses is None:
        return marked
    return direction.paced(marked, draft.pauses)
