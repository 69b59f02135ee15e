"""Fit the trees that tell a page's article from the rest, and write `narrate/reading/html/weights.json`.

    python -m benchmarks.fit_pages ../shared/dev/pages          fit on all pages, and write the file
    python -m benchmarks.fit_pages ../shared/dev/pages --folds  measure by site, in five folds; writes nothing

Histogram gradient boosting (scikit-learn). Pages of one site are never both fitted on and measured. A second
stage that knows what a first one says of the lines around was tried: paragraphs .946 instead of .971.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.page_cases import FOLDS, OF_ARTICLE, UNLABELLED, WEIGHTS, PageCase, case_of, folded, records
from narrate.reading.html import model
from narrate.reading.html.features import NAMES

TREES, LEAVES, RATE, LEAST = 70, 15, 0.12, 40
"""Trees, leaves of each, shrinkage, lines in a leaf; 90 trees of 8 leaves do as well."""
KEPT = 0.35
"""The share of the unlabelled lines that is fitted on: they are seven in ten of all, and much alike."""
WHOLE = 0.98
"""A page is whole when this share of its paragraphs' characters is heard."""
_HEARD = ("paragraph", "list_item", "subhead", "caption", "boilerplate")

Odds = NDArray[np.float64]


def fit(cases: Sequence[PageCase]) -> HistGradientBoostingClassifier:
    """Trees for the lines of these pages."""
    labels = np.concatenate([case.labels for case in cases])
    weights = np.array([WEIGHTS.get(label, 0.0) for label in labels])
    drawn = np.random.default_rng(0).random(len(labels)) < KEPT
    used = (weights > 0) & ((labels != UNLABELLED) | drawn)
    weights = np.where(labels == UNLABELLED, weights / KEPT, weights)
    classifier = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=RATE,
        min_samples_leaf=LEAST,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=0,
    )
    wanted = np.isin(labels, sorted(OF_ARTICLE))
    return classifier.fit(
        np.vstack([case.rows for case in cases])[used], wanted[used], sample_weight=weights[used]
    )


def held_out(cases: Sequence[PageCase]) -> list[Odds]:
    """For each page the odds of its lines, by trees that were fitted on other sites."""
    parts = [[case for case in cases if case.fold != fold] for fold in range(FOLDS)]
    with Pool(2) as pool:
        trees = [model.trees_of(fitted) for fitted in pool.map(_fitted, parts, chunksize=1)]
    return [trees[case.fold].probabilities(case.rows) for case in cases]


def _fitted(cases: Sequence[PageCase]) -> dict[str, Any]:
    return exported(fit(cases))


def exported(classifier: HistGradientBoostingClassifier) -> dict[str, Any]:
    """The ensemble as `narrate.reading.html.model` reads it."""
    trees = [
        [
            [round(float(node["value"]), 4)]
            if node["is_leaf"]
            else [
                int(node["feature_idx"]),
                float(np.float32(node["num_threshold"])),
                int(node["left"]),
                int(node["right"]),
            ]
            for node in predictors[0].nodes
        ]
        for predictors in classifier._predictors
    ]
    depth = max(int(predictors[0].nodes["depth"].max()) for predictors in classifier._predictors)
    start = float(np.ravel(classifier._baseline_prediction)[0])
    return {"start": round(start, 4), "depth": depth, "trees": trees}


def report(name: str, cases: Sequence[PageCase], odds: Sequence[Odds], threshold: float) -> None:
    """Shares that are heard, by label, and pages whose paragraphs are all heard."""
    heard: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    whole = 0
    for case, own in zip(cases, odds, strict=True):
        spoken = folded(" ".join(text for text, p in zip(case.texts, own, strict=True) if p >= threshold))
        got = total = 0
        for label, text in case.labelled:
            key = folded(text)
            kind = "paragraph" if label == "blockquote" else label
            if len(key) >= 4 and kind in _HEARD:
                lines[kind] += 1
                heard[kind] += key in spoken
                total += len(key) * (kind == "paragraph")
                got += len(key) * (kind == "paragraph" and key in spoken)
        whole += got >= WHOLE * total
    shares = ", ".join(f"{kind} {heard[kind] / max(lines[kind], 1):.3f}" for kind in _HEARD)
    print(
        f"{name} at {threshold}: {len(cases)} pages, whole {whole / max(len(cases), 1):.3f}; {shares}",
        flush=True,
    )


def report_all(name: str, cases: Sequence[PageCase], odds: Sequence[Odds]) -> None:
    """The same for English and other pages, at several thresholds."""
    chosen: tuple[tuple[str, Callable[[PageCase], bool]], ...] = (
        ("English", lambda case: case.is_english),
        ("other", lambda case: not case.is_english),
    )
    for language, belongs in chosen:
        kept = [at for at, case in enumerate(cases) if belongs(case)]
        for threshold in (0.2, 0.3, 0.4, 0.5):
            report(f"{name}, {language}", [cases[at] for at in kept], [odds[at] for at in kept], threshold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", action="store_true", help="measure held out, and write nothing")
    asked = parser.parse_args()
    pages = asked.folder / "pages_dev.jsonl.gz"
    with Pool(2) as pool:
        cases = pool.map(partial(case_of, folder=asked.folder / "html"), list(records(pages)), chunksize=8)
    cases = [case for case in cases if case.texts]
    if asked.folds:
        report_all("held out", cases, held_out(cases))
        return
    content = {
        "fitted_on": pages.name,
        "sha256": hashlib.sha256(pages.read_bytes()).hexdigest(),
        "features": list(NAMES),
        **exported(fit(cases)),
    }
    model.WEIGHTS.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
