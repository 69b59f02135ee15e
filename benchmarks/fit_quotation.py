"""Fit the tables of `narrate.quotation.weights` on annotated news articles, and write the module.

    python benchmarks/fit_quotation.py ../shared/dev/quotes/news_quotes_train.jsonl

Conditional logistic regression over the candidates of each quotation (of each pronoun for ANTECEDENT),
with several right candidates allowed (marginal likelihood), L2-regularised, by L-BFGS. One article in
five, by the hash of its name, is held back and only reported on.
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
from numpy.typing import NDArray
from scipy.optimize import minimize

from narrate.quotation import weights
from narrate.quotation.attribution import Attribution, attribute
from narrate.quotation.cues import Clause, analyse
from narrate.quotation.features import continued_features, mention_features
from narrate.quotation.marks import find_spans, lines
from narrate.quotation.mentions import Mention
from narrate.quotation.people import People, introduce, last_name
from narrate.quotation.resolve import antecedents
from narrate.quotation.scene import Scene, candidates, scenes
from narrate.quotation.tokens import sentences
from narrate.quotation.unspoken import unspoken_features

Json = dict[str, Any]
Feature = tuple[str, str]
"""(table, row)."""
Case = list[tuple[list[Feature], bool]]
"""The candidates of one decision: their features, and whether they are right."""
Weights = dict[Feature, float]

TABLES = ("MENTION", "CONTINUED", "UNSPOKEN", "ANTECEDENT")
LEAST = 20
"""Times that a feature must be seen: from 15 to 25 the held-back articles see no difference, 40 is worse."""
L2 = 1.0
"""Regularisation: of 1, 2, 3 and 5 the best on the articles held back."""
SMALLEST = 0.15
"""Rows nearer to zero are left out: three rows in ten, for 0.1 % of the decisions."""

BY_HAND: Weights = {
    # The annotators' tool crosses genders at times; English does not.
    ("ANTECEDENT", "gender differs"): -6.0,
    # Its answers are names only, so that speakers without a name cannot be learned from it.
    ("ANTECEDENT", "unnamed speaker before"): 3.5,
    # Subheads in the house style of some publishers; the annotated articles have none.
    ("UNSPOKEN", "alone in single marks"): 8.0,
}
"""Weights that this data cannot teach, with the reason."""


def held_back(article: Json) -> bool:
    """Whether an article is kept for reporting."""
    return zlib.crc32(article["id"].encode()) % 5 == 0


def analysed(text: str) -> tuple[list[Clause], list[Scene]]:
    """What `find_quotations` knows before it decides."""
    paragraphs = lines(text)
    spans = find_spans(text, paragraphs)
    clauses = [analyse(sentence) for sentence in sentences(text, paragraphs, spans)]
    return clauses, scenes(text, spans, clauses)


def speaker_cases(article: Json) -> Iterator[Case]:
    """One case per annotated quotation that has a right candidate."""
    # An annotated span begins with its marks, of which there can be up to three.
    golds = {g["start"] + i: g for g in article["quotes"] for i in range(4) if g["kind"] != "ambiguous"}
    last: Json | None = None
    for scene in analysed(article["text"])[1]:
        gold = golds.get(scene.span.start)
        if gold is None:
            continue
        case = _speaker_case(scene, gold, last)
        if any(right for _, right in case):
            yield case
        if gold["kind"] != "unattributed":
            last = gold


def _speaker_case(scene: Scene, gold: Json, last: Json | None) -> Case:
    spoken = gold["kind"] != "unattributed" and gold["source"] is not None
    case: Case = [([("UNSPOKEN", f) for f in unspoken_features(scene)], not spoken)]
    if scene.previous is not None:
        case.append(([("CONTINUED", f) for f in continued_features(scene)], spoken and _same(last, gold)))
    for mention, distance in candidates(scene):
        features = [("MENTION", f) for f in mention_features(scene, mention, distance)]
        case.append((features, spoken and _is_source(mention, gold)))
    return case


def _same(one: Json | None, other: Json) -> bool:
    """Whether two annotated quotations have the same speaker."""
    if one is None:
        return False
    keys = ("source", "attr", "resolved", "head_name")
    return any(one.get(key) and one.get(key) == other.get(key) for key in keys)


def _is_source(mention: Mention, gold: Json) -> bool:
    start, end = gold["source"]
    name = " ".join(mention.name).lower().replace("’", "'")
    head = (gold["head_word"] or "").lower().replace("’", "'").split("'")[0]
    if start <= mention.start < end or start < mention.end <= end:
        return head in name or mention.start == start
    resolved = gold["resolved"]
    named = bool(resolved) and mention.kind == "name"
    return named and last_name(mention.name) == last_name(tuple(resolved.split()))


def pronoun_cases(article: Json) -> Iterator[Case]:
    """One case per pronoun that is a speaker, where the annotators' tool says whom it means."""
    golds = {
        g["source"][0]: g for g in article["quotes"] if g.get("source_kind") == "pronoun" and g["resolved"]
    }
    clauses, found = analysed(article["text"])
    at = {id(m): i for i, clause in enumerate(clauses) for m in clause.mentions}
    people = People(article["text"])
    introduce(clauses, people)
    last: Attribution | None = None
    for attribution in attribute(found, people):
        mention = attribution.mention if attribution else None
        gold = golds.pop(mention.start, None) if mention and mention.kind == "pronoun" else None
        if mention and gold:
            name = last_name(tuple(gold["resolved"].split()))
            case: Case = [([("ANTECEDENT", "somebody else")], False)]
            speaker = last.person if last else None
            for person, features in antecedents(mention, at[id(mention)], clauses, people, speaker):
                right = person.named and last_name(person.name) == name
                case.append(([("ANTECEDENT", f) for f in features], right))
            if any(right for _, right in case):
                yield case
        last = attribution or last


