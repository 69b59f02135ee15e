"""Speech behind dashes, as Romance languages have it in stories: "– Qui est là ? dit-elle."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from narrate.quotation.abroad.tables import Table
from narrate.quotation.spans import Span

_LEAST = 2
"""Paragraphs that begin so before a dash is speech, and no item of a list."""
_SPOKEN = 1 / 3
"""Share of them that have a reporting verb or ask, at least."""
_OPENING = re.compile(r"[—–―-]\s?(?=[^\W\d_a-zß-öø-ÿ¿¡«“]|[¿¡«“])")
_INNER_DASH = re.compile(r"\s*[—–―]\s*")
_WORD = re.compile(r"(?:(?:s|se|le|lui|me)['’ ]|a-t-)?([^\W\d_]+)")
_END_OF_ASIDE = re.compile(r"\.(?=\s|$)|,\s|[:;]|$")
_BEFORE_ASIDE = re.compile(r"[?!…,.]\s+")


def find_dialogue(text: str, paragraphs: Sequence[tuple[int, int]], table: Table) -> list[Span]:
    """What is said in paragraphs that begin with a dash; nothing where these are items of a list."""
    opened = _opened(text, paragraphs)
    if len(opened) < _LEAST:
        return []
    spoken = sum(_is_spoken(text[start:end], table) for _, start, end in opened)
    if spoken < _SPOKEN * len(opened):
        return []
    found: list[Span] = []
    for index, start, end in opened:
        found += _said(text, start, end, index, table)
    return found


def _opened(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Index, start behind the dash, and end of each paragraph that begins with one."""
    opened = []
    for index, (start, end) in enumerate(paragraphs):
        opening = _OPENING.match(text, start, end)
        if opening:
            opened.append((index, opening.end(), end))
    return opened


def _is_spoken(said: str, table: Table) -> bool:
    return said.rstrip().endswith(("?", "!")) or next(_asides(said, table), None) is not None


def _said(text: str, start: int, end: int, paragraph: int, table: Table) -> Iterator[Span]:
    """The stretches of a paragraph outside the reporter's asides."""
    at = start
    for aside_start, aside_end in _asides(text[start:end], table):
        yield from _span(text, at, start + aside_start, paragraph)
        at = start + aside_end
    yield from _span(text, at, end, paragraph)


def _span(text: str, start: int, end: int, paragraph: int) -> Iterator[Span]:
    said = text[start:end]
    lead = len(said) - len(said.lstrip(" \u00a0\u202f—–―.,"))
    kept = said.rstrip(" \u00a0\u202f—–―")
    if any(map(str.isalnum, kept[lead:])):
        yield Span(start + lead, start + len(kept), start + lead, start + len(kept), paragraph)


def _asides(said: str, table: Table) -> Iterator[tuple[int, int]]:
    """Where the reporter breaks in: behind a dash, or the end of a sentence, with a reporting verb."""
    at = 0
    while at < len(said):
        match = _next_break(said, at)
        if match is None:
            return
        at = match.end()
        if _is_verb(said, at, table):
            end = _aside_end(said, at, is_dashed="—" in match[0] or "–" in match[0])
            yield at, end
            at = end


def _next_break(said: str, at: int) -> re.Match[str] | None:
    found = [pattern.search(said, at) for pattern in (_INNER_DASH, _BEFORE_ASIDE)]
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _is_verb(said: str, at: int, table: Table) -> bool:
    word = _WORD.match(said, at)
    if word is None:
        return False
    written = said[at : word.end()].lower().replace("’", "'")
    return word[1].lower() in table.verbs or written in table.verbs


def _aside_end(said: str, at: int, *, is_dashed: bool) -> int:
    """At the next dash where one opened the aside, else at the end of its sentence or clause."""
    if is_dashed:
        dash = _INNER_DASH.search(said, at)
        return dash.start() if dash else len(said)
    ending = _END_OF_ASIDE.search(said, at)
    return ending.end() if ending else len(said)
