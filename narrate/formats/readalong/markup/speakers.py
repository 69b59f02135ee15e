"""Who says what, for those who do not see it: labels of quotations that screen readers say before them.

A label is an attribute, which the style sheet puts before the quotation: no word of ours gets into the
article's text, it can be shown or left out as the reader likes, and a line of text stays one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from narrate.formats.readalong.document import Passage, Quote, Sentence

LABEL = "data-by"
"""The attribute that holds a label."""
_MARK = re.compile("[\"'“”„‟‘’‚‛«»‹›`´「」『』]")
Labels = Mapping[Quote, str]
"""Names of speakers, by the quotation that each is to be told before."""


def speaker_labels(passage: Passage) -> dict[Quote, str]:
    """The speakers to be told within a passage; none for one that is a quotation as a whole.

    They are few. A sentence that names the speaker itself needs no label, and neither does a quotation that
    follows one by the same speaker.
    """
    if passage.quotation():
        return {}
    labels: dict[Quote, str] = {}
    before: str | None = None
    for quote in passage.quotes():
        label = _label(passage, quote, before)
        if label:
            labels[quote] = label
        before = quote.speaker
    return labels


def _label(passage: Passage, quote: Quote, before: str | None) -> str | None:
    """The speaker to tell before a quote that follows one by the speaker `before`; None if none is needed."""
    speaker = quote.speaker
    if not speaker or speaker == before:
        return None
    if _is_named(passage, quote.quotation, speaker):
        return None
    return speaker


def _is_named(passage: Passage, quotation: int, speaker: str) -> bool:
    """Whether the sentences of a quotation have the last word of the speaker's name around it."""
    last_name = speaker.rsplit(maxsplit=1)[-1]
    around = " ".join(_around(passage, quotation))
    return last_name.casefold() in around.casefold()


def _around(passage: Passage, quotation: int) -> Iterator[str]:
    """What the sentences of a quotation say outside quotation marks."""
    for sentence in passage.sentences:
        quotations = {quote.quotation for quote in sentence.quotes}
        if quotation in quotations:
            yield _unquoted(sentence)


def _unquoted(sentence: Sentence) -> str:
    """A sentence without what is quoted in it."""
    parts = []
    at = 0
    for quote in sentence.quotes:
        parts.append(sentence.text[at : quote.start])
        at = quote.end
    parts.append(sentence.text[at:])
    return " ".join(parts)


def with_marks(text: str, quote: Quote, least: int) -> tuple[int, int]:
    """Where a quote and the quotation marks around it stand; `least`: where the one before ends."""
    start, end = quote.start, quote.end
    if start > least and _MARK.match(text, start - 1):
        start -= 1
    if _MARK.match(text, end):
        end += 1
    return start, end
