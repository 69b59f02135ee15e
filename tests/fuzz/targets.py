"""Everything that reads what a stranger wrote, as functions of bytes, for fuzzing.

A target returns for whatever it reads and for whatever it refuses with a NarrateError. Any other error is a
fault: it would be an "internal error" of the command.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import narrate
from narrate import ssml
from narrate.casting import load_cast
from narrate.corrections.reading import load_corrections
from narrate.covers import made_cover, picture_cover
from narrate.engines.common.document import parse
from narrate.engines.hibari import adapter
from narrate.engines.hibari.adapter import GraphemeToPhoneme
from narrate.engines.hibari.doubts import doubts
from narrate.engines.hibari.phonemes import phrases
from narrate.errors import NarrateError
from narrate.feed import show
from narrate.model import Article
from narrate.pipeline.defaults import read_defaults
from narrate.pipeline.from_article import read_bytes
from narrate.speaking.lexicon.reading import read_lexemes
from narrate.ssml.dialects import adapted
from narrate.views.script_json import script_json
from tests.helpers import CAST, NARRATOR
from tests.reading.books import book_files, packed

Target = Callable[[bytes], None]


def run(target: Target, data: bytes) -> None:
    """Call a target; being refused is a result like any other."""
    with suppress(NarrateError):
        target(data)


def _directed(article: Article) -> None:
    """Do all with an article that comes before speaking: its script, its documents, its page's cover."""
    script = narrate.direct(article, CAST)
    for utterance in script.utterances:
        document = ssml.utterance_document(utterance)
        said = "".join(part for sentence in parse(document) for part in map(_text_of, sentence))
        assert "".join(said.split()) == "".join(_as_xml(utterance.text).split())
    whole = ssml.document(script)
    if script.utterances:
        ssml.read(whole, [NARRATOR])
    script_json(script).encode()


def _text_of(part: object) -> str:
    return getattr(part, "text", "")


def _as_xml(text: str) -> str:
    from narrate.characters import xml_text

    return xml_text(text)


def text(data: bytes) -> None:
    """Plain text, read and directed."""
    _directed(read_bytes(data, "article.txt"))


def html(data: bytes) -> None:
    """A web page, read and directed."""
    _directed(read_bytes(data, "page.html"))


def markdown(data: bytes) -> None:
    """Markdown, read and directed."""
    _directed(read_bytes(data, "article.md"))


def subtitles(data: bytes) -> None:
    """Subtitles, read and directed."""
    _directed(read_bytes(data, "film.vtt"))


def epub(data: bytes) -> None:
    """An archive that may be a book."""
    read_bytes(data, "book.epub")


def chapter(data: bytes) -> None:
    """A chapter of a book."""
    files = book_files({"one.xhtml": ""}, nav='<ol><li><a href="one.xhtml#a">One</a></li></ol>')
    read_bytes(packed({**files, "OEBPS/one.xhtml": data}), "book.epub")


def package(data: bytes) -> None:
    """The package document of a book."""
    files = book_files({"one.xhtml": "<html><body><p>The ferry was late.</p></body></html>"})
    read_bytes(packed({**files, "OEBPS/book.opf": data}), "book.epub")


def marked_up(data: bytes) -> None:
    """SSML as a script, and as an engine gets it."""
    written = data.decode("utf-8", "surrogateescape")
    try:
        script = ssml.read(written, [NARRATOR])
        for name in ("alexa", "azure", "google", "polly", "espeak"):
            adapted(script, name)
        ssml.read(ssml.document(script), [NARRATOR])
    finally:
        parse(written)


def lexicon(data: bytes) -> None:
    """A pronunciation lexicon."""
    read_lexemes(_file("words.pls", data))


def cast(data: bytes) -> None:
    """A file of voices."""
    load_cast(str(_file("mine.toml", data)))


def defaults(data: bytes) -> None:
    """A narrate.toml."""
    read_defaults(_file("narrate.toml", data))


def corrections(data: bytes) -> None:
    """A file of corrections."""
    load_corrections(_file("fixes.toml", data))


def podcast(data: bytes) -> None:
    """A show.toml."""
    show.read(_file("show.toml", data).parent)


def cover(data: bytes) -> None:
    """A picture for a cover."""
    picture_cover(data)


def api(data: bytes) -> None:
    """The public functions that take a text, any text, with halves of characters in it."""
    written = data.decode("utf-8", "surrogateescape")
    narrate.sentences(written)
    narrate.spoken(written)
    for found in narrate.find_quotations(written):
        assert written[found.start : found.end] == found.text


def reader(data: bytes) -> None:
    """The default voice's reader, from text to phonemes."""
    written = _as_xml(data.decode("utf-8", "surrogateescape"))[:2_000]
    written = written.replace("&", "&amp;").replace("<", "&lt;").replace("\r", " ")
    g2p, alphabet = _reader()
    phrases(parse(f"<speak>{written}</speak>"), g2p, alphabet)
    list(doubts(written, g2p))


def title(data: bytes) -> None:
    """A title on a cover."""
    written = data.decode("utf-8", "surrogateescape")[:200]
    made_cover(Article("", (), written or "A", site=written[:40]))


@cache
def _reader() -> tuple[GraphemeToPhoneme, frozenset[str]]:
    return GraphemeToPhoneme(), frozenset(adapter.phoneme_numbers())


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="narrate-fuzz-"))


def _file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.write_bytes(data)
    return path


TARGETS: dict[str, Target] = {
    "text": text,
    "html": html,
    "markdown": markdown,
    "subtitles": subtitles,
    "epub": epub,
    "epub-chapter": chapter,
    "epub-package": package,
    "ssml": marked_up,
    "lexicon": lexicon,
    "cast": cast,
    "defaults": defaults,
    "corrections": corrections,
    "show": podcast,
    "picture": cover,
    "api": api,
    "reader": reader,
    "title": title,
}
"""By the name of the folder that holds their seeds."""
