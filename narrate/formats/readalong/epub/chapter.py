"""A chapter as XHTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrate.formats.readalong.document import Document, DocumentChapter, Passage, Sentence
from narrate.formats.readalong.epub.announcements import Announcement, after, among, before
from narrate.formats.readalong.epub.xhtml import element
from narrate.formats.readalong.markup.blocks import attributed, mark_list, pictures, turn, units
from narrate.formats.readalong.markup.elements import Child, Element, extend
from narrate.model import Image

_CLASSES = {"byline", "dateline", "boilerplate"}
_WRAPPED = {"notice": "div", "credit": "div", "pullquote": "aside"}
"""Kinds for which EPUB has a term (EPUB SSV 1.1) and ARIA a role, so that they can be left or skipped."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the chapters of one book have in common."""

    direction: str
    """ "ltr" or "rtl"; a block that runs the other way says so."""
    levels: Mapping[int, int]
    """Of the headings, by their place in the source."""
    said: Mapping[int, Sequence[Announcement]]
    """Announcements, by their block's place in the source."""
    words: bool
    """Whether words have times of their own."""
    picture: Callable[[Image], Element | None]
    """Makes a picture, or the words that stand for it."""


def starts(document: Document, setting: Setting) -> dict[str, int]:
    """The first sample of everything that the overlays can point to, by its id in the pages.

    Either a sentence or its words, the first of which begins where the sentence does.
    """
    found = {each.id: each.start for said in setting.said.values() for each in said}
    for sentence in document.sentences():
        if not (setting.words and sentence.words):
            found[sentence.id] = sentence.start
            continue
        for number, word in enumerate(sentence.words, 1):
            found[f"{sentence.id}w{number}"] = sentence.start if number == 1 else word.start
    return found


def section(chapter: DocumentChapter, setting: Setting) -> Element:
    """A chapter, named by its heading, or where it has none by its title."""
    made = element("section", id=chapter.id, epub_type="chapter", role="doc-chapter")
    for block in _blocks(chapter, setting):
        extend(made, ["\n", block])
    heading = next((p.block.start for p in chapter.passages if p.block.start in setting.levels), None)
    if heading is None:
        made.set("aria-label", chapter.title)
    else:
        made.set("aria-labelledby", _id("b", heading))
    return made


def _blocks(chapter: DocumentChapter, setting: Setting) -> Iterator[Element]:
    for unit in units(chapter.passages):
        if unit[0].block.kind == "caption":
            yield _figure(unit, setting)
            continue
        yield from pictures(unit, setting.picture)
        if unit[0].block.kind == "list_item":
            yield _list(unit, setting)
        else:
            yield from _paragraphs(unit[0], setting)


def _list(passages: Sequence[Passage], setting: Setting) -> Element:
    made = element("ul", id=_id("l", passages[0].block.start))
    mark_list(made, passages)
    for passage in passages:
        item = element("li", id=_id("b", passage.block.start))
        said = setting.said.get(passage.block.start, ())
        extend(item, [*_labels(before(passage, said)), *_text(passage, setting)])
        extend(item, _labels(after(passage, said)))
        extend(made, ["\n", turn(item, passage.block.text, setting.direction)])
    return made


def _figure(unit: Sequence[Passage], setting: Setting) -> Element:
    """Pictures with caption and credit; the caption alone where no picture is known."""
    texts = [made for passage in unit for made in _paragraphs(passage, setting)]
    made = element("figure", *pictures(unit, setting.picture), element("figcaption", *texts))
    made.set("id", _id("f", unit[0].block.start))
    return made


def _paragraphs(passage: Passage, setting: Setting) -> list[Element]:
    """A block of text and what is announced of it, all in one element where the block has a term."""
    said = setting.said.get(passage.block.start, ())
    quoted = _quoted(passage, setting)
    made = _paragraph(passage, setting) if quoted is None else quoted
    turn(made, passage.block.text, setting.direction)
    parts = [*_labels(before(passage, said)), made, *_labels(after(passage, said))]
    kind = passage.block.kind
    if kind not in _WRAPPED:
        return parts
    key = _id("t", passage.block.start)
    return [element(_WRAPPED[kind], *parts, id=key, epub_type=kind, role=f"doc-{kind}", class_=kind)]


def _paragraph(passage: Passage, setting: Setting) -> Element:
    """A heading or a paragraph."""
    block = passage.block
    level = setting.levels.get(block.start)
    made = element(f"h{level}" if level else "p", *_text(passage, setting), id=_id("b", block.start))
    if block.kind in _CLASSES:
        made.set("class", block.kind)
    return made


def _quoted(passage: Passage, setting: Setting) -> Element | None:
    """A paragraph that one speaker says whole, with the speaker below it."""
    quote = passage.quotation()
    if quote is None or passage.block.start in setting.levels:
        return None
    said = element("blockquote", element("p", *_text(passage, setting)), id=_id("b", passage.block.start))
    return attributed(said, quote.speaker, element)


def _labels(said: Sequence[Announcement]) -> list[Element]:
    return [_label("p", each) for each in said]


def _text(passage: Passage, setting: Setting) -> Iterator[Child]:
    for piece in among(passage, setting.said.get(passage.block.start, ())):
        if isinstance(piece, Announcement):
            yield from (_label("span", piece), " ")
        else:
            yield _sentence(piece, setting.words) if isinstance(piece, Sentence) else piece


def _label(tag: str, announcement: Announcement) -> Element:
    return element(tag, announcement.text, id=announcement.id, class_="announcement")


def _sentence(sentence: Sentence, words: bool) -> Element:
    made = element("span", id=sentence.id)
    at = 0
    for number, word in enumerate(sentence.words if words else (), 1):
        spoken = element("span", sentence.text[word.text_start : word.text_end], id=f"{sentence.id}w{number}")
        extend(made, [sentence.text[at : word.text_start], spoken])
        at = word.text_end
    extend(made, [sentence.text[at:]])
    return made


def _id(prefix: str, offset: int) -> str:
    """Of what begins at this place in the source."""
    return f"{prefix}{offset}"
