"""How many corrections find their words again after an article has been edited.

    python -m benchmarks.anchors [articles]

Takes the labelled quotations of the development news (../shared/dev/quotes), writes the anchor of each as a
file of corrections would have it, edits the articles at random (words replaced, taken out and added, other
white space and quotation marks), and looks for the anchors.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

from narrate.corrections import AnchoredText

CORPUS = Path("../shared/dev/quotes/news_quotes_dev.jsonl")
RATES = (0.0, 0.02, 0.05, 0.1)
"""Shares of the words that are changed."""
NEAR = 40
"""Characters by which a place may be off: the first words of a quotation may be those that were changed."""
SPACE_CHANGED = 0.05
"""Share of the white space that becomes longer."""


def main() -> None:
    """Print a line for each rate."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    records = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()[:articles]]
    print("words changed  found  in another place  not found  of")
    for rate in RATES:
        fates = Counter(fate for record in records for fate in fates_of(record, rate))
        total = fates.total()
        shares = "  ".join(f"{fates[fate] / total:9.3f}" for fate in ("found", "elsewhere", "missed"))
        print(f"{rate:13.2f}  {shares}  {total}")


def fates_of(record: dict[str, object], rate: float) -> list[str]:
    """What becomes of each quotation of an article."""
    text = str(record["text"])
    edited, places = edit(text, rate, random.Random(str(record["id"])))
    before, after = AnchoredText(text), AnchoredText(edited)
    fates = []
    for quotation in record["quotes"]:  # type: ignore[attr-defined]
        anchor = before.anchor_of(quotation["start"], quotation["end"])
        found = after.find(anchor)
        word = max(place for place in places if place <= quotation["start"])
        if found is None:
            fates.append("missed")
        else:
            fates.append("found" if abs(found.start - places[word]) <= NEAR else "elsewhere")
    return fates


def edit(text: str, rate: float, chance: random.Random) -> tuple[str, dict[int, int]]:
    """An edited text, and where the words are in it by where they were."""
    edited: list[str] = []
    places: dict[int, int] = {}
    length = 0
    for match in re.finditer(r"\S+|\s+", text):
        token = match[0]
        if token.isspace():
            token += " " if chance.random() < SPACE_CHANGED else ""
        else:
            places[match.start()] = length
            token = (
                chance.choice(("something", "", f"{token} yesterday")) if chance.random() < rate else token
            )
        token = token.replace("“", '"').replace("”", '"')
        edited.append(token)
        length += len(token)
    return "".join(edited), places


if __name__ == "__main__":
    main()
