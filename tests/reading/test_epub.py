"""Books: EPUB 2 and 3, in reading order, with the titles of their chapters."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from narrate.errors import SourceError
from narrate.pipeline.from_article import read, read_bytes
from tests.reading.books import FIRST, SECOND, book_files, packed, xhtml
from tests.reading.test_html import assert_tiled

ONE = xhtml(f"<h1>The crossing</h1><p>{FIRST}</p>")
TWO = xhtml(f"<section><h1>The winter</h1><p>{SECOND}</p></section>")
NAV = '<ol><li><a href="one.xhtml">The crossing</a></li><li><a href="two.xhtml">The winter</a></li></ol>'
NCX = (
    '<navPoint id="a"><navLabel><text>The crossing</text></navLabel><content src="one.xhtml"/></navPoint>'
    '<navPoint id="b"><navLabel><text>The winter</text></navLabel><content src="two.xhtml"/></navPoint>'
)
CHAPTERS = [
    ("heading", "The crossing"),
    ("paragraph", FIRST),
    ("heading", "The winter"),
    ("paragraph", SECOND),
]


def blocks(files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    """Kind and text of what is spoken below the book's title."""
    article = read_bytes(packed(files), "ferry.epub")
    assert_tiled(article)
    assert (article.blocks[0].kind, article.blocks[0].text) == ("title", "The Ferry of Orlow")
    return [(block.kind, block.text) for block in article.blocks[1:] if block.spoken]


@pytest.mark.parametrize(
    "files",
    [
        book_files({"one.xhtml": ONE, "two.xhtml": TWO}, nav=NAV),
        book_files({"one.xhtml": ONE, "two.xhtml": TWO}, ncx=NCX),
        book_files({"one.xhtml": ONE, "two.xhtml": TWO}),
        book_files({"one.xhtml": xhtml(f"<p>{FIRST}</p>"), "two.xhtml": xhtml(f"<p>{SECOND}</p>")}, nav=NAV),
        book_files({"one.xhtml": xhtml(f"<p>{FIRST}</p>"), "two.xhtml": xhtml(f"<p>{SECOND}</p>")}, ncx=NCX),
        book_files({"one.xhtml": xhtml(f"<p class='t'>The crossing</p><p>{FIRST}</p>"),
                    "two.xhtml": xhtml(f"<div><p><b>The winter</b></p><p>{SECOND}</p></div>")}, ncx=NCX),
        book_files({"one.xhtml": xhtml(f"<div><p id='a'>{FIRST}</p><p id='b'>{SECOND}</p></div>")},
                   nav=NAV.replace("one.xhtml", "one.xhtml#a").replace("two.xhtml", "one.xhtml#b")),
    ],
    ids=["EPUB 3", "EPUB 2", "no contents", "titles only in nav", "titles only in ncx",
         "titles in paragraphs", "one file"],
)  # fmt: skip
def test_chapters_stand_in_order_under_their_titles(files: dict[str, str | bytes]) -> None:
    """Whether the text says them or only the table of contents."""
    assert blocks(files) == CHAPTERS


def test_a_file_that_the_spine_lists_twice_is_read_once() -> None:
    """Some books list one file under every place in it."""
    files = book_files({"one.xhtml": ONE, "two.xhtml": TWO}, nav=NAV)
    package = str(files["OEBPS/book.opf"]).replace('href="two.xhtml"', 'href="one.xhtml#b"')
    assert blocks(files | {"OEBPS/book.opf": package}) == CHAPTERS[:2]


def test_menus_between_the_chapters_are_not_spoken() -> None:
    """Books made of manuals have "Next" and "Previous" in every file."""
    menu = '<div role="navigation"><h3>Navigation</h3><ul><li><a href="two.xhtml">next</a></li></ul></div>'
    files = book_files({"one.xhtml": xhtml(f"{menu}<h1>The crossing</h1><p>{FIRST}</p>")})
    assert blocks(files) == CHAPTERS[:2]
    unspoken = [b.text for b in read_bytes(packed(files), "x.epub").blocks if b.reason == "menu"]
    assert unspoken == ["Navigation", "next"]


