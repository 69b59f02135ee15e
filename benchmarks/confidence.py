"""Whether the probabilities of speakers are true, and the line that makes them so.

    python -m benchmarks.confidence ../shared/dev/quotes

Prints SLOPE and OFFSET of `narrate.quotation.confidence`, fitted on decisions about articles that the tables
were not fitted on (four folds of the fitted part), and a table of reliability: what was said, and how often
it was right, in these folds, on the articles held back and on the development set.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.fit_quotation import BY_HAND, FOLDS, Weights, fit, use
from benchmarks.quotation_cases import Json, held_back, pronoun_cases, speaker_cases
from narrate.quotation import confidence, find_attributions

Decision = tuple[float, bool]
"""What the weights give a speaker, and whether it is right."""
EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def decisions(article: Json) -> Iterator[Decision]:
    """One for each quotation with a speaker whose right one is known."""
    golds = {g["start"] + i: g for g in article["quotes"] for i in range(4) if g["kind"] != "ambiguous"}
    for quotation, attribution in find_attributions(article["text"]):
        gold = golds.get(quotation.start)
        if gold is None or attribution is None or quotation.speaker is None:
            continue
        if gold.get("source_kind") == "pronoun" and not gold["resolved"]:
            continue
        yield attribution.likelihood, _is_right(quotation.speaker.name, gold)


def _is_right(name: str, gold: Json) -> bool:
    """Whether a name has the last word of the annotated speaker's, as the scorer counts."""
    words = set(name.lower().replace("’", "'").split())
    if gold["kind"] == "unattributed":
        return False
    wanted = set((gold["resolved"] or "").lower().split()[-1:])
    if gold["source_kind"] != "pronoun" and gold["head_word"]:
        wanted.add(gold["head_word"].lower().replace("’", "'").removesuffix("'s"))
    return not wanted.isdisjoint(words)


def by_folds(articles: list[Json]) -> Iterator[Decision]:
    """Decisions about articles with tables that were fitted on the others."""
    folds = [zlib.crc32(article["id"][::-1].encode()) % FOLDS for article in articles]
    for fold in range(FOLDS):
        others = [article for article, at in zip(articles, folds, strict=True) if at != fold]
        _fit_on(others)
        for article, at in zip(articles, folds, strict=True):
            if at == fold:
                yield from decisions(article)


def _fit_on(articles: list[Json]) -> None:
    fitted: Weights = {}
    for make in (speaker_cases, pronoun_cases):
        fitted |= fit([case for article in articles for case in make(article)])
        use(fitted)
    use({**fitted, **BY_HAND})


def line(found: list[Decision]) -> tuple[float, float]:
    """SLOPE and OFFSET, by maximum likelihood."""
    shares = np.clip([share for share, _ in found], 1e-6, 1 - 1e-6)
    log_odds = np.log(shares / (1 - shares))
    right = np.array([right for _, right in found])

    def loss(parameters: NDArray[np.float64]) -> float:
        scores = parameters[0] * log_odds + parameters[1]
        return float(np.sum(np.logaddexp(0, np.where(right, -scores, scores))))

    slope, offset = minimize(loss, np.array([1.0, 0.0])).x
    return float(slope), float(offset)


def report(name: str, found: Iterable[Decision]) -> None:
    """The table of reliability, and the expected calibration error."""
    pairs = [(confidence.probability(share), right) for share, right in found]
    print(f"{name}: {len(pairs)} quotations with a speaker")
    error = 0.0
    for low, high in pairwise(EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            right = sum(r for _, r in inside) / len(inside)
            error += abs(said - right) * len(inside) / len(pairs)
            print(f"  {low:.2f} to {high:.2f}: {len(inside):5}  said {said:.3f}  right {right:.3f}")
    brier = sum((p - r) ** 2 for p, r in pairs) / len(pairs)
    print(f"  expected calibration error {error:.3f}, Brier score {brier:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    train, dev = (_read(folder / f"news_quotes_{part}.jsonl") for part in ("train", "dev"))
    held = [article for article in train if held_back(article)]
    report("development set", (d for article in dev for d in decisions(article)))
    report("held back", (d for article in held for d in decisions(article)))
    found = list(by_folds([article for article in train if not held_back(article)]))
    report("folds", found)
    slope, offset = line(found)
    print(f"SLOPE, OFFSET = {slope:.2f}, {offset:.2f}")
    confidence.SLOPE, confidence.OFFSET = slope, offset
    report("folds, with these", found)


def _read(path: Path) -> list[Json]:
    return [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
