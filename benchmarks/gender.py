"""How often the gender of a speaker is right, wrong or open, on articles that say Mr. or Mrs.

    python benchmarks/gender.py ../shared/dev/quotes/news_quotes_dev.jsonl

The truth is in the honorifics before last names; they are taken out of the text before it is read. Last
names that stand with both, or after two first names, are left out.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from narrate.quotation import find_quotations
from narrate.quotation.gender import of_first_name

_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.? (?=([A-Z][\w’'-]+))")

_FULL = re.compile(r"\b(?!Mr|Mrs|Ms|Miss)([A-Z][a-z]+)(?: [A-Z]\.)? (?=([A-Z][\w’-]+))")


def known(text: str) -> dict[str, str]:
    """Last name to gender, by the honorifics of a text."""
    shown: dict[str, set[str]] = defaultdict(set)
    for match in _HONORIFIC.finditer(text):
        shown[match[2].split("'")[0]].add("m" if match[1] == "Mr" else "f")
    first: dict[str, set[str]] = defaultdict(set)
    for one, last in _FULL.findall(text):
        if of_first_name(one):
            first[last].add(one)
    return {
        name: min(genders) for name, genders in shown.items() if len(genders) == 1 and len(first[name]) < 2
    }


def compared(text: str) -> Counter[str]:
    """Speakers by outcome, each counted once."""
    truth = known(text)
    found: Counter[str] = Counter()
    speakers = {q.speaker for q in find_quotations(_HONORIFIC.sub("", text)) if q.speaker}
    for speaker in speakers:
        gender = truth.get(speaker.name.split()[-1])
        if gender is not None:
            outcome = "open" if speaker.gender is None else "right" if speaker.gender == gender else "wrong"
            found[outcome] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    lines = parser.parse_args().articles.read_text(encoding="utf-8").splitlines()
    total = sum((compared(json.loads(line)["text"]) for line in lines), Counter[str]())
    for outcome in ("right", "wrong", "open"):
        print(f"{outcome}: {total[outcome]} of {total.total()} ({total[outcome] / total.total():.3f})")


if __name__ == "__main__":
    main()
