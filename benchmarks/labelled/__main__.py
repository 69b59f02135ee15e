"""Print the table; pin the floors where that is asked."""

from __future__ import annotations

import argparse

from benchmarks.labelled import __doc__ as description
from benchmarks.labelled.floors import digests, pin
from benchmarks.labelled.measuring import Results, measure


def main() -> None:
    """Measure, print, and pin."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.labelled",
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--misses", action="store_true", help="a line for each label that was missed")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors, too")
    arguments = parser.parse_args()
    results = measure()
    print(table(results))
    if arguments.misses:
        print("\n" + "\n".join(results.misses))
    if arguments.pin:
        pin(results.figures, lower=arguments.lower)


def table(results: Results) -> str:
    """A Markdown table of the figures, and the hashes of what they were measured on."""
    lines = ["| figure | measured | labels |", "|---|---:|---:|"]
    for figure in results.figures:
        name = f"{figure.name} (less is better)" if figure.at_most else figure.name
        lines.append(f"| {name} | {figure.value:.3f} | {figure.cases} |")
    hashes = [f"    sha256 {digest}  {name}" for name, digest in digests().items()]
    return "\n".join([*lines, "", *hashes])


if __name__ == "__main__":
    main()
