"""The book as a reader takes it: container, package, pages and contents."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED

import av
import pytest

from narrate.formats.presets import writer_options
from narrate.model import Article
from narrate.options import Preset
from tests.formats.epub.epubs import (
    NAMES,
    PARTS,
    Book,
    article,
    every_kind,
    in_chapters,
    one_paragraph,
    shown,
    written,
)
from tests.formats.heard import heard, part
from tests.formats.recordings import bursts, write


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book of every kind of block."""
    folder = tmp_path_factory.mktemp("book")
    return Book(written(folder / "a.epub", every_kind(folder)))


def test_the_container_says_what_it_is_before_all_else(book: Book) -> None:
    """The first file is the media type, stored, without extra fields (EPUB 3.3, section 4.2.3.3)."""
    first = book.entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert book.files["mimetype"] == b"application/epub+zip"
    sounds = [entry for entry in book.entries if entry.filename.endswith(".mp3")]
    assert sounds
    assert all(entry.compress_type == ZIP_STORED for entry in sounds)


@pytest.mark.parametrize(("preset", "quality"), [("small", (48, 24_000)), ("archive", (192, 44_100))])
def test_a_preset_is_heard_in_a_book(tmp_path: Path, preset: Preset, quality: tuple[int, int]) -> None:
    """The MP3 of a chapter has the preset's bit rate and sample rate."""
    path = tmp_path / "a.epub"
    book = Book(write(path, bursts(2.0, [0.02]), one_paragraph(), writer_options(path, preset)))
    with av.open(io.BytesIO(book.files["EPUB/c1.mp3"])) as sound:
        coded = sound.streams.audio[0].codec_context
        assert ((coded.bit_rate or 0) / 1000, coded.sample_rate) == quality


def test_everything_in_the_container_is_listed_and_there(book: Book) -> None:
    """No file is missing and none is left over."""
    listed = {f"EPUB/{href}" for href in book.find("//o:item/@href")}
    assert listed == set(book.files) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}


def test_the_book_is_read_cover_contents_chapters_and_origin(book: Book) -> None:
    """One page for each chapter, also for one that has nothing but its heading."""
    assert book.pages == [
        "cover.xhtml", "nav.xhtml", "c1.xhtml", "c2.xhtml", "c3.xhtml", "c4.xhtml", "c5.xhtml", "about.xhtml",
    ]  # fmt: skip


def test_every_word_of_the_article_is_on_its_page(book: Book) -> None:
    """In order, what is not read aloud last; announcements are on the page, too, each as what it is."""
    pages = [page for page in book.pages if page.startswith("c") and page != "cover.xhtml"]
    written_out = "".join(shown(book, page) for page in pages)
    places = [written_out.index(text) for kind, text in PARTS if kind != "boilerplate"]
    assert places == sorted(places)
    assert "Share this story" not in written_out
    assert "Share this story" in shown(book, "about.xhtml")
    labels = [e for page in pages for e in book.tree(page).xpath("//*[@class='announcement']")]
    assert [e.text for e in labels] == ["The Ansel Post, May 4, 2021.", "Note.", "Photo.", "Credit."]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("The ferry that <never> came", "x:section/x:h1"),
        ("This story was corrected.", "x:section/x:div[@role='doc-notice']/x:p"),
        ("Boats in the harbour", "x:section/x:figure[x:img]/x:figcaption/x:p"),
        ("Ida Holm/The Ansel Post", "x:section/x:figure/x:figcaption/x:div[@role='doc-credit']/x:p"),
        ("It was late.", "x:section/x:p"),
        ("We waited.", "x:section/x:div[x:p[@class='speaker']='Ada Moreau']/x:blockquote/x:p"),
        ("What is known", "x:section/x:h2"),
        ("It left at dawn.", "x:section/x:ul/x:li"),
        ("By the harbour master", "x:section/x:h3"),
        ("Nobody has seen", "x:section/x:aside[@role='doc-pullquote']/x:p"),
        ("How it ends", "x:section/x:h2"),
        ("لم يأت", "x:section/x:p[@dir='rtl']"),
    ],
)
def test_a_block_is_what_it_says(book: Book, words: str, path: str) -> None:
    """Headings, lists, quotations, figures and notes have the elements and roles that they have in HTML."""
    found = [
        e for page in book.pages for e in book.tree(page).find("x:body", NAMES).xpath(path, namespaces=NAMES)
    ]
    assert any(words in "".join(e.itertext()) for e in found)


def test_a_page_is_named_by_its_heading(book: Book) -> None:
    """Every reference to a name leads to something."""
    for page in book.pages:
        tree = book.tree(page)
        for key in tree.xpath("//@aria-labelledby"):
            assert tree.xpath(f"string(//*[@id='{key}'])")
        assert tree.get("lang") == tree.get("{http://www.w3.org/XML/1998/namespace}lang")


def test_the_contents_follow_the_headings(book: Book) -> None:
    """For new readers and old, a heading below another one is below it in the contents."""
    contents = book.tree("nav.xhtml").xpath("//x:nav[@role='doc-toc']", namespaces=NAMES)[0]
    assert contents.xpath("x:ol/x:li/x:a/text()", namespaces=NAMES) == [
        "The ferry that <never> came", "What is known", "What is not known", "How it ends",
        "About this recording",
    ]  # fmt: skip
    below = contents.xpath("x:ol/x:li[x:a='What is known']/x:ol/x:li/x:a", namespaces=NAMES)
    assert [(link.text, link.get("href")) for link in below] == [("By the harbour master", "c3.xhtml")]
    old = book.tree("toc.ncx")
    points = old.xpath("//n:navPoint", namespaces=NAMES)
    assert [int(point.get("playOrder")) for point in points] == [1, 2, 3, 4, 5, 6]
    assert old.xpath("string(//n:navPoint/n:navPoint/n:content/@src)", namespaces=NAMES) == "c3.xhtml"
    assert old.xpath("string(//n:meta/@content)", namespaces=NAMES) == book.find("string(//dc:identifier)")


