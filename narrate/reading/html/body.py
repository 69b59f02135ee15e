"""Which lines of a page are its article.

Trafilatura finds the text. It leaves out captions, alternative texts, and often what stands between headline
and text, and it loses quotation marks and the headers of tables. So its answer only says where the article
is: those lines of the page are kept whose words stand in it, and with them what belongs to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml.html import HtmlElement

from narrate.model import Stated
from narrate.reading.html.flow import Line
from narrate.reading.html.tags import PARAGRAPHS

Words = tuple[str, ...]

_N = 4
"""Words in a row that two texts have in common only where one has them from the other."""
_SAID = re.compile(r"\w+")
_HEAD_LINES = 2
"""Sentences of the text between which authors may stand: behind the lines that describe it."""
_MOST_SHORT = 4
"""Short lines in a row: a dialogue has them, and a menu has more."""
_BYLINE_WORDS = 12
"""Words beside the names: "Analysis by", an office, a place, a date."""
_ALL_LINK = 0.9
"""The share of a line that is in links where all of it is one, but for a full stop or an arrow."""
_LEAST_LINKS = 2
"""Lines that make a list; one may be the source of the text."""
_HEAD_WORDS = 60
"""Words of a line between headline and text; longer ones are of the text."""


@dataclass(frozen=True, slots=True)
class Found:
    """What trafilatura calls the text of a page."""

    lines: tuple[str, ...]
    whole: frozenset[Words]
    """Each line's words."""
    runs: frozenset[Words]
    """Every four words in a row."""


def find_text(root: HtmlElement) -> Found:
    """Ask trafilatura; empty where it finds nothing."""
    from trafilatura import bare_extraction

    document = bare_extraction(root, include_comments=False, include_formatting=False)
    text = getattr(document, "text", None) or ""
    return _found(text.split("\n"))


def take_sentences(lines: Sequence[Line]) -> Found:
    """For pages that are too large for trafilatura: all lines of a paragraph's length that are no links."""
    return _found([line.text for line in lines if len(line.text.split()) >= 2 * _N and line.linked * 2 < 1])


def _found(texts: Iterable[str]) -> Found:
    lines = tuple(text for text in texts if text.strip())
    words = [_words(line) for line in lines]
    return Found(lines, frozenset(words), frozenset(run for line in words for run in _runs(line)))


def headline(lines: Sequence[Line], stated: Stated) -> str | None:
    """The headline as the page shows it, else as it states it; other `h1` are names of sites and boxes."""
    shown = [line.text for line in lines if line.element == "h1"]
    wanted = set(_words(stated.title or ""))
    alike = (text for text in shown if len(wanted & set(_words(text))) * 2 > len(wanted) > 0)
    best = next(alike, stated.title or next(iter(shown), None))
    # Style sheets may set parts of a headline apart ("OrlowBridge closes"); what is stated has its spaces.
    is_joined = stated.title and best and len(_words(best)) < len(wanted) and repeats(best, stated.title)
    return stated.title if is_joined else best


def repeats(text: str, title: str | None) -> bool:
    """Whether a line is the headline once more, however its words are set apart."""
    return title is not None and "".join(_words(text)) == "".join(_words(title))


def select(lines: Sequence[Line], found: Found, stated: Stated, title: str | None) -> list[Line]:
    """The lines of the article from its headline on, in order. Empty where nothing was found."""
    matches = _with_short_lines(lines, [_is_found(line, found) for line in lines])
    # Short lines ("Background") have namesakes in menus: only sentences say where the article is.
    sure = [at for at, line in enumerate(lines) if matches[at] and len(_words(line.text)) >= 2 * _N]
    if not sure:
        return _without_sentences(lines, matches, found)
    begin, end = _after_headline(lines, sure[0], title), _end(lines, matches, sure[-1])
    head_end = sure[:_HEAD_LINES][-1]
    kept = [
        _in_head(line, stated) if at < head_end and not matched else line
        for at, (line, matched) in enumerate(zip(lines, matches, strict=True))
        if begin <= at <= end and (matched or at < head_end or _belongs(line))
    ]
    return _once(_without_links([line for line in kept if line]))


