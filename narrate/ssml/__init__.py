"""Script ↔ SSML 1.1 (W3C Recommendation, 7 September 2010), and what engines can take of it."""

from narrate.ssml.lowering import lower
from narrate.ssml.writing import document, utterance_document

__all__ = ["document", "lower", "utterance_document"]
