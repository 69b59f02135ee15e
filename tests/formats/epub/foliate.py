"""A reading system: foliate-js, which GNOME's reader Foliate is made of, in a page that opens one book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copyfile, copytree
from threading import Thread

from tests.formats.player.pages import node_module

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Reader</title>
<style>html, body, foliate-view { height: 100%; margin: 0; display: block }</style></head>
<body><script type="module">
import "./foliate/view.js";
const view = document.createElement("foliate-view");
document.body.append(view);
const book = await (await fetch("book.epub")).blob();
await view.open(new File([book], "book.epub", { type: "application/epub+zip" }));
view.renderer.setAttribute("flow", "scrolled");
globalThis.view = view;
globalThis.heard = [];
view.mediaOverlay.addEventListener("highlight", (event) => heard.push(event.detail.text));
</script></body></html>
"""


@contextmanager
def reading(book: Path, folder: Path) -> Iterator[str]:
    """Serve the reader with a book, from `folder`; its address. Skips without npm's foliate-js."""
    program = node_module("foliate-js/view.js").parent
    copytree(program, folder / "foliate")
    copyfile(book, folder / "book.epub")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/index.html"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Write nothing."""
