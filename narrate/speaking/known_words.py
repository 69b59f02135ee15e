"""Where the words of lexicons stand in an utterance, and which of them take the place of spoken forms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter

from narrate.model import Mark, Utterance
from narrate.speaking.lexicon import Lexicon
from narrate.speaking.overlaps import lies_in, without_overlaps


def known_words(
    utterance: Utterance, lexicon: Lexicon | None, looked_up: Mapping[str, Lexicon]
) -> list[Mark]:
    """Marks of the words that a lexicon knows, in order; those of a lookup before those of `lexicon`."""
    found: list[Mark] = []
    for scope, words in _scopes(utterance, lexicon, looked_up):
        everywhere = _words_of(words, utterance)
        inside = [mark for mark in everywhere if lies_in(mark, scope)]
        found += without_overlaps(inside, found)
    found.sort(key=attrgetter("start"))
    return found


def _scopes(
    utterance: Utterance, lexicon: Lexicon | None, looked_up: Mapping[str, Lexicon]
) -> Iterator[tuple[Mark, Lexicon]]:
    """Where lexicons count, in order of precedence: of lookups inside each other, the inner one first."""
    lookups = [mark for mark in utterance.marks if mark.kind == "lookup"]
    lookups.sort(key=_length)
    for mark in lookups:
        if mark.value in looked_up:
            yield mark, looked_up[mark.value]
    if lexicon:
        yield Mark("lookup", 0, len(utterance.text)), lexicon


def _length(mark: Mark) -> int:
    return mark.end - mark.start


def _words_of(lexicon: Lexicon, utterance: Utterance) -> Iterator[Mark]:
    """Marks of the words that one lexicon knows, those that have a role by their role."""
    roles = [mark for mark in utterance.marks if mark.kind == "token" and mark.value]
    yield from _tokens_with_roles(lexicon, utterance, roles)
    plain = lexicon.marks(utterance.text, utterance.voice.language)
    for mark in without_overlaps(plain, roles):
        if not any(_cuts(old, mark) for old in utterance.marks):
            yield mark


def _tokens_with_roles(lexicon: Lexicon, utterance: Utterance, roles: list[Mark]) -> Iterator[Mark]:
    """Marks of the tokens of which an SSML document says the role, if the lexicon knows them."""
    language = utterance.voice.language
    for role in roles:
        word = utterance.text[role.start : role.end]
        said = lexicon.pronunciation(word, language, role.value)
        if said:
            yield Mark(said.kind, role.start, role.end, said.value, origin="lexicon")


def _cuts(edges: Mark, mark: Mark) -> bool:
    """Whether an edge of one mark lies inside the other, which would then be no element of its own."""
    return mark.start < edges.start < mark.end or mark.start < edges.end < mark.end


def without_replaced(subs: list[Mark], known: list[Mark]) -> list[Mark]:
    """Substitutions and a lexicon's marks, both in order, as one list; of two that overlap one stays.

    A lexicon's mark takes precedence over a substitution that it covers, since somebody wrote it for that
    very word; a substitution that reaches over its ends stays: the name may be part of a web address.
    """
    starts = list(map(attrgetter("start"), subs))
    ends = list(map(attrgetter("end"), subs))
    kept: list[Mark] = []
    remaining: dict[int, Mark] = dict(enumerate(subs))
    for mark in known:
        first = bisect_right(ends, mark.start)
        last = bisect_left(starts, mark.end)
        if not _covers(mark, subs[first:last]):
            continue
        kept.append(mark)
        for index in range(first, last):
            remaining.pop(index, None)
    kept += remaining.values()
    kept.sort(key=attrgetter("start"))
    return kept


def _covers(mark: Mark, subs: list[Mark]) -> bool:
    """Whether a mark reaches at least as far as the substitutions that it overlaps."""
    return not subs or (mark.start <= subs[0].start and subs[-1].end <= mark.end)