def test_authors_are_named_without_their_addresses() -> None:
    """Nobody wants to hear an e-mail address behind a name."""
    files = book_files({"one.xhtml": ONE})
    package = str(files["OEBPS/book.opf"]).replace("Ada Wong<", "Ada Wong &lt;ada@orlow.example&gt;<")
    assert (
        read_bytes(packed(files | {"OEBPS/book.opf": package}), "x.epub").byline == "Ada Wong and Bela Roth"
    )


def test_what_the_package_states_is_known(tmp_path: Path) -> None:
    """Title, authors, language, date, publisher, rights and cover."""
    path = tmp_path / "ferry.epub"
    path.write_bytes(packed(book_files({"one.xhtml": ONE}, nav=NAV)))
    article = read(path)
    assert (article.title, article.byline) == ("The Ferry of Orlow", "Ada Wong and Bela Roth")
    assert (article.language, article.published) == ("en-GB", "2019-05-03")
    assert (article.site, article.license) == ("Sil Press", "CC BY 4.0")
    cover = article.images[0]
    assert (cover.lead, cover.alt) == (True, "Cover of The Ferry of Orlow")
    assert cover.address.startswith("data:image/png;base64,")


def test_pictures_of_the_book_come_with_their_words() -> None:
    """The picture itself is at hand, at the place of its caption; paths that leave the book show nothing."""
    body = (
        f"<p>{FIRST}</p><figure><img src='./pic.png' alt='A ferry on grey water'/><figcaption>The ferry."
        "</figcaption></figure><p><img src='../../../etc/passwd.png' alt='Something that is not here'/></p>"
    )
    article = read_bytes(packed(book_files({"one.xhtml": xhtml(body)})), "ferry.epub")
    shown = [image for image in article.images if not image.lead] or list(article.images)
    assert [(image.alt, article.source[image.offset :][:10]) for image in shown] == [
        ("A ferry on grey water", "The ferry.")
    ]
    assert "Something that is not here" in article.source


@pytest.mark.parametrize(
    ("name", "document", "options", "reason"),
    [
        ("cover.xhtml", xhtml("<p>The Ferry</p>", ' epub:type="cover"'), {}, "cover"),
        ("title.xhtml", xhtml("<h1>The Ferry of Orlow</h1><p>by</p><p>Ada Wong</p>"), {}, "title page"),
        ("front.xhtml", xhtml("<p>All rights reserved.</p>"),
         {"guide": '<reference type="copyright-page" href="front.xhtml"/>'}, "copyright page"),
        ("toc.xhtml", xhtml("<div role='doc-toc'><p>The crossing 1</p></div>"), {}, "table of contents"),
        ("aside.xhtml", xhtml("<p>Answers to the riddle.</p>"), {"nonlinear": ("aside.xhtml",)},
         "outside the reading order of the book"),
        ("notes.xhtml", xhtml("<div epub:type='endnotes'><p>It was a Tuesday.</p></div>"), {}, "footnote"),
    ],
)  # fmt: skip
def test_what_nobody_listens_to_is_kept_and_not_spoken(
    name: str, document: str, options: dict[str, str], reason: str
) -> None:
    """It says why, and `--all` can speak it."""
    files = book_files({name: document, "one.xhtml": ONE}, **options)  # type: ignore[arg-type]
    article = read_bytes(packed(files), "ferry.epub")
    assert {block.reason for block in article.blocks if not block.spoken} == {reason}
    assert [block.text for block in article.blocks if block.spoken] == [
        "The Ferry of Orlow", "The crossing", FIRST
    ]  # fmt: skip


