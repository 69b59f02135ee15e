"""What the listener wants of a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Quotes = Literal["voice", "tone", "announce", "plain"]
Captions = Literal["describe", "brief", "skip"]


@dataclass(frozen=True, slots=True)
class Directions:
    """What the listener wants."""

    quotes: Quotes = "voice"
    """In voices of their own, in these between soft tones, announced by "quote" and "end quote", or as all
    other text."""
    captions: Captions = "describe"
    """With their credits, without, or not at all."""
    everything: bool = False
    """Speak what is not part of the article, too."""
    chimes: bool = False
    """Begin every chapter but the first with a short sound."""
    brief: bool = False
    """Leave out the sentence that says where the article is from, and how long it takes."""
    disclose: bool = False
    """Say, too, that the voices are synthetic."""
