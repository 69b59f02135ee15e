"""Labelled web pages: what of a page is heard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from lxml import html

from benchmarks.labelled.articles import UNSCORED
from benchmarks.labelled.figures import Figure, Tally
from narrate.model import BlockKind

PAGES = Path(__file__).resolve().parents[2] / "tests" / "data" / "pages" / "labelled"
WANTED = ("title", "paragraph", "heading", "list_item", "caption")
"""Kinds that are to be heard."""
UNWANTED = ("pullquote", "boilerplate")
"""Kinds that are not: a pull quote repeats the article."""

_UNWANTED = "boilerplate"
_KINDS = (*get_args(BlockKind), UNSCORED)
_LABEL = re.compile(rf"<!--(?:{'|'.join(_KINDS)}|/)-->")
_WORD = re.compile(r"[^\W_]+")
_WHOLE = 0.98
"""Share of the characters of a page's paragraphs that are heard where it counts as whole."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A web page and what a person says about its text."""

    name: str
    markup: str
    """HTML without the labels."""
    passages: tuple[tuple[str, str], ...]
    """Kind and text of every labelled stretch, in the page's order."""


def load_pages(folder: Path = PAGES) -> list[LabelledPage]:
    """All pages of a folder, by name."""
    return [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.html"))]


def parse(name: str, marked: str) -> LabelledPage:
    """Take the labels out of one page. Raises ValueError where a label has no text."""
    passages = tuple(_passages(html.document_fromstring(marked)))
    for kind, text in passages:
        if not words(text):
            raise ValueError(f"{name}: a label <!--{kind}--> is followed by no text")
    return LabelledPage(name, _LABEL.sub("", marked), passages)


def _passages(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Each label's text: as far as the next label, or the end of the element that it stands in."""
    for node in tree.iter():
        if _label(node) in _KINDS:
            yield str(node.text), " ".join("".join(_following(node)).split())


def _label(node: html.HtmlElement) -> str | None:
    """The kind that a comment says, "/" where it ends a label; None for every other node."""
    if not isinstance(node, html.HtmlComment):
        return None
    text = str(node.text)
    return text if text in _KINDS or text == "/" else None


def _following(label: html.HtmlElement) -> Iterator[str]:
    yield label.tail or ""
    for node in label.itersiblings():
        if any(_label(each) for each in node.iter()):
            return
        if not isinstance(node, html.HtmlComment):
            yield str(node.text_content())
        yield node.tail or ""


class PageScore:
    """Gathers what is heard of several pages."""

    def __init__(self) -> None:
        self._tally = Tally()

    @property
    def misses(self) -> Sequence[str]:
        """A line for each passage that is heard and should not be, or the other way round."""
        return self._tally.misses

    def add(self, page: LabelledPage, spoken: Iterable[str]) -> None:
        """Compare the texts that are spoken of a page with its labels."""
        said = words("\n".join(spoken))
        self._listen(page, said)
        paragraphs = [words(text) for kind, text in page.passages if kind == "paragraph"]
        heard = sum(len(each) for each in paragraphs if each in said)
        self._tally.add("whole", holds=heard >= _WHOLE * sum(map(len, paragraphs)))

    def figures(self) -> list[Figure]:
        """The share heard of each kind, and of pages that are whole."""
        heard = [self._tally.figure(kind, f"{kind}, heard") for kind in WANTED]
        return [
            self._tally.figure("whole", "pages whose paragraphs are whole"),
            *heard,
            self._tally.figure(_UNWANTED, f"{_UNWANTED}, heard", at_most=True),
        ]

    def _listen(self, page: LabelledPage, said: str) -> None:
        """Look for every passage in what is said, and take it out of it.

        Furniture comes last and the longest first, so that a menu's "News" is not found in the article or
        in a longer button.
        """
        for kind, text in sorted(page.passages, key=lambda each: (each[0] in UNWANTED, -len(each[1]))):
            key = words(text)
            is_heard = key in said
            said = said.replace(key, " | ", 1)
            self._tally.add(_UNWANTED if kind in UNWANTED else kind, holds=is_heard)
            if kind in WANTED + UNWANTED and is_heard != (kind in WANTED):
                told = "heard" if is_heard else "not heard"
                self._tally.misses.append(f"{page.name}: {kind}, {told}: {text[:100]}")


def words(text: str) -> str:
    """The words of a text in lower case, a space on either side of each; punctuation does not count."""
    return f" {'  '.join(_WORD.findall(text.casefold()))} "
