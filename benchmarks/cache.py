"""What a run costs after one sentence has been changed, beside one with an empty cache.

python -m benchmarks.cache [ARTICLE] [--runs 3] [--engine NAME]
python -m benchmarks.cache [ARTICLE] --runs 1 --slow 1

With --slow the engine is a server on this machine that takes a second for so many seconds of speech, and is
asked for one utterance at a time.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.running import arguments_of, run
from benchmarks.slow_server import slow_server


def main() -> None:
    parser = arguments_of(__doc__, runs=3)
    parser.add_argument("--engine", default="hibari")
    parser.add_argument("--slow", type=float, metavar="TIMES", help="of real time, of a slow engine")
    arguments = parser.parse_args()
    if arguments.slow is None:
        print(table(arguments.article, arguments.runs, arguments.engine))
        return
    with slow_server(arguments.slow) as environment:
        print(table(arguments.article, arguments.runs, "http", environment))


def table(article: Path, runs: int, engine: str, environment: Mapping[str, str] | None = None) -> str:
    """Cold, changed and unchanged, in turns; the share is of the cold run of the same turn."""
    lines = [f"| {engine} | output | cold s | one sentence changed | share | nothing changed | share |"]
    lines.append("|---|---|---|---|---|---|---|")
    for suffix in (".mp3", ".wav", ".vtt"):
        turns = [_turn(article, engine, suffix, environment or {}) for _ in range(runs)]
        cold, changed, same = (statistics.median(times) for times in zip(*turns, strict=True))
        shares = f"{changed:.1f} | {changed / cold:.0%} | {same:.1f} | {same / cold:.0%}"
        lines.append(f"| | {suffix} | {cold:.1f} | {shares} |")
    return "\n".join(lines)


def _turn(
    article: Path, engine: str, suffix: str, environment: Mapping[str, str]
) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "article.txt")
        command = [sys.executable, "-m", "narrate", str(source), "-q", "--engine", engine]
        command += ["-o", f"{folder}/a{suffix}"]
        text = article.read_text(encoding="utf-8")
        if environment:
            command += ["--jobs", "1"]
        times = []
        for version in (text, _changed(text), _changed(text)):
            source.write_text(version, encoding="utf-8")
            times.append(run(command, env={**environment, "NARRATE_CACHE_DIR": f"{folder}/cache"}).seconds)
    return times[0], times[1], times[2]


def _changed(text: str) -> str:
    """With one word more after the first full stop of the second half: all that follows moves."""
    at = text.index(". ", len(text) // 2)
    return text[: at + 1] + " Indeed." + text[at + 1 :]


if __name__ == "__main__":
    main()
