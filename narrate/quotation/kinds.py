"""Whether a quotation is speech to be voiced, a fragment of the reporter's sentence, or neither.

The measure is how it sounds when a second voice comes in: speech that could stand alone is voiced,
words that the reporter's grammar needs stay with the narrator.
"""

from __future__ import annotations

import re

from narrate.model import QuotationKind
from narrate.quotation.scene import Scene
from narrate.quotation.words import FUNCTION_WORDS

SPEECH_ALONE = 4
"""Words; a paragraph of at least so many in marks is speech, even when no one can be named."""
CLAUSE = 5
"""Words; a fragment with a subject of its own that is shorter is mostly an idiom ("as it were")."""

_SENTENCES = re.compile(r"[.!?…]['’”\")]?\s+\S")
_SUBJECT = re.compile(r"\b(?:I|we|he|she|they|it|you|there|who)(?:['’]\w+|\s+\w+)", re.IGNORECASE)


def kind_of(scene: Scene, *, spoken: bool) -> QuotationKind:
    """`spoken`: whether the quotation has a speaker."""
    if not spoken:
        return "direct" if scene.alone and not scene.single and len(scene.words) >= SPEECH_ALONE else "scare"
    return "direct" if scene.alone or _is_speech(scene) else "partial"


def _is_speech(scene: Scene) -> bool:
    left = scene.token(-1)
    if _SENTENCES.search(scene.text):
        return True
    if left == "":
        return _stands_first(scene)
    if left in (":", "“"):
        return scene.text[:1].isupper() or scene.text[-1] in ".!?…,"
    if left == ",":
        return _follows_verb(scene, scene.at - 1) or (scene.text[:1].isupper() and len(scene.words) > 1)
    after_verb = scene.at - 1 in scene.home.cues
    if after_verb and scene.text[:1].isupper():
        return len(scene.words) > 1 or scene.text[-1] in ".!?"
    return (after_verb or left not in FUNCTION_WORDS) and _is_clause(scene)


def _stands_first(scene: Scene) -> bool:
    """A quotation that begins its sentence is speech unless the sentence goes on with it."""
    right = scene.token(1)
    return scene.text[-1] in ",.!?…-–—" or right in ("", ",", "-", "–", "—", ".")


def _follows_verb(scene: Scene, comma: int) -> bool:
    """ "…," he said, "…": a verb of saying shortly before the comma."""
    return any(comma - 5 <= cue < comma for cue in scene.home.cues)


def _is_clause(scene: Scene) -> bool:
    """A clause with a subject of its own that ends the sentence."""
    return len(scene.words) >= CLAUSE and scene.text[-1] in ".!?" and _SUBJECT.search(scene.text) is not None