def test_marks_of_notes_are_not_read_into_the_sentence() -> None:
    """The number of a note is silent, and the note itself stands where the book has it."""
    body = (
        '<p>The ferry crossed<a epub:type="noteref" href="#n1">1</a> the Sil&nbsp;at dawn.</p>'
        '<aside epub:type="footnote" id="n1"><p>For the last time.</p></aside>'
    )
    assert blocks(book_files({"one.xhtml": xhtml(body)})) == [
        ("paragraph", "The ferry crossed the Sil at dawn.")
    ]


def _replaced(name: str, content: str | bytes) -> bytes:
    return packed({**book_files({"one.xhtml": ONE}, nav=NAV), name: content})


_ENCRYPTION = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 cut off", "archive cannot be opened"),
        (packed({"META-INF/container.xml": "<container/>"}), "no package"),
        (packed({}), "no META-INF/container.xml"),
        (_replaced("OEBPS/one.xhtml", ""), "one.xhtml is empty"),
        (_replaced("OEBPS/book.opf", "<package/>"), "lists no text"),
        (_replaced("META-INF/encryption.xml", _ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")),
         "protected"),
        (_replaced("META-INF/license.lcpl", "{}"), "protected"),
        (_replaced("OEBPS/one.xhtml", xhtml("<p><svg/></p>")), "no text in this book"),
        (_replaced("META-INF/container.xml", '<a><rootfile full-path="../etc/passwd"/></a>'), "no package"),
        (_replaced("OEBPS/one.xhtml", b"<p>" + bytes(101_000_000)), "larger than 6 MB unpacked"),
        (_replaced("OEBPS/one.xhtml", "<html><body>" + "<div>" * 3_000 + FIRST), "nested too deep"),
    ],
    ids=["cut off", "no package", "no container", "empty chapter", "empty package", "DRM", "LCP",
         "only pictures", "path out of the book", "bomb", "deep"],
)  # fmt: skip
def test_books_that_cannot_be_read_say_why(data: bytes, problem: str) -> None:
    """The message names the book and says what to do."""
    with pytest.raises(SourceError, match=problem) as caught:
        read_bytes(data, "ferry.epub")
    assert "ferry.epub" in str(caught.value)
    assert caught.value.remedy


def test_mangled_fonts_are_no_protection() -> None:
    """The text beside them is free."""
    data = _replaced("META-INF/encryption.xml", _ENCRYPTION.format("http://www.idpf.org/2008/embedding"))
    assert FIRST in read_bytes(data, "ferry.epub").source


def test_a_damaged_chapter_is_named(tmp_path: Path) -> None:
    """The checksum of the archive tells."""
    data = bytearray(packed(book_files({"one.xhtml": ONE}, nav=NAV)))
    with zipfile.ZipFile(_written(tmp_path, data)) as archive:
        info = archive.getinfo("OEBPS/one.xhtml")
    data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    with pytest.raises(SourceError, match=r"one\.xhtml cannot be unpacked"):
        read_bytes(bytes(data), "ferry.epub")


def _written(folder: Path, data: bytes | bytearray) -> Path:
    path = folder / "ferry.epub"
    path.write_bytes(data)
    return path


def test_a_book_is_recognised_by_its_content() -> None:
    """On standard input there is no name to go by."""
    assert read_bytes(packed(book_files({"one.xhtml": ONE}))).title == "The Ferry of Orlow"


def test_another_archive_is_no_book() -> None:
    """An office document is refused as what it is."""
    with pytest.raises(SourceError, match="ZIP archive or an office document"):
        read_bytes(b"PK\x03\x04\x14\x00\x06\x00 word/document.xml")


def test_a_long_novel_is_read_to_its_end() -> None:
    """A megabyte of text in forty chapters."""
    paragraph = f"<p>{FIRST} {SECOND} “Where is it?” she asked. He did not know.</p>"
    chapters = {f"c{n}.xhtml": xhtml(f"<h2>Chapter {n}</h2>{paragraph * 130}") for n in range(40)}
    article = read_bytes(packed(book_files(chapters)), "ferry.epub")
    assert len(article.source) > 1_000_000
    assert sum(block.kind == "heading" for block in article.blocks) == 40
