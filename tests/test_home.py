"""What is left in a user's home: our own folders, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from narrate.engines.common.inference import OFF

STORY = 'Ferry late\n\n"Fog off Zyxhaven," said Mrs Ada Moreau.\n'
PAGE = (
    "<!doctype html><html lang=en><title>Ferry late</title><body><article><h1>Ferry late</h1>"
    + "<p>The ferry to Zyxhaven left four hours late, since fog lay on the water all morning.</p>" * 5
    + "</article></body></html>"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def _run(home: Path, *arguments: str | Path, **variables: str) -> None:
    """Run Python in a home of its own.

    Nothing else of the environment is kept, which may say that this is CI: onnxruntime is silent there.
    """
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), str(home))
    command = [sys.executable, "-B", *map(str, arguments)]
    root = Path(__file__).parents[1]
    subprocess.run(command, env=keep | homes | variables, cwd=root, check=True, capture_output=True)


def _left(home: Path) -> set[Path]:
    return {path.relative_to(home) for path in home.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_narration_leaves_nothing_but_our_cache(home: Path, tmp_path: Path) -> None:
    """And not even that where the cache is elsewhere."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    wanted = [tmp_path / f"story.{suffix}" for suffix in ("mp3", "m4b", "html", "epub", "vtt", "json", "jpg")]
    outputs = [argument for path in wanted for argument in ("-o", path)]
    _run(home, "-m", "narrate", story, *outputs, "--report", NARRATE_CACHE_DIR=str(tmp_path / "cache"))
    assert all(path.stat().st_size for path in wanted)
    assert any((tmp_path / "cache").iterdir())
    assert _left(home) == set()
    _run(home, "-m", "narrate", story, "-o", tmp_path / "again.mp3")
    left = _left(home)
    assert left
    assert {path.parent.name for path in left} <= {"narrate", "Cache"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["script"], ["ssml"], ["names"], ["voices"], ["cache", "info"]], ids=" ".join
)
def test_the_other_commands_leave_nothing(home: Path, tmp_path: Path, command: list[str]) -> None:
    """`names` asks the default voice how it says a word that no lexicon has."""
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    takes_an_article = command[0] in ("script", "ssml", "names")
    _run(home, "-m", "narrate", *command, *([page] if takes_an_article else []))
    assert _left(home) == set()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["piper", "kokoro"])
def test_engines_of_extras_leave_nothing(home: Path, tmp_path: Path, engine: str) -> None:
    """Their libraries import onnxruntime, too."""
    library = {"piper": "piper", "kokoro": "kokoro_onnx"}[engine]
    pytest.importorskip(library)
    code = f"from narrate.engines.common import inference; inference.runtime(); import {library}"
    _run(home, "-c", code)
    assert _left(home) == set()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="onnxruntime writes no files on Windows")
def test_who_wants_telemetry_can_have_it(home: Path) -> None:
    """The variable is the user's; and this shows that the tests above can fail."""
    _run(home, "-c", "from narrate.engines.common import inference; inference.runtime()", **{OFF: "0"})
    assert any("onnxruntime" in str(path) for path in _left(home))
