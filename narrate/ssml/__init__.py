"""Script ↔ SSML 1.1 (W3C Recommendation, 7 September 2010), and what engines can take of it."""

from narrate.ssml.alexa import alexa_document
from narrate.ssml.lowering import lower
from narrate.ssml.writing import document, utterance_document

__all__ = ["alexa_document", "document", "lower", "utterance_document"]
