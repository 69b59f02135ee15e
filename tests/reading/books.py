"""Books of our own invention, packed with zipfile: EPUB 2 and 3, and ways to break them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
METADATA = """<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Ferry of Orlow</dc:title>
<dc:creator>Ada Wong</dc:creator><dc:creator>Bela Roth</dc:creator><dc:language>en-GB</dc:language>
<dc:date>2019-05-03</dc:date><dc:publisher>Sil Press</dc:publisher><dc:rights>CC BY 4.0</dc:rights>{more}
</metadata>"""
FIRST = "The ferry crossed the Sil at dawn, and nobody in Orlow had seen it leave."
SECOND = "By noon the mayor knew that the ferry would not come back before the winter."


def xhtml(body: str, attributes: str = "") -> str:
    """A content document."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/></head><body{attributes}>{body}</body></html>"
    )


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The archive, its first file the one that says what it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def book_files(chapters: Mapping[str, str], *, nav: str = "", ncx: str = "", more: str = "",
               guide: str = "", nonlinear: tuple[str, ...] = ()) -> dict[str, str | bytes]:  # fmt: skip
    """A book of these files, in this order; `nav` and `ncx` are what stands in its tables of contents."""
    items = "".join(
        f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    spine = "".join(
        f'<itemref idref="{name[:-6]}" linear="{"no" if name in nonlinear else "yes"}"/>' for name in chapters
    )
    toc = ' toc="x"' if ncx else ""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        + METADATA.format(more=more)
        + f'<manifest>{items}<item id="pic" href="pic.png" media-type="image/png" properties="cover-image"/>'
        + (
            '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
            if nav
            else ""
        )
        + ('<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if ncx else "")
        + f"</manifest><spine{toc}>{spine}</spine><guide>{guide}</guide></package>"
    )
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
        "OEBPS/pic.png": PIXEL,
        **{f"OEBPS/{name}": body for name, body in chapters.items()},
    }
    if nav:
        files["OEBPS/nav.xhtml"] = xhtml(f'<nav epub:type="toc"><h1>Contents</h1>{nav}</nav>')
    if ncx:
        files["OEBPS/toc.ncx"] = (
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    return files
