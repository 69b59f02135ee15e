"""Fit the weights of `narrate.quotation.weights` on annotated news articles.

    python benchmarks/fit_quotation.py ../shared/dev/quotes/news_quotes_train.jsonl [--write]

Conditional logistic regression over the candidates of each quotation, with several right candidates
allowed (marginal likelihood), L2-regularised, by L-BFGS. One article in five, by the hash of its
name, is held back and only reported on.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from narrate.quotation.cues import analyse
from narrate.quotation.features import (
    Scene,
    candidates,
    continue_features,
    mention_features,
    nobody_features,
    scenes,
)
from narrate.quotation.marks import find_spans, lines
from narrate.quotation.mentions import Mention
from narrate.quotation.people import last_name
from narrate.quotation.tokens import sentences

Json = dict[str, Any]
Case = tuple[list[list[str]], list[bool]]


def held_back(article: Json) -> bool:
    return zlib.crc32(article["id"].encode()) % 5 == 0


def _same(one: Json | None, other: Json) -> bool:
    if one is None:
        return False
    keys = ("attr", "resolved", "head_name")
    return one["source"] == other["source"] or any(one.get(k) and one.get(k) == other.get(k) for k in keys)


def _right(mention: Mention, gold: Json) -> bool:
    if gold["source"] is None:
        return False
    start, end = gold["source"]
    text = " ".join(mention.name).lower()
    head = (gold["head_word"] or "").lower().replace("’", "'")
    if start <= mention.start < end or start < mention.end <= end:
        return head.split("'")[0] in text.replace("’", "'") or mention.start == start
    resolved = gold["resolved"]
    return bool(resolved) and mention.kind == "name" and last_name(mention.name) == last_name(tuple(resolved.split()))


def cases(article: Json) -> Iterator[Case]:
    """Features of every candidate of every quotation, and which candidates are right."""
    text = article["text"]
    paragraphs = lines(text)
    spans = find_spans(text, paragraphs)
    clauses = [analyse(s) for s in sentences(text, paragraphs, spans)]
    golds = {}
    for gold in article["quotes"]:
        for offset in range(gold["start"], gold["start"] + 4):
            golds[offset] = gold
    last: Json | None = None
    for scene in scenes(text, spans, clauses):
        gold = golds.get(scene.span.start)
        if gold is None or gold["kind"] == "ambiguous":
            continue
        case = _case(scene, gold, last)
        if any(case[1]):
            yield case
        if gold["kind"] != "unattributed":
            last = gold


def _case(scene: Scene, gold: Json, last: Json | None) -> Case:
    speech = gold["kind"] != "unattributed" and gold["source"] is not None
    features, right = [nobody_features(scene)], [not speech]
    if scene.previous is not None:
        features.append(continue_features(scene))
        right.append(speech and _same(last, gold))
    for mention, distance in candidates(scene):
        features.append(mention_features(scene, mention, distance))
        right.append(speech and _right(mention, gold))
    return features, right


class Problem:
    """The cases as arrays: one row per candidate, one column per feature."""

    def __init__(self, data: list[Case], columns: dict[str, int]) -> None:
        rows = [f for features, _ in data for f in features]
        self.right = np.array([r for _, right in data for r in right])
        self.starts = np.cumsum([0] + [len(right) for _, right in data])[:-1]
        self.sizes = np.array([len(right) for _, right in data])
        pairs = [(i, columns[n]) for i, row in enumerate(rows) for n in row if n in columns]
        self.row, self.column = (np.array(x) for x in zip(*pairs, strict=True))
        self.columns = len(columns)

    def scores(self, weights: np.ndarray) -> np.ndarray:
        return np.bincount(self.row, weights[self.column], minlength=len(self.right))

    def loss(self, weights: np.ndarray, l2: float) -> tuple[float, np.ndarray]:
        scores = self.scores(weights)
        scores -= np.repeat(np.maximum.reduceat(scores, self.starts), self.sizes)
        e = np.exp(scores)
        total = np.add.reduceat(e, self.starts)
        good = np.add.reduceat(e * self.right, self.starts)
        slope = e / np.repeat(total, self.sizes) - e * self.right / np.repeat(good, self.sizes)
        gradient = np.bincount(self.column, slope[self.row], minlength=self.columns)
        value = float(np.sum(np.log(total) - np.log(good)))
        return value + l2 * float(weights @ weights), gradient + 2 * l2 * weights

    def accuracy(self, weights: np.ndarray) -> float:
        scores = self.scores(weights)
        best = [s + int(np.argmax(scores[s : s + n])) for s, n in zip(self.starts, self.sizes, strict=True)]
        return float(np.mean(self.right[best]))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--least", type=int, default=15, help="leave out features seen less often")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines()]
    train = [c for a in articles if not held_back(a) for c in cases(a)]
    test = [c for a in articles if held_back(a) for c in cases(a)]
    counts: dict[str, int] = {}
    for features, _ in train:
        for row in features:
            for name in row:
                counts[name] = counts.get(name, 0) + 1
    columns = {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= options.least))}
    problem = Problem(train, columns)
    fitted = minimize(problem.loss, np.zeros(len(columns)), args=(options.l2,), jac=True, method="L-BFGS-B").x
    print(f"{len(train)} quotations, {len(columns)} features: right {problem.accuracy(fitted):.4f}")
    print(f"{len(test)} held back: right {Problem(test, columns).accuracy(fitted):.4f}")
    if options.write:
        table = {n: round(float(fitted[i]), 2) for n, i in columns.items()}
        options.write.write_text(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
