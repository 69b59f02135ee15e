"""The whole book, file by file into its container."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from narrate.formats.credits import line
from narrate.formats.readalong.document import DocumentChapter, document
from narrate.formats.readalong.epub.announcements import announcements
from narrate.formats.readalong.epub.archive import Archive
from narrate.formats.readalong.epub.chapter import Setting, section, starts
from narrate.formats.readalong.epub.metadata import About, metadata_element
from narrate.formats.readalong.epub.navigation import NAV, Landmark, navigation, ncx
from narrate.formats.readalong.epub.outline import Entry, outline
from narrate.formats.readalong.epub.overlay import Files, clips, overlay
from narrate.formats.readalong.epub.package import CONTAINER, FOLDER, Item, package
from narrate.formats.readalong.epub.pages import ABOUT_TITLE, about_page, cover_page
from narrate.formats.readalong.epub.pictures import opened
from narrate.formats.readalong.epub.xhtml import STYLE, element, language_tag, page
from narrate.formats.readalong.markup.blocks import heading_levels, picture_in_words
from narrate.formats.readalong.markup.elements import Element, direction
from narrate.model import Image, Narration

Encode = Callable[[int, int], Path]
"""Makes an MP3 of the master's samples from start to end, and says where it is."""
COVER, COVER_PAGE, ABOUT_PAGE = "cover.jpg", "cover.xhtml", "about.xhtml"


class Book:
    """Puts the files of one narration into a container, in the order in which they are read."""

    def __init__(self, archive: Archive, narration: Narration, encode: Encode, words: bool) -> None:
        """`words` asks for overlays by the word."""
        self._archive = archive
        self._narration = narration
        self._encode = encode
        self._article = narration.script.article
        self._title = line(self._article.title)
        self._language = language_tag(self._article.language)
        self._direction = direction(self._article.source) or "ltr"
        self._document = document(narration)
        self._levels = heading_levels(self._document)
        said = announcements(narration)
        self._setting = Setting(self._direction, self._levels, said, words, self._picture)
        self._starts = starts(self._document, self._setting)
        self._items: list[Item] = []
        self._spine: list[str] = []
        self._durations: dict[str, int] = {}
        self._pictures = 0

    def write(self) -> None:
        """Write everything, the package document last, since it lists the rest."""
        self._archive.add("META-INF/container.xml", CONTAINER)
        self._add(Item(STYLE), files(__package__).joinpath(STYLE).read_bytes())
        self._add_cover()
        self._spine.append(NAV)
        for chapter in self._document.chapters:
            self._add_chapter(chapter)
        self._add_page(ABOUT_PAGE, about_page(self._narration, self._document))
        entries = (*outline(self._document, self._levels), Entry(ABOUT_TITLE, ABOUT_PAGE, language="en"))
        landmarks = self._landmarks()
        contents = navigation(self._title, entries, landmarks, self._language, self._direction)
        self._add(Item(NAV, "nav"), contents)
        identity = self._archive.identity()
        self._add(Item("toc.ncx"), ncx(self._title, entries, identity))
        about = About(
            self._narration, self._document, identity, self._direction, self._durations, self._pictures > 0
        )
        described = metadata_element(about)
        self._archive.add(
            f"{FOLDER}package.opf", package(described, self._items, self._spine, self._direction)
        )

    def _add(self, item: Item, content: bytes) -> None:
        self._archive.add(FOLDER + item.name, content)
        self._items.append(item)

    def _add_page(self, name: str, content: bytes, overlay: str = "") -> None:
        self._add(Item(name, overlay=overlay), content)
        self._spine.append(name)

    def _add_cover(self) -> None:
        """The smaller picture: it fills the screens of readers, and 3000 pixels are too many for some."""
        if cover := self._narration.cover:
            self._add(Item(COVER, "cover-image"), cover.thumbnail)
            self._add_page(COVER_PAGE, cover_page(cover, COVER))

    def _add_chapter(self, chapter: DocumentChapter) -> None:
        made = section(chapter, self._setting)
        if not chapter.passages:
            made.append(element("h1", chapter.title))
        rate = self._narration.sample_rate
        heard = clips(made, self._starts, chapter.start, chapter.end, rate)
        names = Files(f"{chapter.id}.xhtml", f"{chapter.id}.mp3")
        text = page(chapter.title, [made], self._language, self._direction)
        if not heard:
            self._add_page(names.text, text)
            return
        spoken = f"{chapter.id}.smil"
        self._add_page(names.text, text, spoken)
        self._add(Item(spoken), overlay(made, heard, names))
        self._durations[spoken] = max(end for _, end in heard.values())
        sound = self._encode(chapter.start, chapter.end)
        self._archive.add_file(FOLDER + names.sound, sound)
        self._items.append(Item(names.sound))

    def _picture(self, image: Image) -> Element | None:
        found = opened(image)
        if found is None:
            return picture_in_words(image, element)
        suffix, content = found
        self._pictures += 1
        name = f"picture{self._pictures}.{suffix}"
        self._add(Item(name), content)
        return element("img", src=name, alt=image.alt)

    def _landmarks(self) -> list[Landmark]:
        found = []
        if COVER_PAGE in self._spine:
            found.append(("cover", "Cover", COVER_PAGE))
        found.append(("toc", "Contents", NAV))
        chapters = self._document.chapters
        first = f"{chapters[0].id}.xhtml" if chapters else ABOUT_PAGE
        found.append(("bodymatter", "Start", first))
        return found
