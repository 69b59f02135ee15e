"""How sentences end, as far as punctuation tells it.

Dividing a text into its sentences is the work of `speaking.boundaries`. This module answers simpler
questions: does a line end as a sentence does, and does a sentence end somewhere inside it?
"""

from __future__ import annotations

import re

SIGNS = ".!?…。！？؟।۔"
"""Signs that end a sentence: of European languages, Chinese and Japanese, Arabic, Hindi, Urdu."""
CLOSERS = "\"'”’»)]"
"""What may stand between such a sign and the space that follows it."""
END = rf"[{re.escape(SIGNS)}][{re.escape(CLOSERS)}]*"
"""Regular expression: the sign, with what is closed behind it."""

_LONGEST_END = 8
"""Characters that are looked at: a sign and all closers that anybody would put behind it."""
_AT_END = re.compile(rf"{END}$")
# A full stop behind a short word with a capital belongs to an abbreviation as often as not: "Mr. Lee",
# "Gov. Lee", "11 a.m. JST. Saturday". A question that is closed before the sentence goes on may be a title in
# it: 'A "Should I Buy This?" Test'. No space follows the signs that are as wide as a Chinese character.
_STOP = rf"(?:(?:\w{{4,}}|\b[a-z]{{3}})\.|\.\.\.|…)[{re.escape(CLOSERS)}]*"
_INSIDE = re.compile(rf"(?:{_STOP}|\w[!?])\s+[\"“‘'(]?[A-Z0-9]|[。！？](?=.)")


def ends_sentence(text: str) -> bool:
    """Whether a text without white space at its end ends as a sentence does; false for an empty one."""
    return _AT_END.search(text[-_LONGEST_END:]) is not None


def has_inner_end(text: str) -> bool:
    """Whether one sentence ends inside a text and another one begins there."""
    return _INSIDE.search(text) is not None