class Problem:
    """The cases as arrays: one row per candidate, one column per feature."""

    def __init__(self, cases: list[Case], columns: dict[Feature, int]) -> None:
        rows = [features for case in cases for features, _ in case]
        self.right = np.array([right for case in cases for _, right in case])
        self.sizes = np.array([len(case) for case in cases])
        self.starts = np.cumsum(self.sizes) - self.sizes
        pairs = [(i, columns[f]) for i, row in enumerate(rows) for f in row if f in columns]
        self.row, self.column = (np.array(x) for x in zip(*pairs, strict=True))
        self.width = len(columns)

    def scores(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(self.row, weights[self.column], minlength=len(self.right)).astype(np.float64)

    def loss(self, weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Negative log likelihood of the right candidates, and its gradient."""
        scores = self.scores(weights)
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), self.sizes))
        total = np.add.reduceat(odds, self.starts)
        good = np.add.reduceat(odds * self.right, self.starts)
        slope = odds / np.repeat(total, self.sizes) - odds * self.right / np.repeat(good, self.sizes)
        gradient = np.bincount(self.column, slope[self.row], minlength=self.width) + 2 * L2 * weights
        return float(np.sum(np.log(total) - np.log(good)) + L2 * weights @ weights), gradient

    def accuracy(self, weights: NDArray[np.float64]) -> float:
        """Share of the cases in which the best candidate is right."""
        scores = self.scores(weights)
        best = [s + int(np.argmax(scores[s : s + n])) for s, n in zip(self.starts, self.sizes, strict=True)]
        return float(np.mean(self.right[best]))


def fit(train: list[Case], test: list[Case]) -> Weights:
    """The weight of every feature that is seen often enough."""
    counts = Counter(feature for case in train for features, _ in case for feature in features)
    kept = sorted(feature for feature, count in counts.items() if count >= LEAST)
    problem = Problem(train, columns := {feature: i for i, feature in enumerate(kept)})
    fitted = minimize(problem.loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B").x
    fitted[np.abs(fitted) < SMALLEST] = 0
    print(f"{len(train)} cases, right {problem.accuracy(fitted):.4f}; {np.count_nonzero(fitted)} rows")
    print(f"{len(test)} held back, right {Problem(test, columns).accuracy(fitted):.4f}")
    return {feature: round(float(w), 2) for feature, w in zip(kept, fitted, strict=True) if w}


def use(fitted: Weights) -> None:
    """Let this process decide by the fitted tables: whom a pronoun means depends on who spoke before."""
    for table in TABLES:
        rows = {name: w for (where, name), w in fitted.items() if where == table}
        if rows:
            getattr(weights, table).clear()
            getattr(weights, table).update(rows)


def rewritten(module: str, fitted: Weights) -> str:
    """The module with new tables: everything after a table's first line up to its end is replaced."""
    for table in TABLES:
        rows = {name: w for (where, name), w in {**fitted, **BY_HAND}.items() if where == table}
        cells = [f'    "{name}": {weight},' for name, weight in sorted(rows.items())]
        head, _, rest = module.partition(f"{table}: dict[str, float] = {{\n")
        _, _, tail = rest.partition("}\n")
        module = f"{head}{table}: dict[str, float] = {{\n" + "\n".join(cells) + "\n}\n" + tail
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    path = parser.parse_args().articles
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    fitted: Weights = {}
    for make in (speaker_cases, pronoun_cases):
        train = [case for article in articles if not held_back(article) for case in make(article)]
        test = [case for article in articles if held_back(article) for case in make(article)]
        fitted |= fit(train, test)
        use(fitted)
    module = Path(weights.__file__)
    module.write_text(rewritten(module.read_text(encoding="utf-8"), fitted), encoding="utf-8")


if __name__ == "__main__":
    main()
