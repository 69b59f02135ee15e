"""Every figure of how well texts are understood, on labelled data beside the project, and their floors.

    python -m benchmarks.quality ../shared/dev                 the table
    python -m benchmarks.quality ../shared/dev --pin           raise the floors to what was measured
    python -m benchmarks.quality ../shared/dev --pin --lower   lower them, too: say why in the commit

A floor belongs to one state of its data, whose SHA-256 stands beside it (`tests/quality/floors.json`).
`tests/quality/test_floors.py` fails where a figure is worse than its floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "quality" / "floors.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in what a scorer prints."""

    name: str
    pattern: str
    """Regular expression; its groups are the number, or a number right and a number of all."""
    wanted: float | None = None
    """What we aim at; None for a figure that is only watched."""
    at_most: bool = False
    """Whether less is better."""


@dataclass(frozen=True, slots=True)
class Run:
    """A scorer that is asked once, and the figures it gives."""

    data: tuple[str, ...]
    """Files, relative to the folder of the data."""
    scorer: tuple[str, ...]
    """Script, relative to the same folder, and its arguments."""
    figures: tuple[Figure, ...]


def _structure(mode: str, accuracy: float) -> tuple[Figure, ...]:
    wanted = {"title": None, "byline": None, "caption": 0.88, "subhead": 0.85, "list_item": 0.80}
    lines = (
        Figure(f"{label} F1, {mode}", rf"^  {label} .* F1 ([\d.]+)", least) for label, least in wanted.items()
    )
    return (Figure(f"structure accuracy, {mode}", r"accuracy ([\d.]+)", accuracy), *lines)


_STRUCTURE = ("structure/score_structure.py", "--fn", "benchmarks.structure_adapter:label")
_QUOTES = ("quotes/score_quotes.py", "--corpus", "dev", "--fn")
RUNS: Mapping[str, Run] = {
    "structure": Run(("structure/structure_silver.jsonl",), _STRUCTURE, _structure("bullets", 0.93)),
    "structure without bullets": Run(
        ("structure/structure_silver.jsonl",), (*_STRUCTURE, "--nobullet"), _structure("no bullets", 0.88)
    ),
    "quotations": Run(
        ("quotes/news_quotes_dev.jsonl",),
        (*_QUOTES, "benchmarks.quotes_adapter:names"),
        (
            Figure("quotation marks, exact F1", r"quoted span exact .* F1 ([\d.]+)"),
            Figure("speaker, pronouns resolved", r"e2e exact .* resolved ([\d.]+)", 0.75),
            Figure("speaker by last name, resolved names", r"e2e exact [\d.]+ lastname ([\d.]+)", 0.85),
            Figure("scare quotes with a speaker", r"scare-speaker rate ([\d.]+)", 0.12, at_most=True),
        ),
    ),
    "mentions": Run(
        ("quotes/news_quotes_dev.jsonl",),
        (*_QUOTES, "benchmarks.quotes_adapter:mentions"),
        (Figure("speaker by last name, as mentioned", r"e2e exact [\d.]+ lastname ([\d.]+)", 0.85),),
    ),
    "sentences": Run(
        ("sentences/golden_rules_en.tsv", "sentences/sentencex_en.txt"),
        ("sentences/score_sentences.py", "narrate.speaking:sentences"),
        (
            Figure("sentences, golden rules", r"golden rules: (\d+)/(\d+)", 46 / 48),
            Figure("sentences, sentencex", r"sentencex: (\d+)/(\d+)", 228 / 235),
        ),
    ),
    "spoken form": Run(
        ("normalisation/wetext_en_tn.tsv",),
        ("normalisation/score_normalisation.py", "narrate.speaking:spoken"),
        (Figure("spoken form, news classes, loose", r"NEWS classes .* loose ([\d.]+)", 0.90),),
    ),
}


def measure(run: Run, data: Path) -> dict[str, float]:
    """The figures of one run, by name, rounded to three decimals."""
    script, *arguments = run.scorer
    command = [sys.executable, str(data / script), *arguments]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {figure.name: _read(figure, printed) for figure in run.figures}


def _read(figure: Figure, printed: str) -> float:
    match = re.search(figure.pattern, printed, re.MULTILINE)
    if match is None:
        raise ValueError(f"the scorer prints no {figure.name}: {printed[-500:]}")
    right, *of_all = map(float, match.groups())
    return round(right / of_all[0] if of_all else right, 3)


def digests(run: Run, data: Path) -> dict[str, str]:
    """SHA-256 of the run's data, by file."""
    return {name: hashlib.sha256((data / name).read_bytes()).hexdigest() for name in run.data}


def is_worse(figure: Figure, value: float, than: float) -> bool:
    """Whether one value of a figure is worse than another."""
    return value > than if figure.at_most else value < than


def pinned(floors: Mapping[str, float], measured: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """Floors raised to what was measured; with `lower`, also lowered.

    Raises ValueError, naming them, where floors would sink and `lower` was not asked for.
    """
    figures = {figure.name: figure for run in RUNS.values() for figure in run.figures}
    sunk = [
        name
        for name, value in measured.items()
        if name in floors and is_worse(figures[name], value, floors[name])
    ]
    if sunk and not lower:
        told = ", ".join(f"{name} {floors[name]} → {measured[name]}" for name in sunk)
        raise ValueError(f"these would sink: {told} (mend them, or say --lower)")
    return {**floors, **measured}


def main() -> None:
    """Print the table; pin the floors where that is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="folder of the labelled data")
    parser.add_argument("--pin", action="store_true", help="write what was measured as floors")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors, too")
    arguments = parser.parse_args()
    data = arguments.data.resolve()
    measured = {name: value for run in RUNS.values() for name, value in measure(run, data).items()}
    hashes = {name: digest for run in RUNS.values() for name, digest in digests(run, data).items()}
    print(table(measured, hashes))
    if arguments.pin:
        FLOORS.write_text(json.dumps(_pins(measured, hashes, lower=arguments.lower), indent=2) + "\n")


def _pins(measured: Mapping[str, float], hashes: Mapping[str, str], *, lower: bool) -> dict[str, object]:
    """What the file of floors is to hold. On other data every floor might sink, so that takes `lower`."""
    old: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    if old["data"] != hashes and not lower:
        raise ValueError("the data is not what the floors were measured on (say --lower)")
    return {**old, "data": hashes, "floors": pinned(old["floors"], measured, lower=lower)}


def table(measured: Mapping[str, float], hashes: Mapping[str, str]) -> str:
    """A Markdown table of the figures, and the hashes of what they were measured on."""
    lines = ["| figure | measured | wanted | |", "|---|---:|---:|---|"]
    for figure in (figure for run in RUNS.values() for figure in run.figures):
        value, wanted = measured[figure.name], figure.wanted
        if wanted is None:
            lines.append(f"| {figure.name} | {value:.3f} | | |")
            continue
        verdict = "missed" if is_worse(figure, value, round(wanted, 3)) else "met"
        lines.append(
            f"| {figure.name} | {value:.3f} | {'≤' if figure.at_most else '≥'} {wanted:.3f} | {verdict} |"
        )
    return "\n".join([*lines, "", *(f"    sha256 {digest}  {name}" for name, digest in hashes.items())])


if __name__ == "__main__":
    main()
