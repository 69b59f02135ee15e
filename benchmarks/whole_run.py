"""Whole runs, process start to exit: narrate (MP3) beside the bundled engine alone (WAV).

    python benchmarks/whole_run.py [ARTICLE] [--runs 5]

The two take turns, so that a noisy machine slows both; the ratio of each pair is what counts.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        narrate = [sys.executable, "-m", "narrate", str(arguments.article), "-q", "-o", f"{folder}/a.mp3"]
        hibari = [sys.executable, "-m", "hibari.cli", "-o", f"{folder}/a.wav"]
        text = arguments.article.read_bytes()
        seconds(narrate), seconds(hibari, text)  # the first run warms the disk
        pairs = [(seconds(narrate), seconds(hibari, text)) for _ in range(arguments.runs)]
    ours, theirs = zip(*pairs, strict=True)
    print(
        f"| {arguments.article.name}, {arguments.runs} runs | min s | median s | max s |\n|---|---|---|---|"
    )
    print(row("narrate → MP3", ours))
    print(row("hibari alone → WAV", theirs))
    print(row("ratio", [a / b for a, b in pairs]))


def seconds(command: list[str], stdin: bytes = b"") -> float:
    """Wall time of a command."""
    start = time.perf_counter()
    subprocess.run(command, input=stdin, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def row(name: str, values: list[float] | tuple[float, ...]) -> str:
    """A line of the table."""
    return f"| {name} | {min(values):.2f} | {statistics.median(values):.2f} | {max(values):.2f} |"


if __name__ == "__main__":
    main()
