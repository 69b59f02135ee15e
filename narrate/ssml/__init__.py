"""Script ↔ SSML 1.1 (W3C Recommendation, 7 September 2010), and what engines and platforms can take of it."""

from narrate.ssml.dialects import DIALECTS, Adapted, adapted
from narrate.ssml.lowering import lower
from narrate.ssml.reading import read
from narrate.ssml.writing import document, utterance_document

__all__ = ["DIALECTS", "Adapted", "adapted", "document", "lower", "read", "utterance_document"]
