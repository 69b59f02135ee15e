"""How long speech pauses between sentences and paragraphs, in seconds at the usual pace.

Chosen after what newsreaders leave, not measured.
"""

from __future__ import annotations

BETWEEN_SENTENCES = 0.35
"""Between two sentences of an article; a script writes it as a <break>."""
AFTER_PARAGRAPH = 0.6
"""After a paragraph, in an article and in SSML."""
WITHOUT_BREAK = 0.25
"""Between two sentences of SSML with no <break> between them, which an engine fills: a short pause of read
speech."""
