"""The article as HTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

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
from narrate.formats.readalong.markup.elements import Child, Element, clean, direction, extend
from narrate.formats.readalong.markup.speakers import LABEL, Labels, speaker_labels, with_marks
from narrate.formats.readalong.player.html import element
from narrate.formats.readalong.player.pictures import picture
from narrate.model import Article

PHOTO = "Photo"
"""What the narrator announces before a caption."""
_CLASSES = {"byline", "dateline", "notice", "credit", "boilerplate"}


def article_element(article: Article, document: Document) -> Element:
    """The article with a section for each chapter; chapters keep their `id`s."""
    made = element("article")
    levels = heading_levels(document)
    if 1 not in levels.values():
        made.append(element("h1", article.title, class_="visually-hidden"))
    base = direction(article.source) or "ltr"
    for chapter in document.chapters:
        blocks = _blocks(chapter, levels, base)
        made.append(element("section", *blocks, id=chapter.id))
    return made


def _blocks(chapter: DocumentChapter, levels: Mapping[int, int], base: str) -> Iterator[Element]:
    """`base`: the page's direction; a block that runs the other way says so."""
    for unit in units(chapter.passages):
        first = unit[0]
        block = first.block
        if block.kind == "caption":
            figure = _figure(unit)
            yield turn(figure, block.text, base)
            continue
        yield from pictures(unit, picture)
        if block.kind == "list_item":
            yield _list(unit)
        else:
            made = _block(first, levels)
            yield turn(made, block.text, base)


def _list(items: Sequence[Passage]) -> Element:
    made = element("ul")
    for item in items:
        made.append(element("li", *_text(item)))
    mark_list(made, items)
    return made


def _figure(unit: Sequence[Passage]) -> Element:
    """A picture or several with caption and credit; the caption alone where no picture is known.

    Its name, "Photo", is said by screen readers, and shown where there is no picture to see.
    """
    shown = pictures(unit, picture)
    texts = [element("p", *_text(passage), class_=passage.block.kind) for passage in unit]
    figure = element("figure", *shown, element("figcaption", *texts), aria_label=PHOTO)
    if not shown:
        label = element("p", PHOTO, class_="label", lang="en", dir="ltr", aria_hidden="true")
        figure.insert(0, label)
        figure.set("class", "unseen")
    return figure


def _block(passage: Passage, levels: Mapping[int, int]) -> Element:
    kind = passage.block.kind
    level = levels.get(passage.block.start)
    if level is not None:
        return element(f"h{level}", *_text(passage))
    quote = passage.quotation()
    if quote or kind == "pullquote":
        return _quotation(passage, quote)
    text = element("p", *_text(passage))
    if kind in _CLASSES:
        text.set("class", kind)
    return text


def _quotation(passage: Passage, quote: Quote | None) -> Element:
    """A paragraph that somebody says as a whole, or a pull quote."""
    words = element("p", *_text(passage))
    speaker = quote.speaker if quote else None
    if speaker:
        words.set(LABEL, clean(speaker))
    return attributed(element("blockquote", words), speaker, element)


def _text(passage: Passage) -> Iterator[Child]:
    labels = speaker_labels(passage)
    for piece in passage.pieces():
        yield _sentence(piece, labels) if isinstance(piece, Sentence) else piece


def _sentence(sentence: Sentence, labels: Labels) -> Element:
    """The sentence with what somebody says in it set apart.

    It has no `id`: see highlight.js.
    """
    made = element("span", class_="s")
    at = 0
    for quote in sentence.quotes:
        start, end = with_marks(sentence.text, quote, at)
        said = element("span", sentence.text[start:end], class_="said")
        if quote in labels:
            said.set(LABEL, clean(labels[quote]))
        extend(made, [sentence.text[at:start], said])
        at = end
    extend(made, [sentence.text[at:]])
    return made
