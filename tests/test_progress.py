"""`--progress`: what is shown while the work goes on, on a terminal of every kind and in a pipe."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

STORY = "The ferry\n\n" + "\n\n".join(f"Boat number {n} has come in." for n in range(12))


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """Narrate a short story with tones."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    output = str(tmp_path / "a.wav")
    return [sys.executable, "-m", "narrate", str(tmp_path / "story.txt"), "-o", output, "--engine", "tone"]


def in_a_pipe(command: list[str]) -> list[str]:
    """The lines on standard error."""
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stderr.splitlines()


def on_a_terminal(command: list[str], **environment: str) -> str:
    """What a terminal gets from standard error, control characters and all."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        command, stderr=slave, stdout=subprocess.DEVNULL, env={**os.environ, **environment}
    ) as process:
        os.close(slave)
        shown = b""
        while True:
            try:
                read = os.read(master, 4096)
            except OSError:  # the terminal's other end is closed
                break
            if not read:
                break
            shown += read
    os.close(master)
    assert process.returncode == 0
    return shown.decode()


def test_lines_are_few_and_each_is_said_once(command: list[str]) -> None:
    """In steps of ten per cent, rising to the end, before the summary."""
    lines = in_a_pipe([*command, "--progress", "lines"])
    told = [line for line in lines if line.startswith("Narrating: ")]
    assert lines[: len(told)] == told
    percents = [int(line.split()[1]) for line in told]
    assert percents == sorted(set(percents))
    assert percents[-1] == 100
    assert 3 <= len(percents) <= 11


def test_json_tells_programs_every_step(command: list[str]) -> None:
    """An object a line: how many utterances are done, and how many there are."""
    found = [json.loads(line) for line in in_a_pipe([*command, "--progress", "json"]) if line.startswith("{")]
    assert [each["done"] for each in found] == sorted(each["done"] for each in found)
    assert found[-1]["done"] == found[-1]["total"] == len({each["done"] for each in found} - {0})


@pytest.mark.parametrize("choice", [[], ["--progress", "none"]])
def test_a_pipe_gets_the_summary_alone(command: list[str], choice: list[str]) -> None:
    """Unless something else is asked for."""
    assert in_a_pipe([*command, *choice])[0].endswith("MB")


def test_quiet_takes_precedence(command: list[str]) -> None:
    """Over lines, too."""
    assert in_a_pipe([*command, "--progress", "lines", "--quiet"]) == []


def test_a_dumb_terminal_gets_lines(command: list[str]) -> None:
    """Without a single control character."""
    shown = on_a_terminal(command, TERM="dumb")
    assert "Narrating: 100 per cent." in shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", shown.replace("\r\n", "\n"))


def test_another_terminal_gets_a_bar_and_no_colour_where_none_is_wanted(command: list[str]) -> None:
    """NO_COLOR (no-color.org): the bar has no escape sequence that sets a colour."""
    shown = on_a_terminal(command, TERM="xterm-256color", NO_COLOR="1")
    assert "Narrating" in shown
    assert "per cent" not in shown
    sequences = re.findall(r"\x1b\[([\d;]*)m", shown)
    assert not [s for s in sequences if re.search(r"(^|;)(3[0-8]|4[0-8]|9\d|10\d)(;|$)", s)]
