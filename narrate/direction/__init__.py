"""Article → Script: who says what, in which order, with which pauses and chapters.

Every spoken block becomes one utterance, but for direct quotations, which are cut out of their
paragraph and given to their speaker. The cuts of a block tile it, so no word is lost or said twice.
"""

from narrate.direction.directing import direct, quoted_spans, turns, voiced_speakers
from narrate.direction.pacing import paced

__all__ = ["direct", "paced", "quoted_spans", "turns", "voiced_speakers"]
