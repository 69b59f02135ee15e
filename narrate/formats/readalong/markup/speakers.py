"""Who says what, for those who do not see it: labels of quotations that screen readers say before them.

A label is an attribute, which the style sheet puts before the quotation: no word of ours gets into the
article's text, it can be shown or left out as the reader likes, and a line of text stays one line.
"""

from __future__ import annotations

from collections.abc import Mapping

from narrate.formats.readalong.document import Passage, Quote, Sentence

LABEL = "data-by"
"""The attribute that holds a label."""
Labels = Mapping[Quote, str]
"""Names of speakers, by the quotation that each is to be told before."""


def speaker_labels(passage: Passage) -> dict[Quote, str]:
    """The speakers to be told within a passage; none for one that is a quotation as a whole.

    They are few. A sentence that names the speaker itself needs no label, and neither does a quotation that
    follows one by the same speaker.
    """
    labels: dict[Quote, str] = {}
    if passage.quotation():
        return labels
    before: str | None = None
    for sentence in passage.sentences:
        for quote in sentence.quotes:
            speaker = quote.speaker
            if speaker and speaker != before and not _names(sentence, speaker):
                labels[quote] = speaker
            before = speaker
    return labels


def _names(sentence: Sentence, speaker: str) -> bool:
    """Whether a sentence has the last word of a speaker's name outside its quotations."""
    around = []
    at = 0
    for quote in sentence.quotes:
        around.append(sentence.text[at : quote.start])
        at = quote.end
    around.append(sentence.text[at:])
    return speaker.rsplit(maxsplit=1)[-1].casefold() in " ".join(around).casefold()
