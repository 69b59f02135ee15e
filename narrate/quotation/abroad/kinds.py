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
    begins = not said[:1].islower()
    if not spoken:
        is_speech = _is_speech_of_nobody(said, set_apart=alone or introduced)
        return "direct" if begins and is_speech else "scare"
    if alone:
        return "direct"
    is_sentence = introduced or followed or said[-1] in _ENDS + ","
    is_long_enough = introduced or words_in(said) > 1
    return "direct" if begins and is_sentence and is_long_enough else "partial"


def _is_speech_of_nobody(said: str, *, set_apart: bool) -> bool:
    """Whether words are speech though no speaker is known."""
    if words_in(said) < SPEECH_ALONE:
        return False
    return set_apart or said[-1] in _ENDS


def words_in(said: str) -> int:
    """How many words there are; in scripts without spaces, every two letters count as one."""
    spaced = len(said.split())
    letters = sum(map(str.isalpha, said))
    is_unspaced = letters > 10 * spaced and not said.isascii()
    return letters // _LETTERS_OF_A_WORD if is_unspaced else spaced
