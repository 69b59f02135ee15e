"""Books for the tests, and a reader of them that shares nothing with the writer: zipfile and lxml."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

from lxml import etree
from PIL import Image as Pillow

from narrate.formats import WriterOptions
from narrate.model import (
    Article,
    Block,
    BlockKind,
    Chapter,
    Image,
    Narration,
    Quotation,
    Section,
    Speaker,
    Utterance,
)
from tests.formats.heard import heard, part
from tests.formats.recordings import bursts, plain_cover, write
from tests.helpers import NARRATOR, WOMAN, utterance

NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "s": "http://www.w3.org/ns/SMIL",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
}
TYPE, TEXTREF = "{http://www.idpf.org/2007/ops}type", "{http://www.idpf.org/2007/ops}textref"
PARTS: tuple[tuple[BlockKind, str], ...] = (
    ("title", "The ferry that <never> came"),
    ("byline", "By Ida Holm"),
    ("dateline", "Port Ansel, May 4"),
    ("notice", "This story was corrected. The boat was grey."),
    ("caption", "Boats in the harbour of Port Ansel."),
    ("credit", "Ida Holm/The Ansel Post"),
    ("paragraph", "It was late. Nobody on the quay knew."),
    ("paragraph", "“We waited. We called.”"),
    ("heading", "What is known"),
    ("list_item", "• It left at dawn."),
    ("list_item", "• It carried no lamp."),
    ("heading", "By the harbour master"),
    ("pullquote", "Nobody has seen it since."),
    ("heading", "What is not known"),
    ("heading", "How it ends"),
    ("paragraph", "The lighthouse stays lit."),
    ("paragraph", "لم يأت القارب."),
    ("boilerplate", "Share this story"),
)


@dataclass(frozen=True)
class Clip:
    """What a reader plays for one element of a page."""

    text: str
    """Page and id: "c1.xhtml#s1"."""
    sound: str
    begin: float
    """Seconds."""
    end: float


class Book:
    """An EPUB as a reader sees it."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        root = PurePosixPath(self.xml("META-INF/container.xml").xpath("string(//@full-path)"))
        self._folder = root.parent
        self.package = self.xml(str(root))

    def xml(self, name: str) -> Any:
        """A file of the container as a tree."""
        return etree.fromstring(self.files[name])

    def file(self, name: str) -> bytes:
        """A file by its name in the package document."""
        return self.files[str(self._folder / name)]

    def tree(self, name: str) -> Any:
        """A page, an overlay or a list by its name in the package document."""
        return etree.fromstring(self.file(name))

    @cached_property
    def pages(self) -> list[str]:
        """In reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self.find("//o:item")}
        return [hrefs[ref.get("idref")] for ref in self.find("//o:itemref")]

    def find(self, path: str) -> Any:
        """What an XPath finds in the package document."""
        return self.package.xpath(path, namespaces=NAMES)

    def meta(self, name: str) -> list[str]:
        """The values of a property of the whole book."""
        return [str(value) for value in self.find(f"//o:meta[@property='{name}'][not(@refines)]/text()")]

    @cached_property
    def overlays(self) -> dict[str, str]:
        """The overlays' names by those of their pages."""
        items = self.find("//o:item")
        hrefs = {item.get("id"): item.get("href") for item in items}
        return {
            item.get("href"): hrefs[item.get("media-overlay")] for item in items if item.get("media-overlay")
        }

    def clips(self, page: str) -> list[Clip]:
        """What is heard of a page, in order."""
        if page not in self.overlays:
            return []
        return [_clip(pair) for pair in self.tree(self.overlays[page]).iter(f"{{{NAMES['s']}}}par")]

    def words(self, clip: Clip) -> str:
        """The text that a clip belongs to."""
        page, key = urlsplit(clip.text).path, urlsplit(clip.text).fragment
        (found,) = self.tree(page).xpath(f"//*[@id='{key}']")
        return "".join(found.itertext())


def _clip(pair: Any) -> Clip:
    text, sound = pair
    return Clip(
        text.get("src"), sound.get("src"), seconds(sound.get("clipBegin")), seconds(sound.get("clipEnd"))
    )


def seconds(clock: str) -> float:
    """A full clock value of SMIL 3.0."""
    hours, minutes, rest = clock.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def picture(
    folder: Path, name: str = "boat.png", kind: str = "PNG", size: tuple[int, int] = (64, 36)
) -> Path:
    """A picture's file."""
    content = io.BytesIO()
    Pillow.new("RGB", size, (90, 110, 120)).save(content, kind)
    (folder / name).write_bytes(content.getvalue())
    return folder / name


def article(*parts: tuple[BlockKind, str], images: Sequence[Image] = (), **fields: Any) -> Article:
    """An article of one block per line; boilerplate is not spoken."""
    blocks, at = [], 0
    for kind, text in parts:
        silent = kind == "boilerplate"
        reason = "page boilerplate" if silent else None
        level = 3 if text == "By the harbour master" else 2 if kind == "heading" else None
        blocks.append(Block(kind, text, at, at + len(text), not silent, reason, level))
        at += len(text) + 1
    source = "\n".join(text for _, text in parts)
    return Article(source, tuple(blocks), parts[0][1] if parts else "Nothing", images=tuple(images), **fields)


def every_kind(folder: Path) -> Narration:
    """A narration with every kind of block, pictures, announcements, and all that an article can tell."""
    at = sum(len(text) + 1 for _, text in PARTS[:4])
    images = (
        Image(str(picture(folder)), "A grey boat at the quay", at, lead=True),
        Image("https://example.org/lamp.jpg", "A lamp", at),
        Image(str(picture(folder, "line.gif", "GIF")), "", at),
    )
    told = article(
        *PARTS, images=images, language="en-GB", byline="Ida Holm", published="2021-05-04",
        site="The Ansel Post", url="https://example.org/ferry?a=1&b=2", license="CC BY 4.0",
    )  # fmt: skip
    said = "We waited. We called."
    start = told.source.index(said)
    quotation = Quotation(start, start + len(said), said, "direct", Speaker("Ada Moreau", "f"))
    return in_chapters(heard(told, *_spoken(told), quotations=(quotation,)))


def _spoken(told: Article) -> list[Utterance]:
    """Each block, with what is announced of it before, and for the title behind."""
    labels = {"caption": "Photo.", "credit": "Credit.", "notice": "Note."}
    spoken: list[Utterance] = []
    for index, block in enumerate(told.blocks):
        if not block.spoken:
            continue
        if label := labels.get(block.kind):
            spoken.append(announced(label, index))
        spoken.append(part(told, block.text, block=index, voice=WOMAN if "“" in block.text else NARRATOR))
        if block.kind == "title":
            spoken.append(announced("The Ansel Post, May 4, 2021.", index))
    return spoken


def announced(words: str, block: int = 0) -> Utterance:
    """Words of ours that stand with a block."""
    return utterance(words, block=block, role="announcement", start=None, end=None)


def in_chapters(narration: Narration) -> Narration:
    """The narration with a chapter for each heading, and a cover."""
    script = narration.script
    kinds = [script.article.blocks[each.block].kind for each in script.utterances]
    firsts = [0, *(n for n, kind in enumerate(kinds) if kind == "heading" and n)]
    blocks = [script.article.blocks[script.utterances[first].block] for first in firsts]
    sections = tuple(Section(block.text, first) for block, first in zip(blocks, firsts, strict=True))
    edges = [0, *(narration.cues[first].start for first in firsts[1:]), narration.length]
    chapters = tuple(Chapter(s.title, *edges[n : n + 2]) for n, s in enumerate(sections))
    return replace(
        narration, script=replace(script, chapters=sections), chapters=chapters, cover=plain_cover()
    )


def written(path: Path, narration: Narration, words: bool = False) -> Path:
    """The narration's book, with a click for its sound."""
    seconds = narration.length / narration.sample_rate
    sound = bursts(seconds, [0.02] if seconds else [])
    return write(path, sound, narration, WriterOptions(words=words))


def shown(book: Book, page: str) -> str:
    """The text of a page."""
    return "".join(book.tree(page).find("x:body", NAMES).itertext())


def one_paragraph(*images: Image, **fields: str) -> Narration:
    """A narration of a single paragraph, without a title."""
    told = article(("paragraph", "It was late."), images=images, **fields)
    return heard(told, part(told, "It was late."))
