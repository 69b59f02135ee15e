"""What others say about where the article of a page is: trafilatura, and the page's own metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from narrate.model import Stated
from narrate.reading.html.line import Line
from narrate.reading.html.metadata import article_body

Words = tuple[str, ...]

RUN = 4
"""Words in a row that two texts have in common only where one has them from the other."""
_SENTENCE = 8
"""Words of a line that is more than a label."""
_SAID = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Texts that the lines of a page are compared with, as words in lower case."""

    lines: tuple[str, ...]
    """What trafilatura calls the text."""
    whole: frozenset[Words]
    """Each of its lines' words."""
    runs: frozenset[Words]
    """Every four words in a row of it."""
    stated_runs: frozenset[Words] = frozenset()
    """The same of the text that the page states for search engines (schema.org `articleBody`)."""
    title: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()


def evidence_of(root: HtmlElement, stated: Stated) -> Evidence:
    """What trafilatura takes for the text of a page, and what its metadata say."""
    return _evidence(_extracted(root), article_body(root) or "", stated)


def evidence_in(lines: Sequence[Line], stated: Stated) -> Evidence:
    """For pages that would take trafilatura minutes: all lines of a paragraph's length that are no links."""
    sentences = []
    for line in lines:
        is_long = len(line.text.split()) >= _SENTENCE
        if is_long and not line.is_link:
            sentences.append(line.text)
    return _evidence(sentences, "", stated)


def _evidence(lines: Sequence[str], body: str, stated: Stated) -> Evidence:
    words = [words_of(line) for line in lines]
    runs: set[Words] = set()
    for line in words:
        runs.update(runs_of(line))
    return Evidence(
        lines=tuple(lines),
        whole=frozenset(words),
        runs=frozenset(runs),
        stated_runs=frozenset(runs_of(words_of(body))),
        title=_word_set(stated.title),
        description=_word_set(stated.description),
        authors=_word_set(stated.authors),
    )


def _word_set(text: str | None) -> frozenset[str]:
    """The words of a text that the page states; none where it states nothing."""
    return frozenset(words_of(text or ""))


def _extracted(root: HtmlElement) -> tuple[str, ...]:
    from trafilatura import bare_extraction

    document = bare_extraction(root, include_comments=False, include_formatting=False)
    text = getattr(document, "text", None) or ""
    return tuple(line for line in text.split("\n") if line.strip())


def words_of(text: str) -> Words:
    """The words of a text in lower case."""
    return tuple(_SAID.findall(text.casefold()))


def runs_of(words: Words) -> Iterable[Words]:
    """Every RUN words in a row."""
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def share_in(words: Words, runs: frozenset[Words]) -> float:
    """The share of a text's runs that stand in another text; 0 for less than RUN words."""
    own = list(runs_of(words))
    if not own:
        return 0.0
    shared = sum(run in runs for run in own)
    return shared / len(own)


def comparable(text: str) -> str:
    """A text without what styles and editors change: for lines that are the same."""
    return "".join(words_of(text))
