"""Who speaks in novels: the share of right speakers on the Project Dialogism Novel Corpus (PDNC).

    git clone https://github.com/Priya22/project-dialogism-novel-corpus PDNC
    python -m benchmarks.stories PDNC/data [NOVEL …]

Vishnubhotla, Hammond and Hirst (LREC 2022): novels of which every quotation has its speaker. Explicit
quotations have a name beside a verb, anaphoric ones a pronoun or a description, implicit ones nothing. A
speaker is right if the name belongs to that character and to no other. The baseline is the name nearest to
the quotation that is not inside quotation marks.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from narrate.model import Quotation
from narrate.quotation import find_quotations

KINDS = ("Explicit", "Anaphoric", "Implicit")
_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "uncle", "monsieur"), "M"),
    **dict.fromkeys(("mrs", "miss", "ms", "lady", "aunt", "madame"), "F"),
    **dict.fromkeys(("dr", "the", "old", "young", "captain", "colonel", "my", "poor", "dear", "st"), ""),
}
"""Words of names that tell nobody apart, and the gender that they show."""
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


class Character(NamedTuple):
    """Somebody of a novel."""

    name: str
    gender: str
    aliases: tuple[str, ...]


class Label(NamedTuple):
    """One annotated quotation."""

    start: int
    end: int
    speaker: str
    kind: str
    shown_by: str
    """The words that show the speaker: "he asked"."""


def characters(folder: Path) -> list[Character]:
    with (folder / "character_info.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Character(r["Main Name"], r["Gender"], _aliases(r)) for r in rows]


def _aliases(row: dict[str, str]) -> tuple[str, ...]:
    known = ast.literal_eval(row["Aliases"]) if row["Aliases"].startswith("{") else set()
    return tuple({row["Main Name"], *known})


def labels(folder: Path) -> Iterator[Label]:
    with (folder / "quotation_info.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for start, end in ast.literal_eval(row["quoteByteSpans"]):
                yield Label(start, end, row["speaker"], row["quoteType"], row["referringExpression"])


def parts(name: str) -> tuple[frozenset[str], str]:
    """The words of a name without titles, and the gender that its titles show."""
    words = re.findall(r"[\w’'-]+", name.lower().replace("’", "'"))
    genders = {_TITLES.get(word, "") for word in words} - {""}
    return frozenset(word for word in words if word not in _TITLES), min(genders, default="")


def meant(name: str, gender: str | None, people: list[Character]) -> set[str]:
    """The characters that a name fits best: who is called so, else who has its words, rarer ones first."""
    exact = {person.name for person in people if name.lower() in map(str.lower, person.aliases)}
    if name in exact or len(exact) == 1:
        return {name} if name in exact else exact
    words, shown = parts(name)
    shown = shown or (gender or "").upper()
    agreeing = [person for person in people if not shown or person.gender in ("X", shown)]
    theirs = {person.name: _words_of(person) for person in agreeing}
    fits: dict[float, set[str]] = {}
    for person, known in theirs.items():
        shared = words & known
        fit = sum(1 / sum(word in others for others in theirs.values()) for word in shared)
        last = name.lower().split()[-1] in shared  # Of two people's names run together, it is the last's.
        fits.setdefault(round(fit + 0.1 * last, 3), set()).add(person)
    best = max(fits, default=0.0)
    return fits[best] if best > 0 else set()


def _main_name(speaker: str, people: list[Character]) -> str:
    """The name that a character is listed by: labels have an alias at times."""
    if any(person.name == speaker for person in people):
        return speaker
    return next((person.name for person in people if speaker in person.aliases), speaker)


def _words_of(person: Character) -> frozenset[str]:
    """All words of the aliases of somebody."""
    return frozenset[str]().union(*(parts(alias)[0] for alias in person.aliases))


class Nearest:
    """The baseline: the name nearest to a quotation, outside quotation marks."""

    def __init__(self, text: str, people: list[Character], quoted: list[Quotation]) -> None:
        names = sorted({alias for person in people for alias in person.aliases if alias[:1].isupper()})
        pattern = re.compile(
            r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b"
        )
        starts, ends = [q.start for q in quoted], [q.end for q in quoted]
        self.found = []
        for match in pattern.finditer(text):
            at = bisect_right(starts, match.start()) - 1
            if at < 0 or match.start() >= ends[at]:
                self.found.append((match.start(), match.group()))

    def name(self, start: int, end: int) -> str:
        at = bisect_left(self.found, (start, ""))
        near = self.found[max(0, at - 1) : at + 1]
        return min(near, key=lambda f: min(abs(f[0] - start), abs(f[0] - end)), default=(0, ""))[1]


def measured(folder: Path) -> Counter[str]:
    """Counts by kind of a novel: quotations, right ones, right ones of the baseline."""
    text = (folder / "novel_text.txt").read_text(encoding="utf-8")
    people = characters(folder)
    paragraphs = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    quoted = find_quotations(text, paragraphs)
    nearest = Nearest(text, people, quoted)
    starts = [q.start for q in quoted]
    counts: Counter[str] = Counter()
    annotated = [label._replace(speaker=_main_name(label.speaker, people)) for label in labels(folder)]
    narrator = _narrator(annotated)
    for label in annotated:
        counts[label.kind] += 1
        name = nearest.name(label.start, label.end)
        counts[f"{label.kind} nearest"] += meant(name, None, people) == {label.speaker}
        at = bisect_right(starts, label.start + 3) - 1
        if at < 0 or quoted[at].end < (label.start + label.end) / 2:
            counts[f"{label.kind} missed"] += 1
            continue
        speaker = quoted[at].speaker
        right = speaker is not None and label.speaker in (
            {narrator} if speaker.name == "I" else _only(meant(speaker.name, speaker.gender, people))
        )
        counts[f"{label.kind} right"] += right
        counts[f"{label.kind} nobody"] += speaker is None
    return counts


def _only(names: set[str]) -> set[str]:
    """A name that can be two people's is nobody's."""
    return names if len(names) == 1 else set()


def _narrator(annotated: list[Label]) -> str:
    """Whoever "I said" stands for most often."""
    found = Counter(label.speaker for label in annotated if re.search(r"\bI\b", label.shown_by))
    return found.most_common(1)[0][0] if found else ""


def report(name: str, counts: Counter[str]) -> None:
    for what in ("right", "nobody", "missed", "nearest"):
        counts[f"all {what}"] = sum(counts[f"{kind} {what}"] for kind in KINDS)
    counts["all"] = sum(counts[kind] for kind in KINDS)
    shares = []
    for kind in (*KINDS, "all"):
        total = max(1, counts[kind])
        shares.append(
            f"{kind} {counts[f'{kind} right'] / total:.3f} ({counts[f'{kind} nearest'] / total:.3f})"
        )
    print(f"{name:32}", "  ".join(shares), f" of {counts['all']}, nobody {counts['all nobody']}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("novels", nargs="*")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    print("share of right speakers (baseline: the nearest name)")
    for folder in sorted(options.folder.iterdir()):
        if folder.is_dir() and (not options.novels or folder.name in options.novels):
            counts = measured(folder)
            total += counts
            report(folder.name, counts)
    report("all", total)


if __name__ == "__main__":
    main()
