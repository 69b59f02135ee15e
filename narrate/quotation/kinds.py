"""Whether a quotation is speech to be voiced, a fragment of the reporter's sentence, or neither."""

from __future__ import annotations

from narrate.model import QuotationKind
from narrate.quotation.features import Scene


def kind_of(scene: Scene, *, spoken: bool) -> QuotationKind:
    """`spoken`: whether the quotation has a speaker."""
    if not spoken:
        return "direct" if scene.alone and len(scene.words) > 3 else "scare"
    return "direct"
