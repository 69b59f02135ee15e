"""The article as HTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from narrate.formats.readalong.document import Document, DocumentChapter, Passage, Quote, Sentence
from narrate.formats.readalong.markup.blocks import (
    attributed,
    heading_levels,
    mark_list,
    pictures,
    turn,
    units,
)
from narrate.formats.readalong.markup.elements import Child, Element, direction, extend
from narrate.formats.readalong.player.html import element
from narrate.formats.readalong.player.pictures import picture
from narrate.model import Article

_MARK = re.compile("[\"'“”„‟‘’‚‛«»‹›`´「」『』]")
_CLASSES = {"byline", "dateline", "notice", "credit", "boilerplate"}


def article_element(article: Article, document: Document) -> Element:
    """The article with a section for each chapter; chapters and sentences keep their `id`s."""
    made = element("article")
    levels = heading_levels(document)
    if 1 not in levels.values():
        made.append(element("h1", article.title, class_="visually-hidden"))
    base = direction(article.source) or "ltr"
    for chapter in document.chapters:
        made.append(element("section", *_blocks(chapter, levels, base), id=chapter.id))
    return made


def _blocks(chapter: DocumentChapter, levels: Mapping[int, int], base: str) -> Iterator[Element]:
    """`base`: the page's direction; a block that runs the other way says so."""
    for unit in units(chapter.passages):
        kind = unit[0].block.kind
        if kind == "caption":
            yield turn(_figure(unit), unit[0].block.text, base)
            continue
        yield from pictures(unit, picture)
        if kind == "list_item":
            yield _list(unit)
        else:
            yield turn(_block(unit[0], levels), unit[0].block.text, base)


def _list(items: Sequence[Passage]) -> Element:
    made = element("ul", *(element("li", *_text(item)) for item in items))
    mark_list(made, items)
    return made


def _figure(unit: Sequence[Passage]) -> Element:
    """A picture or several with caption and credit; the caption alone where no picture is known."""
    shown = pictures(unit, picture)
    texts = [element("p", *_text(passage), class_=passage.block.kind) for passage in unit]
    figure = element("figure", *shown, element("figcaption", *texts))
    if not shown:
        figure.set("class", "photo")
    return figure


def _block(passage: Passage, levels: Mapping[int, int]) -> Element:
    kind = passage.block.kind
    if level := levels.get(passage.block.start):
        return element(f"h{level}", *_text(passage))
    quote = passage.quotation()
    if quote or kind == "pullquote":
        said = element("blockquote", element("p", *_text(passage)))
        return attributed(said, quote.speaker if quote else None, element)
    text = element("p", *_text(passage))
    if kind in _CLASSES:
        text.set("class", kind)
    return text


def _text(passage: Passage) -> Iterator[Child]:
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
