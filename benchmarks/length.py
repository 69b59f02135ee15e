"""How time and memory grow with the text: the article once, and up to so many times over.

python -m benchmarks.length [ARTICLE] [--most 15] [-o docs/length.png]      (needs matplotlib)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.running import EXAMPLE, Taken, run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--most", type=int, default=15)
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    taken = measure(arguments.article, arguments.most)
    print(table(taken))
    if arguments.output:
        draw(taken, arguments.output)


def measure(article: Path, most: int) -> dict[int, Taken]:
    """By how many times the article was repeated: what `narrate` took, without its cache."""
    text = article.read_text(encoding="utf-8").strip()
    taken = {}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "article.txt")
        command = [sys.executable, "-m", "narrate", str(source), "-q", "--no-cache", "-o", f"{folder}/a.mp3"]
        source.write_text(text, encoding="utf-8")
        run(command)  # warms the disk
        for times in sorted({1, 2, most // 2, most}):
            source.write_text("\n\n".join([text] * times), encoding="utf-8")
            taken[times] = run(command)
    return taken


def table(taken: dict[int, Taken]) -> str:
    """Each length beside the shortest."""
    once = taken[1]
    lines = ["| times the text | s | × as long | CPU s | MB | MB more |", "|---|---|---|---|---|---|"]
    for times, one in taken.items():
        more = one.megabytes - once.megabytes
        lines.append(
            f"| {times} | {one.seconds:.1f} | {one.seconds / once.seconds:.1f} | {one.cpu:.1f} "
            f"| {one.megabytes:.0f} | {more:+.0f} |"
        )
    return "\n".join(lines)


def draw(taken: dict[int, Taken], output: Path) -> None:
    """Time, with a straight line through the first point, and memory."""
    from matplotlib import pyplot as plt

    figure, (clock, memory) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    times = list(taken)
    clock.plot(times, [one.seconds for one in taken.values()], marker="o", label="on the clock")
    clock.plot(times, [one.cpu for one in taken.values()], marker="o", label="processor")
    clock.plot(times, [times_ * taken[1].seconds for times_ in times], "k:", label="proportional")
    clock.set(xlabel="times the article", ylabel="seconds", ylim=(0, None))
    clock.legend()
    memory.plot(times, [one.megabytes for one in taken.values()], marker="o")
    memory.axhline(700, color="black", linestyle=":")
    memory.set(xlabel="times the article", ylabel="peak memory, MB", ylim=(0, 800))
    figure.savefig(output, dpi=110)


if __name__ == "__main__":
    main()
