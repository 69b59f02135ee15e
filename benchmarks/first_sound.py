"""How soon sound comes: `narrate ARTICLE -o - --format F`, from the start of the process.

    python -m benchmarks.first_sound [ARTICLE] [--runs 5]

"First byte" is the first one on standard output, "first speech" the first sample that is no silence: in a
WAV, where it can be seen. The disk is warm; the cache is off, and then full.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.running import COMPILED, arguments_of

HEADER = 44
"""Bytes of a WAV before its samples."""


def main() -> None:
    arguments = arguments_of(__doc__, runs=5).parse_args()
    print(table(arguments.article, arguments.runs))


def table(article: Path, runs: int) -> str:
    """The least of several runs for each format, without the cache and with it."""
    lines = ["| format | cache | first byte s | first speech s |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("wav", "mp3", "opus"):
            for cache in ("off", "full"):
                options = ["--no-cache"] if cache == "off" else []
                command = [sys.executable, "-m", "narrate", str(article), "-q", "-o", "-", "--format", name]
                times = [_heard([*command, *options], folder, name == "wav") for _ in range(runs + 1)][1:]
                byte = min(first for first, _ in times)
                speech = f"{min(second for _, second in times):.2f}" if name == "wav" else ""
                lines.append(f"| {name} | {cache} | {byte:.2f} | {speech} |")
    return "\n".join(lines)


def _heard(command: list[str], cache: str, to_speech: bool) -> tuple[float, float]:
    """Seconds to the first byte, and to the first sample that is not zero."""
    environment = os.environ | COMPILED | {"NARRATE_CACHE_DIR": cache}
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, bufsize=0) as process:
        assert process.stdout
        data = process.stdout.read(1)
        first = time.perf_counter() - start
        while to_speech and not any(data[HEADER:]):
            data += process.stdout.read(1 << 16)
        speech = time.perf_counter() - start
        process.kill()
    return first, speech


if __name__ == "__main__":
    main()
