"""The archive that a book is (EPUB Open Container Format 3.3), read within bounds and never to disk."""

from __future__ import annotations

import base64
import io
import posixpath
import zipfile
from contextlib import suppress
from types import TracebackType
from urllib.parse import unquote, urlsplit
from zlib import error as ZlibError  # noqa: N812

from lxml import etree
from lxml.etree import _Element

from narrate.errors import SourceError
from narrate.reading.decoding import decode
from narrate.reading.epub.references import without_declarations

UNPACKED = 100_000_000
"""Bytes of everything that is read; five times the archive's own limit; text packs to a third."""
UNPACKED_LEAST, UNPACKED_TIMES = 2_000_000, 50
"""The limit for a small archive: so many bytes, and so many for each byte of the archive. Markup that repeats
itself packs to a thirtieth; a bomb packs to a thousandth."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a book may be packed (OCF 3.3, 4.2). zipfile unpacks what is packed otherwise without a limit."""
_PICTURES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Mangled fonts are no protection of the text (EPUB 3.3, 4.3 of its container format)."""
_DEEPEST = 2_047
"""Levels of elements. At one more libxml2 stops, and the rest of a chapter would be lost."""
_HTML = "{http://www.w3.org/1999/xhtml}"


class Container:
    """An open book. Paths are those in the archive; a path that leads out of it leads nowhere."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        """What messages call it."""
        self._limit = min(UNPACKED, UNPACKED_LEAST + UNPACKED_TIMES * len(data))
        self._left = self._limit
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.broken("its archive cannot be opened") from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._refuse_protected()

    def __enter__(self) -> Container:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def broken(self, why: str) -> SourceError:
        """The error for a book that cannot be read."""
        return SourceError(f"this EPUB is broken, {why}", self.name, "get another copy of it")

    def __contains__(self, path: str) -> bool:
        return path in self._names

    def read(self, path: str) -> bytes:
        """A file. Raises SourceError where it is missing, broken or protected, or when too much was read."""
        info = self._names.get(path)
        if info is None:
            raise self.broken(f"it has no {path}")
        if info.compress_type not in _METHODS:
            raise self.broken(f"{path} is packed as no book may be")
        try:
            with self._zip.open(info) as file:
                data = file.read(self._left + 1)
        except NotImplementedError as error:
            raise self.broken(f"{path} cannot be unpacked") from error
        except RuntimeError as error:  # zipfile's word for a password
            raise self._protected() from error
        except (zipfile.BadZipFile, ZlibError, EOFError, OSError, ValueError) as error:
            raise self.broken(f"{path} cannot be unpacked") from error
        self._left -= len(data)
        if self._left < 0:
            limit = f"{self._limit // 1_000_000} MB"
            remedy = "split it into parts"
            if self._limit < UNPACKED:
                remedy = f"no text packs to a {UNPACKED_TIMES}th: get another copy of it"
            raise SourceError(f"this EPUB is larger than {limit} unpacked", self.name, remedy)
        return data

    def xml(self, path: str) -> _Element:
        """A file as a tree, HTML's elements without their namespace; faults in it are passed over."""
        text = decode(self.read(path), f"{self.name}: {path}")
        root = _tree(without_declarations(text))
        if root is None:
            raise self.broken(f"{path} is empty")
        if _is_cut_off(root):
            raise self.broken(f"{path} is nested too deep")
        for element in root.iter(f"{_HTML}*"):
            with suppress(ValueError):  # recovered from faults, a name may be none
                element.tag = str(element.tag).removeprefix(_HTML)
        return root

    def resolve(self, base: str, address: str) -> str | None:
        """The path that an address in the file `base` means; None where it leads out of the book."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return None
        folder = posixpath.dirname(base)
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        return path if path in self._names else None

    def picture(self, base: str, address: str) -> str | None:
        """A picture as a `data:` URL; None for what is none, or is not in the book."""
        path = self.resolve(base, address)
        if path is None:
            return None
        _, suffix = posixpath.splitext(path)
        kind = _PICTURES.get(suffix.lower())
        if kind is None:
            return None
        encoded = base64.b64encode(self.read(path)).decode("ascii")
        return f"data:image/{kind};base64,{encoded}"

    def _refuse_protected(self) -> None:
        if "META-INF/license.lcpl" in self or "META-INF/rights.xml" in self:
            raise self._protected()
        if "META-INF/encryption.xml" in self:
            methods = self.xml("META-INF/encryption.xml").iter("{*}EncryptionMethod")
            if any(method.get("Algorithm") not in _FONTS for method in methods):
                raise self._protected()

    def _protected(self) -> SourceError:
        return SourceError("this EPUB is protected (DRM)", self.name, "give a copy without protection")


def _tree(text: str) -> _Element | None:
    """The root, its faults passed over; None where there is nothing in the text."""
    if not text.strip():
        return None
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(text.encode(), parser=parser)


def _is_cut_off(root: _Element) -> bool:
    """Whether the parser may have read no further, because elements stand inside each other too deep."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= _DEEPEST:
            return True
    return False


def text_of(element: _Element) -> str:
    """All text in an element, on one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
