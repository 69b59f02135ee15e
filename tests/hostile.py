"""A folder full of hostile values: control characters wherever something comes from outside."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.reading.books import FIRST, book_files, packed, xhtml

TITLE = "\x1b]0;PWNED\x07"
"""Sets the title of the window (xterm, "Operating System Commands")."""
HOSTILE = f"Mill{TITLE}\x1b[31m\x9b2J\u202eelim\u2066\u2029\x7f\x08\rgone"
"""That, a colour, C1's "erase all", a right-to-left override, an isolate, a separator of paragraphs, delete,
backspace and a carriage return."""
IN_XML = HOSTILE.replace("\x1b", "").replace("\x07", "").replace("\x08", "").replace("\r", "&#13;")
"""As much of it as XML 1.0 can hold (section 2.2)."""
IN_NAME = f"mill{TITLE}\x9b2J\u202eelim"
"""As much of it as a file name should hold in a test."""


@dataclass(frozen=True)
class Hostile:
    """The files of the folder."""

    folder: Path

    def at(self, name: str) -> str:
        """The path of a file."""
        return str(self.folder / name)


def hostile_folder(folder: Path) -> Hostile:
    """Write all the files."""
    found = Hostile(folder)
    _articles(folder)
    _voices(folder)
    _show(folder / "show", folder)
    _corrections(folder / "corrected")
    return found


def _articles(folder: Path) -> None:
    said = f'"Fog, {HOSTILE}" said Mrs Ada{HOSTILE} Moreau.'
    text = f"{HOSTILE}\n\nIt rained {HOSTILE} all day.\n\n{said}\n\n{HOSTILE}\n"
    (folder / "a.txt").write_text(text, encoding="utf-8", newline="")
    (folder / f"{IN_NAME}.txt").write_text(text, encoding="utf-8", newline="")
    markdown = (
        f"---\ntitle: {json.dumps(HOSTILE)}\nauthor: {json.dumps(HOSTILE)}\n---\n\n# {HOSTILE}\n\n{text}"
    )
    (folder / "a.md").write_text(markdown, encoding="utf-8", newline="")
    paragraph = f"<p>The old mill {IN_XML} by the river opened again on Monday after forty years of rest.</p>"
    page = (
        f'<!doctype html><html lang=en><title>{IN_XML}</title><meta name=author content="{IN_XML}">'
        f'<meta property="og:site_name" content="{IN_XML}"><body><nav>{IN_XML}</nav>'
        f"<article><h1>{IN_XML}</h1>{paragraph * 6}"
        f'<p>"Fog, {IN_XML}" said Mrs Ada Moreau.</p></article></body></html>'
    )
    (folder / "a.html").write_text(page, encoding="utf-8")
    chapter = xhtml(f"<h1>{IN_XML}</h1><p>{FIRST} {IN_XML}</p>")
    more = f"<dc:title>{IN_XML}</dc:title><dc:creator>{IN_XML}</dc:creator>"
    (folder / "a.epub").write_bytes(packed(book_files({"one.xhtml": chapter}, more=more)))
    (folder / "bad.epub").write_bytes(packed({"META-INF/container.xml": f"<{IN_XML}>"}))
    speak = '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">'
    ssml = f'{speak}<voice name="{IN_XML}">It rained {IN_XML}.</voice><audio src="{IN_XML}.wav"/></speak>'
    (folder / "a.ssml").write_text(ssml, encoding="utf-8")
    (folder / "bad.ssml").write_text(
        f'{speak}<say-as interpret-as="{IN_XML}"><{IN_XML}></speak>', encoding="utf-8"
    )


def _voices(folder: Path) -> None:
    name = json.dumps(HOSTILE)
    cast = (
        f'name = {name}\nengine = "tone"\n[roles]\nnarration = {name}\nquote = {name}\n'
        f'[pools]\nf = [{name}]\nm = [{name}]\nunknown = [{name}]\n[voices.{name}]\nengine_voice = "440"\n'
    )
    (folder / "cast.toml").write_text(cast, encoding="utf-8")
    (folder / "bad.toml").write_text(f"{name} = 1\n", encoding="utf-8")
    (folder / "defaults").mkdir()
    (folder / "defaults" / "narrate.toml").write_text(f"cast = {name}\n", encoding="utf-8")
    lexicon = (
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" '
        f'xml:lang="en"><lexeme><grapheme>{IN_XML}</grapheme><phoneme alphabet="{IN_XML}">{IN_XML}</phoneme>'
        "</lexeme></lexicon>"
    )
    (folder / "a.pls").write_text(lexicon, encoding="utf-8")


def _corrections(folder: Path) -> None:
    folder.mkdir()
    name = json.dumps(HOSTILE)
    (folder / "a.txt").write_text(f"{HOSTILE}\n\nIt rained all day.\n", encoding="utf-8", newline="")
    (folder / "a.corrections.toml").write_text(
        f"[[quotation]]\ntext = {name}\nspeaker = {name}\n", encoding="utf-8"
    )
    (folder / "b.corrections.toml").write_text(f"{name} = 1\n", encoding="utf-8")


def _show(show: Path, folder: Path) -> None:
    name = json.dumps(HOSTILE)
    (show / "episodes").mkdir(parents=True)
    about = (
        f'title = {name}\ndescription = {name}\nauthor = {name}\nowner_email = {name}\ncategory = ["News"]\n'
        f'language = {name}\naddress = "https://pod.example/show/"\nlink = {name}\nartwork = {name}\n'
        'guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"\n'
    )
    (show / "show.toml").write_text(about, encoding="utf-8")
    episode = (
        f'title = {name}\nguid = {name}\ndate = 2021-03-03T08:30:00Z\naudio = "a.mp3"\nbytes = 10\n'
        f"seconds = 1.0\nsummary = {name}\nimage = {name}\ntranscripts = [{name}]\n"
    )
    (show / "episodes" / "mill.toml").write_text(episode, encoding="utf-8")
    shutil.copytree(show, folder / "broken")
    (folder / "broken" / "show.toml").write_text(f"{name} = 1\n", encoding="utf-8")


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """The environment of a command whose home is in `folder`."""
    homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_CACHE_HOME"), str(folder))
    return {**os.environ, **homes, "NO_PROXY": "*", "no_proxy": "*", **variables}
