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
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from narrate.quotation.attribution import Attribution, attribute
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
from narrate.quotation.people import People, introduce, last_name
from narrate.quotation.resolve import antecedents
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


def pronoun_cases(article: Json) -> Iterator[Case]:
    """The same for whom each pronoun means, where the annotators' tool says so."""
    text = article["text"]
    paragraphs = lines(text)
    spans = find_spans(text, paragraphs)
    clauses = [analyse(s) for s in sentences(text, paragraphs, spans)]
    people = People(text)
    introduce(clauses, people)
    golds = {tuple(g["source"])[0]: g for g in article["quotes"] if g.get("source_kind") == "pronoun" and g["source"]}
    found = scenes(text, spans, clauses)
    last: Attribution | None = None
    done: set[int] = set()
    for scene, attribution in zip(found, attribute(found, people), strict=True):
        mention = attribution.mention if attribution else None
        gold = golds.get(mention.start) if mention else None
        if mention and gold and gold["resolved"] and mention.kind == "pronoun" and mention.start not in done:
            done.add(mention.start)
            at = next(i for i, c in enumerate(clauses) if mention in c.mentions)
            options = list(antecedents(mention, at, clauses, people, last.person if last else None))
            name = last_name(tuple(gold["resolved"].split()))
            right = [p.named and p.last == name for p, _ in options]
            if any(right):
                yield [["somebody unnamed"], *(f for _, f in options)], [False, *right]
        last = attribution or last


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


def fit(name: str, train: list[Case], test: list[Case], least: int, l2: float) -> dict[str, float]:
    """The weight of every feature that is seen often enough."""
    counts = Counter(f for features, _ in train for row in features for f in row)
    columns = {n: i for i, n in enumerate(sorted(n for n, c in counts.items() if c >= least))}
    problem = Problem(train, columns)
    fitted = minimize(problem.loss, np.zeros(len(columns)), args=(l2,), jac=True, method="L-BFGS-B").x
    print(f"{name}: {len(train)} cases, {len(columns)} features, right {problem.accuracy(fitted):.4f}")
    print(f"{name}: {len(test)} held back, right {Problem(test, columns).accuracy(fitted):.4f}")
    return {n: round(float(fitted[i]), 2) for n, i in columns.items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("--least", type=int, default=25, help="leave out features seen less often")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines()]
    tables = {}
    for name, make in (("SPEAKER", cases), ("ANTECEDENT", pronoun_cases)):
        train = [c for a in articles if not held_back(a) for c in make(a)]
        test = [c for a in articles if held_back(a) for c in make(a)]
        tables[name] = fit(name, train, test, options.least, options.l2)
    if options.write:
        options.write.write_text(json.dumps(tables, indent=1))


if __name__ == "__main__":
    main()
