"""The article as HTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from narrate.formats.document import Document, DocumentChapter, Passage, Quote, Sentence
from narrate.formats.player.elements import Element, direction, element, extend
from narrate.formats.player.pictures import picture
from narrate.model import Article

# Items keep the bullet or number that they were written with; the page must not add one of its own.
_MARKED = re.compile(r"\W*[•‣▪●◦■□►▶➤✓✔·*+–—-]\s|\(?\d{1,3}[.)]\s")
_MARK = re.compile("[\"'“”„‟‘’‚‛«»‹›`´「」『』]")
_CLASSES = {"byline", "dateline", "notice", "credit", "boilerplate"}


def article_element(article: Article, document: Document) -> Element:
    """The article with a section for each chapter; chapters and sentences keep their `id`s."""
    made = element("article")
    if not any(p.block.kind == "title" for chapter in document.chapters for p in chapter.passages):
        made.append(element("h1", article.title, class_="visually-hidden"))
    base = direction(article.source) or "ltr"
    for chapter in document.chapters:
        made.append(element("section", *_blocks(chapter, base), id=chapter.id))
    _set_levels(made, document)
    return made


def _set_levels(made: Element, document: Document) -> None:
    """Give headings the article's levels, from 2 on and without a gap on the way down (WCAG 2.2, 1.3.1)."""
    levels = [p.block.level or 1 for c in document.chapters for p in c.passages if p.block.kind == "heading"]
    highest = min(levels, default=1)
    before = 1
    for heading, level in zip(made.iter("h2"), levels, strict=True):
        before = min(level - highest + 2, before + 1, 6)
        heading.tag = f"h{before}"


def _blocks(chapter: DocumentChapter, base: str) -> Iterator[Element]:
    """`base`: the page's direction; a block that runs the other way says so."""
    titled = chapter.id != "c1"
    for is_list, units in groupby(
        _units(chapter.passages), key=lambda unit: unit[0].block.kind == "list_item"
    ):
        if is_list:
            yield from _list([passage for unit in units for passage in unit])
            continue
        for unit in units:
            made = _unit(unit, titled)
            titled = titled or made[-1].tag == "h1"
            own = direction(unit[0].block.text)
            if own and own != base:
                made[-1].set("dir", own)
            yield from made


def _unit(unit: Sequence[Passage], titled: bool) -> list[Element]:
    """A figure, or a block behind its pictures. `titled`: whether the page has its title already."""
    if unit[0].block.kind == "caption":
        return [_figure(unit)]
    return [*_pictures(unit), _block(unit[0], titled)]


def _units(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages one by one, but a caption with the credits that follow it."""
    unit: list[Passage] = []
    for passage in passages:
        if unit and passage.block.kind == "credit" and unit[0].block.kind == "caption":
            unit.append(passage)
            continue
        if unit:
            yield unit
        unit = [passage]
    if unit:
        yield unit


def _list(passages: Sequence[Passage]) -> Iterator[Element]:
    yield from _pictures(passages)
    made = element("ul", *(element("li", *_text(passage)) for passage in passages))
    if all(_MARKED.match(passage.block.text) for passage in passages):
        made.set("class", "marked")
    yield made


def _figure(unit: Sequence[Passage]) -> Element:
    """A picture or several with caption and credit; the caption alone where no picture is known."""
    pictures = _pictures(unit)
    texts = [element("p", *_text(passage), class_=passage.block.kind) for passage in unit]
    figure = element("figure", *pictures, element("figcaption", *texts))
    if not pictures:
        figure.set("class", "photo")
    return figure


def _pictures(passages: Sequence[Passage]) -> list[Element]:
    found = (picture(image) for passage in passages for image in passage.images)
    return [made for made in found if made is not None]


def _block(passage: Passage, titled: bool) -> Element:
    kind = passage.block.kind
    if kind == "title" and not titled:
        return element("h1", *_text(passage))
    if kind == "heading":
        return element("h2", *_text(passage))
    if quote := passage.quotation():
        return _quotation(passage, quote.speaker)
    if kind == "pullquote":
        return _quotation(passage, None)
    text = element("p", *_text(passage))
    if kind in _CLASSES:
        text.set("class", kind)
    return text


def _quotation(passage: Passage, speaker: str | None) -> Element:
    quote = element("blockquote", element("p", *_text(passage)))
    if speaker is None:
        return quote
    return element("figure", quote, element("figcaption", speaker), class_="quotation")


def _text(passage: Passage) -> Iterator[Element | str]:
    for piece in passage.pieces():
        yield _sentence(piece) if isinstance(piece, Sentence) else piece


def _sentence(sentence: Sentence) -> Element:
    """The sentence with what somebody says in it set apart."""
    made = element("span", class_="s", id=sentence.id)
    at = 0
    for quote in sentence.quotes:
        start, end = _with_marks(sentence.text, quote, at)
        said = element("span", sentence.text[start:end], class_="said")
        extend(made, [sentence.text[at:start], said])
        at = end
    extend(made, [sentence.text[at:]])
    return made


def _with_marks(text: str, quote: Quote, least: int) -> tuple[int, int]:
    """Where a quote and the quotation marks around it stand; `least`: where the one before ends."""
    start, end = quote.start, quote.end
    return (
        start - 1 if start > least and _MARK.match(text, start - 1) else start,
        end + 1 if _MARK.match(text, end) else end,
    )
