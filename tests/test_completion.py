"""`narrate completion`: what the Tab key gives, asked of real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from narrate.cli import cli

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which `narrate` is this package's command, and a home of its own."""
    command = tmp_path / "bin" / "narrate"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m narrate "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    root = Path(__file__).parents[1]
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(root), "HOME": str(tmp_path)}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_loads_in_its_shell(shell: str, environment: dict[str, str], tmp_path: Path) -> None:
    """Without a word, and narrate has a completion afterwards."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / f"narrate.{shell}"
    script.write_text(CliRunner().invoke(cli, ["completion", shell]).output, encoding="utf-8")
    check = {
        "bash": f"source {script}; complete -p narrate",
        "zsh": f"autoload -Uz compinit; compinit -u; source {script}; print -r -- $_comps[narrate]",
        "fish": f"source {script}; complete --command narrate",
    }[shell]
    done = subprocess.run([shell, "-c", check], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "narrate" in done.stdout


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "offered", "not_offered"),
    [
        ("narrate vo", ["voices"], ["names"]),
        ("narrate --qu", ["--quotes", "--quiet"], ["--rate"]),
        ("narrate --ver", ["--version"], []),
        ("narrate a.txt --quotes ", ["voice", "tone", "announce", "plain"], []),
        ("narrate script a.txt --capt", ["--captions"], ["--cover"]),
        ("narrate a.txt --loudness a", ["acx"], ["podcast"]),
        ("narrate script st", ["story.txt"], ["script"]),
        ("narrate st", ["story.txt"], ["names"]),
        ("narrate a.txt --cast st", ["story.txt"], []),
        ("narrate feed a", ["add"], ["voices"]),
    ],
)
def test_a_shell_offers_what_fits(
    line: str, offered: list[str], not_offered: list[str], environment: dict[str, str], tmp_path: Path
) -> None:
    """Commands, options, their values, and files where a file is meant."""
    (tmp_path / "story.txt").touch()
    script = tmp_path / "narrate.fish"
    script.write_text(CliRunner().invoke(cli, ["completion", "fish"]).output, encoding="utf-8")
    done = subprocess.run(
        ["fish", "-c", f"source {script}; complete --do-complete '{line}'"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {each.split("\t")[0] for each in done.stdout.splitlines()}
    assert found >= set(offered)
    assert not found & set(not_offered)
