"""How a text is spoken: sentence boundaries, and the spoken form of what is written, as marks on it."""

from narrate.speaking.annotating import annotate
from narrate.speaking.boundaries import sentence_spans, sentences
from narrate.speaking.corrected import corrected
from narrate.speaking.spoken import spoken, substitutions

__all__ = ["annotate", "corrected", "sentence_spans", "sentences", "spoken", "substitutions"]
