"""A chapter as XHTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrate.formats.readalong.document import Document, DocumentChapter, Passage, Sentence
from narrate.formats.readalong.epub.announcements import Announcement, after, among, before
from narrate.formats.readalong.epub.xhtml import element
from narrate.formats.readalong.markup.blocks import attributed, mark_list, pictures, turn, units
from narrate.formats.readalong.markup.elements import Child, Element, clean, extend
from narrate.formats.readalong.markup.speakers import LABEL, Labels, speaker_labels, with_marks
from narrate.model import Image

Span = tuple[int, int, Element]
"""Start and end in a sentence's text, and what stands there."""
_CLASSES = {"byline", "dateline", "boilerplate"}
_WRAPPED = {"notice": "div", "credit": "div", "pullquote": "aside"}
"""Kinds that have a term in EPUB (EPUB SSV 1.1) and a role in ARIA, so that readers can skip them."""


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

    That is each sentence, or each of its words, the first of which begins where the sentence does.
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
    """A chapter, named by its heading, or by its title if it has no heading."""
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
    """Pictures with caption and credit; the caption alone if no picture is known."""
    texts = [made for passage in unit for made in _paragraphs(passage, setting)]
    made = element("figure", *pictures(unit, setting.picture), element("figcaption", *texts))
    made.set("id", _id("f", unit[0].block.start))
    return made


def _paragraphs(passage: Passage, setting: Setting) -> list[Element]:
    """A block of text and its announcements, in one element if its kind has a term."""
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
    """A paragraph that one speaker says whole, under the speaker's name."""
    quote = passage.quotation()
    if quote is None or passage.block.start in setting.levels:
        return None
    words = element("p", *_text(passage, setting))
    if quote.speaker:
        words.set(LABEL, clean(quote.speaker))
    said = element("blockquote", words, id=_id("b", passage.block.start))
    return attributed(said, quote.speaker, element)


def _labels(said: Sequence[Announcement]) -> list[Element]:
    return [_label("p", each) for each in said]


def _text(passage: Passage, setting: Setting) -> Iterator[Child]:
    said = setting.said.get(passage.block.start, ())
    labels = _unannounced(passage, said)
    for piece in among(passage, said):
        if isinstance(piece, Announcement):
            yield from (_label("span", piece), " ")
        elif isinstance(piece, Sentence):
            yield _sentence(piece, setting.words, labels)
        else:
            yield piece


def _unannounced(passage: Passage, said: Sequence[Announcement]) -> Labels:
    """The speakers to tell, without those whom the narrator announces in the passage."""
    announced = " ".join(each.text for each in said)
    labels = speaker_labels(passage)
    return {quote: name for quote, name in labels.items() if name not in announced}


def _label(tag: str, announcement: Announcement) -> Element:
    return element(tag, announcement.text, id=announcement.id, class_="announcement")


def _sentence(sentence: Sentence, words: bool, labels: Labels) -> Element:
    """A sentence; in it a span for each word that has a time of its own, and the labels of quotations."""
    made = element("span", id=sentence.id)
    at = 0
    spans = (
        [*_word_spans(sentence), *_label_spans(sentence, labels)] if words else _label_spans(sentence, labels)
    )
    for start, end, span in sorted(spans, key=lambda each: each[:2]):
        extend(made, [sentence.text[at:start], span])
        at = end
    extend(made, [sentence.text[at:]])
    return made


def _word_spans(sentence: Sentence) -> Iterator[Span]:
    for number, word in enumerate(sentence.words, 1):
        start, end = word.text_start, word.text_end
        yield start, end, element("span", sentence.text[start:end], id=f"{sentence.id}w{number}")


def _label_spans(sentence: Sentence, labels: Labels) -> Iterator[Span]:
    """An empty span with the label before each quotation that has one, and before a word that it is in."""
    for quote in sentence.quotes:
        if quote not in labels:
            continue
        start, _ = with_marks(sentence.text, quote, 0)
        around = [word.text_start for word in sentence.words if word.text_start < start < word.text_end]
        span = element("span")
        span.set(LABEL, clean(labels[quote]))
        place = min([start, *around])
        yield place, place, span


def _id(prefix: str, offset: int) -> str:
    """Of what begins at this place in the source."""
    return f"{prefix}{offset}"