def test_origin_and_voices_are_told(book: Book) -> None:
    """What is known of the article, and that no person reads."""
    core = {
        name: book.find(f"//dc:{name}/text()")
        for name in ("creator", "publisher", "date", "source", "rights")
    }
    assert core == {
        "creator": ["Ida Holm"],
        "publisher": ["The Ansel Post"],
        "date": ["2021-05-04"],
        "source": ["https://example.org/ferry?a=1&b=2"],
        "rights": ["CC BY 4.0"],
    }
    assert book.find("string(//dc:language)") == "en-GB"
    assert book.meta("dcterms:modified") == ["2021-05-04T00:00:00Z"]
    narrators = book.meta("media:narrator")
    assert len(narrators) == 2
    assert all("synthetic voice" in name for name in narrators)


def test_how_it_can_be_read_is_told(book: Book, tmp_path: Path) -> None:
    """Pictures are something to see, so that hearing alone is not said to be enough; nobody claims WCAG."""
    assert book.meta("schema:accessMode") == ["textual", "auditory", "visual"]
    assert book.meta("schema:accessModeSufficient") == ["textual"]
    assert {"alternativeText", "synchronizedAudioText", "tableOfContents"} <= set(
        book.meta("schema:accessibilityFeature")
    )
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert book.meta("schema:accessibilitySummary")
    assert book.meta("dcterms:conformsTo") == []
    plain = Book(written(tmp_path / "a.epub", one_paragraph()))
    assert plain.meta("schema:accessMode") == ["textual", "auditory"]
    assert plain.meta("schema:accessModeSufficient") == ["textual", "auditory"]
    assert "alternativeText" not in plain.meta("schema:accessibilityFeature")


def test_what_is_not_known_is_not_told(tmp_path: Path) -> None:
    """No author, publisher, source or date is made up, and no cover."""
    book = Book(written(tmp_path / "a.epub", one_paragraph(published="2021-02-31", language="??")))
    assert book.find("count(//dc:creator | //dc:publisher | //dc:date | //dc:source | //dc:rights)") == 0
    assert book.meta("dcterms:modified") == ["1980-01-01T00:00:00Z"]
    assert book.find("string(//dc:language)") == "und"
    assert book.pages == ["nav.xhtml", "c1.xhtml", "about.xhtml"]
    assert book.tree("c1.xhtml").xpath("string(//x:section/@aria-label)", namespaces=NAMES) == "It was late."


def test_pages_of_a_text_from_right_to_left_turn_that_way(tmp_path: Path) -> None:
    """The book, its pages and its title; what is in our own words runs the other way."""
    told = article(
        ("title", "القارب"), ("paragraph", "لم يأت القارب."), ("paragraph", "Grey."), language="ar"
    )
    said = [part(told, block.text, block=n) for n, block in enumerate(told.blocks)]
    book = Book(written(tmp_path / "a.epub", heard(told, *said)))
    assert book.find("string(//o:spine/@page-progression-direction)") == "rtl"
    assert book.find("string(//dc:title/@dir)") == "rtl"
    page = book.tree("c1.xhtml")
    assert (page.get("dir"), page.get("lang")) == ("rtl", "ar")
    assert page.xpath("string(//x:p[@dir='ltr'])", namespaces=NAMES) == "Grey."
    assert book.tree("about.xhtml").get("dir") == "ltr"


def test_an_article_of_nothing_is_a_book(tmp_path: Path) -> None:
    """With its title, and without a sound."""
    book = Book(written(tmp_path / "a.epub", heard(Article("", (), "Nothing"))))
    assert shown(book, "c1.xhtml").strip() == "Nothing"
    assert not book.overlays
    assert not book.find("//o:meta[starts-with(@property, 'media:')]")
    assert book.meta("schema:accessMode") == ["textual"]


def test_the_same_narration_gives_the_same_bytes(tmp_path: Path) -> None:
    """And another one another identifier."""
    narration = every_kind(tmp_path)
    one, other = (written(tmp_path / name, narration) for name in ("a.epub", "b.epub"))
    assert one.read_bytes() == other.read_bytes()
    changed = replace(narration.script.article, byline="Jo Pell")
    third = written(
        tmp_path / "c.epub", replace(narration, script=replace(narration.script, article=changed))
    )
    assert Book(one).find("string(//dc:identifier)") != Book(third).find("string(//dc:identifier)")


def test_types_are_said_where_epub_has_a_word_for_them(book: Book) -> None:
    """In the pages; where HTML has an element, that says it."""
    types = {kind for page in book.pages for kind in book.tree(page).xpath("//@*[name()='epub:type']")}
    assert types == {
        "cover", "toc", "landmarks", "bodymatter", "chapter", "notice", "credit", "pullquote", "colophon",
    }  # fmt: skip


@pytest.mark.slow
def test_ten_thousand_sentences_are_a_book(tmp_path: Path) -> None:
    """In a hundred chapters of a hundred; each has its clip."""
    parts: list[tuple[str, str]] = []
    for chapter in range(100):
        parts.append(("heading", f"Chapter {chapter}"))
        parts.append(("paragraph", " ".join(f"Line {chapter}x{n}." for n in range(100))))
    told = article(*parts)  # type: ignore[arg-type]
    narration = heard(told, *(part(told, block.text, block=n) for n, block in enumerate(told.blocks)))
    book = Book(written(tmp_path / "a.epub", in_chapters(narration)))
    assert sum(len(book.clips(page)) for page in book.pages) == 10_100
