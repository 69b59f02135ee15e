"""Lists joined from headlines without anything between them: how well `reading.runon` splits them again.

    python benchmarks/runon.py ../shared/dev/quotes          score the weights as they are
    python benchmarks/runon.py ../shared/dev/quotes --fit    fit on one half, score on the other

Headlines come with the text of their articles, which tells names from common words.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from narrate.structure.rules import item_breaks, tagging

Headline = tuple[str, str]
"""The headline, and the text of its article."""


@dataclass(frozen=True)
class Joined:
    """A list run together, and where its items begin."""

    line: str
    tokens: list[tagging.Token]
    breaks: list[int]
    usage: item_breaks.Usage


def headlines(folder: Path) -> list[Headline]:
    """Headlines in sentence case, of one sentence."""
    records = [
        json.loads(row) for path in sorted(folder.glob("*.jsonl")) for row in path.open(encoding="utf-8")
    ]
    found = {record["title"].strip().rstrip("."): record["text"].partition("\n")[2] for record in records}
    return [(title, text) for title, text in found.items() if _is_usable(title)]


def _is_usable(title: str) -> bool:
    words = [word for word in title.split()[1:] if len(word) > 3]
    lower = sum(word[0].islower() for word in words)
    one = not re.search(r"[.!?;|] |^The Latest|#", title)
    return (
        one
        and len(words) > 2
        and lower * 2 >= len(words)
        and 5 <= len(title.split()) <= 25
        and title[0].isupper()
    )


def join(found: Sequence[Headline], count: int, rng: random.Random) -> list[Joined]:
    """Lists of three to eight headlines, one in ten a single headline."""
    return [_joined(rng.sample(found, 1 if rng.random() < 0.1 else rng.randint(3, 8))) for _ in range(count)]


def _joined(items: Sequence[Headline]) -> Joined:
    line = " ".join(title for title, _ in items)
    starts, at = [], 0
    for title, _ in items:
        starts.append(at)
        at += len(title) + 1
    tokens = tagging.tokenize(line)
    breaks = [index for index, token in enumerate(tokens) if token.start in starts[1:]]
    texts = [row for _, text in items for row in text.split("\n")]
    return Joined(line, tokens, breaks, item_breaks.usage_of(texts))


def score(lists: Sequence[Joined]) -> str:
    """Precision and recall of breaks, items that come out whole, lists without a mistake."""
    hits = found = wanted = whole = items = exact = 0
    for one in lists:
        breaks = item_breaks.find_breaks(one.tokens, one.line, one.usage)
        hits, found, wanted = (
            hits + len({*breaks} & {*one.breaks}),
            found + len(breaks),
            wanted + len(one.breaks),
        )
        edges = {*pairwise([0, *one.breaks, len(one.tokens)])}
        whole, items = whole + len(edges & {*pairwise([0, *breaks, len(one.tokens)])}), items + len(edges)
        exact += breaks == one.breaks
    precision, recall = hits / found, hits / wanted
    f1 = 2 * precision * recall / (precision + recall)
    breaks_found = f"F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})"
    return f"breaks {breaks_found}, items {whole / items:.3f}, lists {exact / len(lists):.3f}"


def fit(lists: Sequence[Joined], rng: random.Random, epochs: int = 4) -> dict[str, float]:
    """Averaged structured perceptron (Collins 2002); the largest weight is 10."""
    item_breaks.WEIGHTS.clear()
    # Breaks that the rules exclude cannot be learned, and would only push weights about.
    lists = [
        one
        for one in lists
        if all(item_breaks.may_begin(one.tokens, at, one.line, one.usage) for at in one.breaks)
    ]
    total: Counter[str] = Counter()
    for step in range(epochs * len(lists)):
        one = lists[rng.randrange(len(lists))]
        breaks = item_breaks.find_breaks(one.tokens, one.line, one.usage)
        change = _features(one, one.breaks)
        change.subtract(_features(one, breaks))
        for feature, amount in change.items():
            item_breaks.WEIGHTS[feature] = item_breaks.WEIGHTS.get(feature, 0.0) + amount
            total[feature] += amount * step
    steps = epochs * len(lists)
    mean = {feature: weight - total[feature] / steps for feature, weight in item_breaks.WEIGHTS.items()}
    largest = max(map(abs, mean.values()))
    return {feature: round(10 * weight / largest, 1) for feature, weight in sorted(mean.items())}


def _features(one: Joined, breaks: Sequence[int]) -> Counter[str]:
    counted = Counter(name for at in breaks for name in item_breaks.break_features(one.tokens, at, one.usage))
    for left, right in pairwise([0, *breaks, len(one.tokens)]):
        counted.update(item_breaks.item_features(one.tokens[left:right]))
    return counted


def main() -> None:
    """Read the folder's records, and score or fit."""
    rng = random.Random(7)
    found = headlines(Path(sys.argv[1]))
    rng.shuffle(found)
    half = len(found) // 2
    first, second = join(found[:half], 400, rng), join(found[half:], 400, rng)
    if "--fit" not in sys.argv:
        print(len(found), "headlines:", score([*first, *second]))
        return
    for train, test in ((first, second), (second, first)):
        item_breaks.WEIGHTS.update(fit(train, rng))
        print("held out:", score(test))
    print(fit([*first, *second], rng))


if __name__ == "__main__":
    main()