def _end(lines: Sequence[Line], matches: Sequence[bool], last: int) -> int:
    """Index of the last line: short paragraphs that follow a sentence at once are of the text, too."""
    behind = range(last + 1, len(lines))
    stops = (at - 1 for at in behind if not matches[at] or lines[at].element not in PARAGRAPHS)
    return next(stops, len(lines) - 1)


def _without_links(lines: Sequence[Line]) -> list[Line]:
    """The lines without a list of links at their end, and without what announces it, or heads nothing."""
    end = len(lines)
    while end and lines[end - 1].linked >= _ALL_LINK:
        end -= 1
    if 0 < len(lines) - end < _LEAST_LINKS:
        return list(lines)
    while end and (lines[end - 1].kind == "heading" or _announces(lines[end - 1])):
        end -= 1
    return list(lines[:end] or lines)


def _announces(line: Line) -> bool:
    return line.text.endswith(":") and len(_words(line.text)) <= _MOST_SHORT


def _with_short_lines(lines: Sequence[Line], matches: Sequence[bool]) -> list[bool]:
    """Paragraphs of a word or two between found lines are found: "No answer." stands in no run of four.

    So are headings right above one: trafilatura takes the buttons in them for text ("Details[edit]").
    """
    whole = list(matches)
    for at, (line, after) in enumerate(pairwise(lines)):
        if matches[at + 1] and after.kind != "heading":
            whole[at] |= line.kind == "heading" and line.linked * 2 < 1
    places = [at for at, matched in enumerate(matches) if matched]
    for left, right in pairwise(places):
        between = lines[left + 1 : right]
        if len(between) <= _MOST_SHORT and all(map(_is_short_paragraph, between)):
            whole[left + 1 : right] = [True] * len(between)
    return whole


def _is_short_paragraph(line: Line) -> bool:
    return line.element == "p" and line.linked * 2 < 1 and len(_words(line.text)) < _N


def _without_sentences(lines: Sequence[Line], matches: Sequence[bool], found: Found) -> list[Line]:
    """Very short texts; and texts that a script would write, which trafilatura reads from its data."""
    short = [line for line, matched in zip(lines, matches, strict=True) if matched and line.linked * 2 < 1]
    return short or [Line(text.strip(), None, "p") for text in found.lines if len(_words(text)) >= 2 * _N]


def _words(text: str) -> Words:
    return tuple(_SAID.findall(text.casefold()))


def _runs(words: Words) -> list[Words]:
    return [words[at : at + _N] for at in range(len(words) - _N + 1)]


def _is_found(line: Line, found: Found) -> bool:
    """Whether most of a line's words stand in the text, or all of them as a line where they are few."""
    words = _words(line.evidence or line.text)
    runs = _runs(words)
    return words in found.whole or (bool(runs) and sum(run in found.runs for run in runs) * 2 > len(runs))


def _after_headline(lines: Sequence[Line], before: int, title: str | None) -> int:
    """Index of the last headline before the text, or of the text's first line."""
    heads = [at for at in range(before) if lines[at].element == "h1" or lines[at].text == title]
    return heads[-1] if heads else before


def _belongs(line: Line) -> bool:
    """Captions, credits and code belong to the text that they stand in."""
    return line.kind in ("caption", "credit") or line.unspoken is not None


def _in_head(line: Line, stated: Stated) -> Line | None:
    """Captions, authors, and the lines that describe the article; menus and boxes are not wanted."""
    words = _words(line.text)
    described = set(_words(stated.description or ""))
    names = set(_words(stated.authors or ""))
    if _belongs(line):
        return line
    if names and names <= set(words) and len(words) <= len(names) + _BYLINE_WORDS:
        return replace(line, kind="byline")
    common = sum(word in described for word in words)
    return line if _N <= len(words) <= _HEAD_WORDS and common * 5 >= len(words) * 4 else None


def _once(lines: Sequence[Line]) -> list[Line]:
    """Pages repeat pictures and paragraphs for other widths of the window."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        may_return = not _belongs(line) and len(line.text.split()) < 2 * _N
        if line.text not in seen or may_return:
            kept.append(line)
        seen.add(line.text)
    return kept
