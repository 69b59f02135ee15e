"""The pages of the book that are not part of the article: the cover, and where the recording comes from."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.formats.credits import line, notice
from narrate.formats.readalong.document import Document
from narrate.formats.readalong.epub.metadata import day
from narrate.formats.readalong.epub.xhtml import element, language_tag, page
from narrate.formats.readalong.markup.elements import Child, Element, web_address
from narrate.model import Cover, Narration

ABOUT_TITLE = "About this recording"


def cover_page(cover: Cover, picture: str) -> bytes:
    """The cover alone; `picture` is its file. Its description is in our own words."""
    shown = element("img", src=picture, alt=cover.alt, role="doc-cover")
    return page(
        "Cover",
        [element("section", shown, epub_type="cover", aria_label="Cover")],
        "en",
        "ltr",
        class_="cover",
    )


def about_page(narration: Narration, document: Document) -> bytes:
    """Author, source, date, licence and voices, if they are known, and what is not read aloud."""
    heading = element("h1", ABOUT_TITLE, id="about")
    facts = element("dl", *_facts(narration))
    made = element(
        "section", heading, facts, epub_type="colophon", role="doc-colophon", aria_labelledby="about"
    )
    if document.unread:
        language = language_tag(narration.script.article.language)
        made.append(element("h2", "Not read aloud"))
        made.append(element("dl", *_unread(document, language)))
    return page(ABOUT_TITLE, [made], "en", "ltr")


def _facts(narration: Narration) -> Iterator[Element]:
    """Terms and what they stand for, without those that are not known."""
    article = narration.script.article
    known: dict[str, Child | None] = {
        "Title": article.title,
        "Author": article.byline,
        "Source": _linked(article.site or article.url, article.url),
        "Published": day(narration),
        "Licence": _linked(article.license, article.license),
        "Voices": f"{notice(narration)}.",
    }
    for term, value in known.items():
        # Not by truth: an element without children counts as false.
        if value is not None and value != "":
            yield element("dt", term)
            yield element("dd", _on_one_line(value), dir="auto")


def _linked(words: str | None, address: str | None) -> Child | None:
    """The words, as a link if the address is one on the web; None if there are no words."""
    found = web_address(address)
    if not words or not found:
        return words
    return element("a", line(words), href=found)


def _on_one_line(value: Child) -> Child:
    return line(value) if isinstance(value, str) else value


def _unread(document: Document, language: str) -> Iterator[Element]:
    for block in document.unread:
        yield element("dt", block.reason or "")
        yield element("dd", block.text, lang=language, dir="auto")
