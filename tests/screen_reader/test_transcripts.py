"""The page and the book as Orca reads them, in browse mode and in focus mode."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from narrate.pipeline.api import narrate
from tests.formats.epub.foliate import reading
from tests.screen_reader import transcripts
from tests.screen_reader.listening import ScreenReader, missing, starting

# Four programs of others take part, and on a busy machine one of them now and then swallows a line: a
# transcript that is heard as it stands once in three times is right.
pytestmark = [pytest.mark.screen_reader, pytest.mark.slow, pytest.mark.flaky(reruns=2)]
FOLDER = Path(__file__).with_name("transcripts")
STORY = """The ferry that never came

Boats in the harbour of Port Ansel on May 4, 2021. (Ida Holm/AFP/Getty Images)

It was late. Nobody on the quay of Port Ansel knew what had happened to the boat.

“We waited. We called,” said Ada Moreau, who keeps the lighthouse. “Nobody answered.”

What is known

• The ferry left at dawn with forty sacks of flour.

• It carried no lamp.

Jonas Pell, a fisherman of the village, spoke to reporters in the evening.

“I was wrong about the fog. Everybody was wrong about the fog.”

He had told his crew to stay at home. “Nobody listens to an old man,” he said.

What is not known

Nobody has seen the ferry since. The lighthouse stays lit.
"""


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    """One screen reader for all tests of a worker."""
    pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
    if programs := missing():
        pytest.skip(f"needs {', '.join(programs)}, which are not installed")
    with starting(tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the transcripts open: the page of the story, and the second chapter of its book."""
    folder = tmp_path_factory.mktemp("story")
    source = folder / "story.txt"
    source.write_text(STORY, encoding="utf-8")
    narrate(source, [folder / "story.html", folder / "story.epub"], engine="tone")
    with ZipFile(folder / "story.epub") as book:
        book.extractall(folder / "book")
    page, chapter = folder / "story.html", folder / "book" / "EPUB" / "c2.xhtml"
    return {"story": page.as_uri(), "book": chapter.as_uri(), "epub": str(folder / "story.epub")}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_it_is_heard_as_the_transcript_says(reader: ScreenReader, pages: dict[str, str], path: Path) -> None:
    """Key by key, word for word, and nothing twice."""
    check(reader, path, pages)


def test_a_book_is_heard_in_a_reading_system(
    reader: ScreenReader, pages: dict[str, str], tmp_path: Path
) -> None:
    """With its speakers; the overlay plays, goes on to the next sentence, and can be skipped through."""
    with reading(Path(pages["epub"]), tmp_path) as address:
        check(reader, FOLDER / "reading-system" / "a-chapter-in-foliate.txt", {"reader": address})


def check(reader: ScreenReader, path: Path, pages: dict[str, str]) -> None:
    """Perform a transcript, and compare what is heard; with NARRATE_GOLDEN=write, write it."""
    comment, steps = transcripts.read(path)
    reader.start_anew()
    found = transcripts.written(comment, transcripts.performed(reader, steps, pages))
    if os.environ.get("NARRATE_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
