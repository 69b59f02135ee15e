"""What SECURITY.md promises, as far as it is of no one room; and that the tests that it names are there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import narrate
from narrate.errors import NarrateError
from tests.reading.books import FIRST, book_files, packed, xhtml

ROOT = Path(__file__).parents[1]
SECRET = "the word of the day is heliotrope"
CONNECTIONS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
"""Python's audit events (PEP 578) of whatever would use the network."""
ENTITY = '<!DOCTYPE {root} [<!ENTITY secret SYSTEM "{uri}"><!ENTITY % more SYSTEM "{uri}">%more;]>'


def test_every_test_that_is_named_is_there() -> None:
    """A promise whose test has gone is no promise."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", text)
    assert len(named) > 20
    for path, test in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert not test or test in names, (path, test)


def _with_entity(kind: str, uri: str) -> bytes:
    """A document that asks for what lies at an address, and says it."""
    speak = "http://www.w3.org/2001/10/synthesis"
    lexicon = "http://www.w3.org/2005/01/pronunciation-lexicon"
    bodies = {
        "html": f"<html><body><article><h1>Ferry &secret;</h1><p>{FIRST} &secret;</p></article></html>",
        "ssml": f'<speak version="1.1" xmlns="{speak}" xml:lang="en">It rained &secret; all day.</speak>',
        "pls": f'<lexicon version="1.0" xmlns="{lexicon}" alphabet="ipa" xml:lang="en"><lexeme>'
        "<grapheme>Sil</grapheme><alias>&secret;</alias></lexeme></lexicon>",
    }
    root = {"html": "html", "ssml": "speak", "pls": "lexicon", "epub": "html"}[kind]
    entity = ENTITY.format(root=root, uri=uri)
    if kind == "epub":
        chapter = xhtml(f"<h1>Ferry &secret;</h1><p>{FIRST} &secret;</p>").replace("<!DOCTYPE html>", entity)
        return packed(book_files({"one.xhtml": chapter}))
    return f"{entity}{bodies[kind]}".encode()


@pytest.mark.parametrize("kind", ["html", "ssml", "pls", "epub"])
def test_no_markup_reads_a_file_of_the_system(kind: str, tmp_path: Path) -> None:
    """External entities are what XML has for it; the document is read without them, or refused."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    path = tmp_path / f"ferry.{kind}"
    path.write_bytes(_with_entity(kind, secret.as_uri()))
    story = tmp_path / "story.txt"
    story.write_text("Ferry late\n\nThe Sil rose.\n", encoding="utf-8")
    source, lexicons = (story, [path]) if kind == "pls" else (path, [])
    try:
        told = repr(narrate.write_script(source, lexicons=lexicons))
    except NarrateError as error:
        told = repr(error)
    assert "heliotrope" not in told


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["txt", "html", "ssml", "epub"])
def test_a_narration_of_a_file_makes_no_connection(kind: str, tmp_path: Path) -> None:
    """Whatever addresses stand in it: pictures, entities, lexicons, sounds, schemas."""
    web = "http://tracker.example/x"
    path = tmp_path / f"ferry.{kind}"
    if kind == "txt":
        path.write_text(f"Ferry late\n\nIt was late, says {web}.\n", encoding="utf-8")
    else:
        extra = f'<p><img src="{web}.png" alt="The ferry"> {FIRST}</p>'.encode()
        sounds = f'<lexicon xml:id="a" uri="{web}.pls"/><audio src="{web}.wav">Fog.</audio>It rained'.encode()
        content = _with_entity(kind, web)
        path.write_bytes(content.replace(b"</article>", extra + b"</article>").replace(b"It rained", sounds))
    code = f"""
import sys
def forbid(event, arguments):
    if event in {CONNECTIONS!r}:
        raise SystemExit(f"{{event}} {{arguments}}")
sys.addaudithook(forbid)
import narrate
outputs = [{str(tmp_path)!r} + "/out" + suffix for suffix in (".mp3", ".html", ".epub", ".vtt")]
try:
    narrate.narrate({str(path)!r}, outputs, engine="tone", cache_size=0)
except narrate.NarrateError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "tracker" not in done.stdout or "entity" in done.stdout.lower()
