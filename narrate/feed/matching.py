"""Whether a recording is of an article that the show has already.

The address decides where both are known; else title and content do. Two articles of a column have one title,
"Weekly notes", and no date: their words tell whether one is the other, corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import IntEnum
from itertools import pairwise
from pathlib import Path

from narrate.feed import files
from narrate.feed.addresses import encoded
from narrate.feed.episode import Episode
from narrate.feed.facts import Facts, Told, told_in
from narrate.feed.recording import Recording

SAME, OTHER = 0.5, 0.25
"""Shares of the pairs of words of the shorter article: from the first on, it is the same article, and up to
the second another one. Of the words of both it is half as much, so that a note of one sentence is not taken
for the report that it is also in."""


Alike = Callable[[Episode], bool]
"""Whether an episode has the name or the guid that the recording would get."""


class Match(IntEnum):
    """What an episode is to an article."""

    OTHER = 0
    UNSURE = 1
    SAME = 2


def likeliest(
    within: Path, known: Iterable[Episode], found: Recording, facts: Facts, alike: Alike
) -> tuple[Match, Episode | None]:
    """The episode that is most likely of the recording's article; OTHER and perhaps None if none may be."""
    judged = [(_match(within, episode, found, facts, alike), episode) for episode in known]
    return max(judged, key=lambda pair: pair[0], default=(Match.OTHER, None))


def _match(within: Path, episode: Episode, found: Recording, facts: Facts, alike: Alike) -> Match:
    link = encoded(facts.link)
    if link and episode.link:
        return _linked(within, episode, found, facts, link)
    if episode.title != facts.title:
        return Match.OTHER
    if files.same(found.audio, within / episode.audio):
        return Match.SAME
    return _titled(within, episode, found, facts, alike)


def _linked(within: Path, episode: Episode, found: Recording, facts: Facts, link: str) -> Match:
    """By the articles' addresses. All articles of a site may have one: stated so, or because the query is
    left out in which they differ."""
    if encoded(episode.link) != link:
        return Match.OTHER
    if _by_words(within, episode, found) is not Match.OTHER:
        return Match.SAME
    if episode.title != facts.title or _differs(_told(within, episode).published, facts.published):
        return Match.OTHER
    return Match.UNSURE


def _titled(within: Path, episode: Episode, found: Recording, facts: Facts, alike: Alike) -> Match:
    """Of two articles with one title: by their dates if both have one, and by their words."""
    before = _told(within, episode).published[:10]
    day = facts.published[:10]
    if _differs(before, day):
        return Match.OTHER
    by_words = _by_words(within, episode, found)
    if by_words is not None:
        return by_words
    if not alike(episode):
        return Match.OTHER
    is_of_day = day and day == (before or episode.date.date().isoformat())
    return Match.SAME if is_of_day else Match.UNSURE


def _differs(before: str, now: str) -> bool:
    """Whether the days of two dates are known, and two."""
    return bool(before and now) and before[:10] != now[:10]


def _by_words(within: Path, episode: Episode, found: Recording) -> Match | None:
    """By the pairs of words that both articles have; None if one of the texts is not known."""
    transcript = found.transcripts.get(".json")
    if transcript is None:
        return None
    one = _pairs(_told(within, episode).text)
    other = _pairs(told_in(transcript).text)
    if not one or not other:
        return None
    shared = len(one & other)
    of_shorter = shared / min(len(one), len(other))
    of_both = shared / len(one | other)
    if of_shorter >= SAME and of_both >= SAME / 2:
        return Match.SAME
    is_other = of_shorter <= OTHER or of_both <= OTHER / 2
    return Match.OTHER if is_other else Match.UNSURE


def _told(within: Path, episode: Episode) -> Told:
    """What the transcript of an episode tells; nothing if it has none that can be read."""
    names = [name for name in episode.transcripts if name.endswith(".json")]
    return told_in(within / names[0]) if names else Told()


def _pairs(text: str) -> set[tuple[str, str]]:
    """The words that follow each other; of Chinese, Japanese and Korean, the letters."""
    words = re.findall(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_]+", text.casefold())
    return set(pairwise(words))
