"""An engine of somebody else's, installed for real."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = '''
"""Hums one beep a word, by way of the engine that it borrows from."""

from narrate.engines.tone import ToneEngine


class HumEngine(ToneEngine):
    name = "hum"
'''
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "narrate-hum"
version = "1.0"

[project.entry-points."narrate.engines"]
hum = "narrate_hum:HumEngine"
broken = "narrate_hum:NoSuchEngine"
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that pip has put the built distribution into."""
    pytest.importorskip(
        "hatchling", reason="needs hatchling, which builds the distribution without a network"
    )
    project, target = tmp_path_factory.mktemp("hum"), tmp_path_factory.mktemp("site")
    (project / "narrate_hum.py").write_text(SOURCE, encoding="utf-8")
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    offline = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    subprocess.run([*pip, *offline, str(project)], check=True, capture_output=True)
    return target


def _narrate(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "narrate", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_an_installed_engine_narrates_by_its_name(installed: Path, tmp_path: Path) -> None:
    """Nothing of ours knows it; after `pip install`, --engine does, and the transcript has its words."""
    story = tmp_path / "story.txt"
    story.write_text('Ferry late\n\n"Fog," said Ada Moreau.\n', encoding="utf-8")
    done = _narrate(installed, str(story), "-o", str(tmp_path / "a.json"), "--engine", "hum", "--quiet")
    assert done.returncode == 0, done.stderr
    transcript = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert {voice["engine"] for voice in transcript["synthetic"]["voices"]} == {"hum"}
    assert sum(len(segment["words"]) for segment in transcript["segments"]) == 6


def test_its_voices_are_listed(installed: Path) -> None:
    """With its name in front, as any engine's."""
    done = _narrate(installed, "voices", "--engine", "hum")
    assert done.returncode == 0, done.stderr
    assert "450" in done.stdout
    assert "hum" in done.stdout


def test_an_engine_that_is_installed_badly_is_one_clear_line(installed: Path) -> None:
    """The entry point leads nowhere: the message names the engine and what was looked for."""
    done = _narrate(installed, "voices", "--engine", "broken")
    assert done.returncode == 2
    assert "broken" in done.stderr
    assert "NoSuchEngine" in done.stderr
    assert "Traceback" not in done.stderr
