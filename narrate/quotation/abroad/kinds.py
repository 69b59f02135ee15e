"""Whether a quotation is speech, a fragment of the reporter's sentence, or set apart for another reason."""

from __future__ import annotations

import re

from narrate.model import QuotationKind

SPEECH_ALONE = 4
"""Words of a paragraph in marks that is speech though nobody is named."""
_LETTERS_OF_A_WORD = 2
"""In scripts without spaces."""
_SENTENCES = re.compile(r"[.!?…]\s+\S")
_ENDS = ".!?…。！？"


def is_part_of_sentence(said: str, *, led: bool) -> bool:
    """Whether a quotation that the sentence leads into is a part of it; several sentences never are."""
    return led and not _SENTENCES.search(said)


def kind_of(said: str, *, spoken: bool, alone: bool, introduced: bool, followed: bool) -> QuotationKind:
    """`spoken`: a speaker is known; `alone`: its paragraph has no other words; `introduced`: by a colon;
    `followed`: by a comma or a verb."""
    words = words_in(said)
    is_sentence = said[-1] in _ENDS + "," or introduced or followed
    begins = not said[:1].islower()
    if spoken:
        is_speech = begins and is_sentence and (words > 1 or introduced)
        return "direct" if alone or is_speech else "partial"
    if words < SPEECH_ALONE or not begins:
        return "scare"
    return "direct" if alone or introduced or said[-1] in _ENDS else "scare"


def words_in(said: str) -> int:
    """How many words there are; in scripts without spaces, every two letters count as one."""
    spaced = len(said.split())
    letters = sum(map(str.isalpha, said))
    is_unspaced = letters > 10 * spaced and not said.isascii()
    return letters // _LETTERS_OF_A_WORD if is_unspaced else spaced
