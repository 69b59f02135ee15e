"""Runs that find what earlier ones have said, and runs that are ended in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import narrate
from narrate.engines.tone import ToneEngine
from narrate.errors import NarrateError, OutputError
from narrate.model import Speech, Voice
from tests.waiting import wait_until

STORY = 'Ferry late\n\nIt was late.\n\n"We waited," said Mrs Ada Moreau.\n\n"Fog," said Mr Tom Reyes.\n'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every document that the engine itself is given."""
    documents: list[str] = []
    speak = ToneEngine.synthesize

    def listening(self: ToneEngine, ssml: str, voice: Voice) -> Speech:
        documents.append(ssml)
        return speak(self, ssml, voice)

    monkeypatch.setattr(ToneEngine, "synthesize", listening)
    return documents


@pytest.mark.parametrize("suffix", [".mp3", ".wav", ".vtt"])
def test_the_cache_changes_no_byte(story: Path, tmp_path: Path, said: list[str], suffix: str) -> None:
    """Without, while it is filled, and out of it; with one job and several."""
    results = []
    for number, (jobs, cache_size) in enumerate([(2, 0), (3, 10), (1, 10), (4, 10)]):
        path = tmp_path / f"{number}{suffix}"
        narrate.narrate(story, path, engine="tone", jobs=jobs, cache_size=cache_size)
        results.append((path.read_bytes(), len(said)))
        said.clear()
    assert len({content for content, _ in results}) == 1
    assert [count > 0 for _, count in results] == [True, True, False, False]


def test_a_changed_sentence_is_all_that_is_spoken_again(story: Path, tmp_path: Path, said: list[str]) -> None:
    """The other utterances come from the cache."""
    narrate.narrate(story, tmp_path / "a.wav", engine="tone")
    said.clear()
    story.write_text(STORY.replace("We waited", "We shivered"), encoding="utf-8")
    narrate.narrate(story, tmp_path / "b.wav", engine="tone")
    assert len(said) == 1
    assert "shivered" in said[0]


def test_without_a_cache_nothing_is_kept(story: Path, tmp_path: Path) -> None:
    """`cache_size=0` leaves no folder behind."""
    narrate.narrate(story, tmp_path / "a.wav", engine="tone", cache_size=0)
    assert not list(Path(os.environ["NARRATE_CACHE_DIR"]).iterdir())


def test_a_damaged_cache_is_not_heard(story: Path, tmp_path: Path, said: list[str]) -> None:
    """Every file of it broken: all is spoken anew, and the recording is the same."""
    narrate.narrate(story, tmp_path / "a.wav", engine="tone")
    count = len(said)
    for path in Path(os.environ["NARRATE_CACHE_DIR"]).iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    narrate.narrate(story, tmp_path / "b.wav", engine="tone")
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()
    assert len(said) == 2 * count


def test_one_output_that_fails_at_the_end_keeps_all_from_appearing(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No new MP3 beside old captions: both are as they were."""
    outputs = [tmp_path / "a.mp3", tmp_path / "a.vtt"]
    for path in outputs:
        path.write_bytes(b"old")

    def fails(*_: object) -> str:
        raise OutputError("no captions today")

    monkeypatch.setattr("narrate.formats.rendered.RenderedWriter.finish", fails)
    with pytest.raises(NarrateError, match="today"):
        narrate.narrate(story, outputs, engine="tone")
    assert [path.read_bytes() for path in outputs] == [b"old", b"old"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp3", "a.vtt", "story.txt"]


@pytest.mark.slow
def test_a_killed_run_is_continued_from_what_was_done(tmp_path: Path) -> None:
    """SIGKILL in the middle: no output, not even half of one; the next run keeps every utterance that was
    spoken, and its output is that of a run that nobody disturbed."""
    cache = Path(os.environ["NARRATE_CACHE_DIR"])
    article = tmp_path / "long.txt"
    article.write_text("Title\n\n" + "\n\n".join(f"It was late again on day {n}." for n in range(300)))
    output = tmp_path / "long.wav"
    command = [sys.executable, "-m", "narrate", str(article), "-o", str(output), "--engine", "tone", "-q"]
    with subprocess.Popen(command) as process:
        wait_until(lambda: len(list(cache.glob("*.speech"))) >= 10 or process.poll() is not None)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert not output.exists()
    kept = {path.name: path.stat().st_ino for path in cache.glob("*.speech")}
    assert 10 <= len(kept) < 300
    subprocess.run(command, check=True)
    assert {name: (cache / name).stat().st_ino for name in kept} == kept
    undisturbed = tmp_path / "undisturbed.wav"
    subprocess.run([*command[:4], "-o", str(undisturbed), *command[6:], "--no-cache"], check=True)
    assert output.read_bytes() == undisturbed.read_bytes()
