"""A chapter as XHTML: headings, paragraphs, lists, figures and quotations, made of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from narrate.formats.readalong.document import Document, DocumentChapter, Passage, Sentence
from narrate.formats.readalong.epub.announcements import Announcement, after, among, before
from narrate.formats.readalong.epub.outline import first_heading
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
    found: dict[str, int] = {}
    for said in chain.from_iterable(setting.said.values()):
        found[said.id] = said.start
    for sentence in document.sentences():
        if setting.words and sentence.words:
            found.update(_word_starts(sentence))
        else:
            found[sentence.id] = sentence.start
    return found


def _word_starts(sentence: Sentence) -> dict[str, int]:
    found = {}
    for number, word in enumerate(sentence.words, 1):
        found[_word_id(sentence, number)] = word.start
    found[_word_id(sentence, 1)] = sentence.start
    return found


def section(chapter: DocumentChapter, setting: Setting) -> Element:
    """A chapter, named by its heading, or by its title if it has no heading."""
    made = element("section", id=chapter.id, epub_type="chapter", role="doc-chapter")
    for block in _blocks(chapter, setting):
        extend(made, ["\n", block])
    heading = first_heading(chapter, setting.levels)
    if heading is None:
        made.set("aria-label", chapter.title)
    else:
        made.set("aria-labelledby", _id("b", heading))
    return made


def _blocks(chapter: DocumentChapter, setting: Setting) -> Iterator[Element]:
    for unit in units(chapter.passages):
        first = unit[0]
        kind = first.block.kind
        if kind == "caption":
            yield _figure(unit, setting)
            continue
        yield from pictures(unit, setting.picture)
        if kind == "list_item":
            yield _list(unit, setting)
        else:
            yield from _paragraphs(first, setting)


def _list(passages: Sequence[Passage], setting: Setting) -> Element:
    made = element("ul", id=_id("l", passages[0].block.start))
    mark_list(made, passages)
    for passage in passages:
        item = _item(passage, setting)
        extend(made, ["\n", item])
    return made


def _item(passage: Passage, setting: Setting) -> Element:
    """An item of a list, with its announcements."""
    block = passage.block
    said = setting.said.get(block.start, ())
    made = element("li", id=_id("b", block.start))
    extend(made, _labels(before(passage, said)))
    extend(made, _text(passage, setting))
    extend(made, _labels(after(passage, said)))
    return turn(made, block.text, setting.direction)


def _figure(unit: Sequence[Passage], setting: Setting) -> Element:
    """Pictures with caption and credit; the caption alone if no picture is known."""
    caption = element("figcaption")
    for passage in unit:
        extend(caption, _paragraphs(passage, setting))
    shown = pictures(unit, setting.picture)
    return element("figure", *shown, caption, id=_id("f", unit[0].block.start))


def _paragraphs(passage: Passage, setting: Setting) -> list[Element]:
    """A block of text and its announcements, in one element if its kind has a term."""
    block = passage.block
    said = setting.said.get(block.start, ())
    made = _quoted(passage, setting)
    if made is None:
        made = _paragraph(passage, setting)
    turn(made, block.text, setting.direction)
    parts = [*_labels(before(passage, said)), made, *_labels(after(passage, said))]
    kind = block.kind
    if kind not in _WRAPPED:
        return parts
    key = _id("t", block.start)
    return [element(_WRAPPED[kind], *parts, id=key, epub_type=kind, role=f"doc-{kind}", class_=kind)]


def _paragraph(passage: Passage, setting: Setting) -> Element:
    """A heading or a paragraph."""
    block = passage.block
    level = setting.levels.get(block.start)
    tag = f"h{level}" if level else "p"
    made = element(tag, *_text(passage, setting), id=_id("b", block.start))
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
            yield _label("span", piece)
            yield " "
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
    spans = list(_label_spans(sentence, labels))
    if words:
        spans = [*_word_spans(sentence), *spans]
    made = element("span", id=sentence.id)
    at = 0
    for start, end, span in sorted(spans, key=itemgetter(0, 1)):
        extend(made, [sentence.text[at:start], span])
        at = end
    extend(made, [sentence.text[at:]])
    return made


def _word_spans(sentence: Sentence) -> Iterator[Span]:
    for number, word in enumerate(sentence.words, 1):
        start, end = word.text_start, word.text_end
        key = _word_id(sentence, number)
        yield start, end, element("span", sentence.text[start:end], id=key)


def _label_spans(sentence: Sentence, labels: Labels) -> Iterator[Span]:
    """An empty span with the label before each quotation that has one, and before a word that it is in."""
    for quote in sentence.quotes:
        if quote not in labels:
            continue
        start, _ = with_marks(sentence.text, quote, 0)
        place = _outside_words(sentence, start)
        span = element("span")
        span.set(LABEL, clean(labels[quote]))
        yield place, place, span


def _outside_words(sentence: Sentence, place: int) -> int:
    """The start of the word that a place is in, or the place itself."""
    for word in sentence.words:
        if word.text_start < place < word.text_end:
            return word.text_start
    return place


def _word_id(sentence: Sentence, number: int) -> str:
    """`number`: the word's in the sentence, from 1."""
    return f"{sentence.id}w{number}"


def _id(prefix: str, offset: int) -> str:
    """Of what begins at this place in the source."""
    return f"{prefix}{offset}"
