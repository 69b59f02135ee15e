"""Who speaks where no verb says so: "according to Lee", "Lee:", "a statement by Lee", "— Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import SPEECH_NOUNS
from narrate.quotation.speech_acts import speech_act
from narrate.quotation.tokens import Token

_DASHES = frozenset(("—", "–", "-", "--", "―"))
_AFTER_SIGNATURE = frozenset((",", ".", "(", ";"))
_BEFORE_SPEAKER = frozenset(("by", "from", "of"))
"""What stands between a word for speech and whose it is: a statement by Lee."""


def links_without_verb(tokens: Sequence[Token], mention: Mention) -> Iterator[tuple[str, int]]:
    """(link, token index) of "according to X", "X:" and "in the words of X"."""
    preposition = mention.first - 1
    link = _link_by_preposition(tokens, preposition)
    if link is not None:
        yield link, preposition
    if mention.last < len(tokens) and tokens[mention.last].text == ":":
        yield "colon", mention.last
    if _is_signature(tokens, mention):
        yield "signature", mention.first - 1
    noun = speech_act(tokens, mention.last) if mention.possessive else None
    if noun is not None:
        yield "owner of words", noun


def _is_signature(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "…” — Ann Lee, Oldtown": a dash after a quotation, and who is quoted."""
    if mention.kind != "name" or mention.first < 2 or tokens[mention.first - 1].text not in _DASHES:
        return False
    ends = mention.last == len(tokens) or tokens[mention.last].text in _AFTER_SIGNATURE
    return ends and tokens[mention.first - 2].quotation >= 0


def _link_by_preposition(tokens: Sequence[Token], at: int) -> str | None:
    """The link of a mention by the word before it, which is at an index, and the one before that."""
    if at <= 0:
        return None
    before, preposition = tokens[at - 1].low, tokens[at].low
    if before in SPEECH_NOUNS:
        return "words of" if preposition in _BEFORE_SPEAKER else None
    return "according to" if (before, preposition) == ("according", "to") else None
