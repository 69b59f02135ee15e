"""Everything that is promised about speed and memory, in one go: Markdown tables on standard output.

python -m benchmarks.performance [ARTICLE] [--runs 5] [-o docs/length.png]      (the picture needs matplotlib)
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import cache, first_sound, length, whole_run
from benchmarks.running import EXAMPLE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    print(f"## Whole runs\n\n{whole_run.table(arguments.article, arguments.runs)}\n", flush=True)
    print(f"## First sound\n\n{first_sound.table(arguments.article, arguments.runs)}\n", flush=True)
    print(
        f"## After one changed sentence\n\n{cache.table(arguments.article, arguments.runs, 'hibari')}\n",
        flush=True,
    )
    taken = length.measure(arguments.article, 15)
    print(f"## Length\n\n{length.table(taken)}")
    if arguments.output:
        length.draw(taken, arguments.output)


if __name__ == "__main__":
    main()
