"""What somebody says in a turn of a transcript: all of it but the stage directions, as direct quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from narrate.model import Gender, Quotation, Speaker, Turn
from narrate.quotation.discourse import Discourse
from narrate.quotation.gender import of_first_name
from narrate.quotation.mentions import Mention
from narrate.quotation.nouns import HONORIFICS, ROLES

_DIRECTION = re.compile(r"\[[^\[\]\n]{1,80}\]|\([^()\n]{1,80}\)|(?<!\w)[*_][^*_\n]{1,80}[*_](?!\w)")
_SENTENCE_ENDS = '.!?…。！？"”’)]'
_FEW_WORDS = 6
"""Words of a stage direction in round brackets between two sentences; more are something the speaker adds."""


def mentions_of(turns: Sequence[Turn]) -> dict[str, Mention]:
    """A mention by name for each speaker, at the first turn."""
    found: dict[str, Mention] = {}
    for turn in turns:
        if turn.speaker not in found:
            found[turn.speaker] = _mention(turn)
    return found


def said_in(
    text: str, turns: Sequence[Turn], mentions: Mapping[str, Mention], discourse: Discourse
) -> list[Quotation]:
    """A quotation for each stretch that is said in the turns, in order; stage directions are not.

    `mentions`: one of each speaker, which `discourse` knows.
    """
    known = {name: _speaker(name, mention, discourse) for name, mention in mentions.items()}
    return [
        Quotation(start, end, text[start:end], "direct", known[turn.speaker])
        for turn in turns
        for start, end in _without_directions(text, turn)
    ]


def _mention(turn: Turn) -> Mention:
    words = turn.speaker.split()
    before = words[0].lower()
    if len(words) > 1 and before in HONORIFICS:
        return Mention("name", turn.start, turn.start, -1, -1, tuple(words[1:]), honorific=before)
    if len(words) > 1 and before.strip(".") in ROLES:
        return Mention("name", turn.start, turn.start, -1, -1, tuple(words[1:]), head=before, title=words[0])
    return Mention("name", turn.start, turn.start, -1, -1, tuple(words))


def _speaker(name: str, mention: Mention, discourse: Discourse) -> Speaker:
    """The speaker by the name of the labels, with what the article shows of them."""
    person = discourse.known(mention)
    if person is None:
        return Speaker(name)
    known = discourse.speaker(person)
    is_last_name = len(mention.name) == 1 and not mention.honorific
    called = known.name if is_last_name else name
    return Speaker(called, known.gender or _gender(mention), known.title)


def _gender(mention: Mention) -> Gender | None:
    """What a title, or else the first name, shows."""
    by_title = HONORIFICS.get(mention.honorific)
    return by_title or of_first_name(mention.name[0])


def _without_directions(text: str, turn: Turn) -> Iterator[tuple[int, int]]:
    """The stretches of a turn between its stage directions that have words."""
    start = turn.start
    for match in _DIRECTION.finditer(text, turn.start, turn.end):
        if _is_direction(text, turn, match):
            yield from _with_words(text, start, match.start())
            start = match.end()
    yield from _with_words(text, start, turn.end)


def _with_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without the white space at its ends; nothing if it has no letter and no digit."""
    said = text[start:end].strip()
    if any(map(str.isalnum, said)):
        begin = text.index(said, start)
        yield begin, begin + len(said)


def _is_direction(text: str, turn: Turn, match: re.Match[str]) -> bool:
    """Whether a bracket stands between sentences: "[She] said so" has a word that the sentence needs."""
    before = text[turn.start : match.start()].rstrip()
    after = text[match.end() : turn.end].lstrip()
    is_between = (not before or before[-1] in _SENTENCE_ENDS) and (not after or not after[0].islower())
    is_aside = match[0][0] != "(" or len(match[0].split()) <= _FEW_WORDS
    return is_between and is_aside
