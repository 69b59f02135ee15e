"""Labelled web pages as rows of features, for fitting and measuring which lines are of the article.

Each page comes with its text line by line, labelled from its markup (`../shared/dev/pages`). The lines of our
reader are matched to these by their text; a line that is in none of them counts as boilerplate, with less
weight.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from narrate.reading.html.evidence import evidence_in, evidence_of
from narrate.reading.html.features import features_of
from narrate.reading.html.flow import lines_of
from narrate.reading.html.headline import headline
from narrate.reading.html.line import Line
from narrate.reading.html.metadata import metadata_of
from narrate.reading.html.parsing import is_large_or_deep, parse
from narrate.reading.html.visibility import prune

FOLDS = 5
OF_ARTICLE = frozenset(("paragraph", "blockquote", "list_item", "subhead", "caption", "title"))
UNLABELLED = "none"
WEIGHTS = {"boilerplate": 1.0, UNLABELLED: 0.4, **dict.fromkeys(OF_ARTICLE, 1.0)}
"""How much a line of each label counts; authors, and what has no label of its own (code), do not count."""
_LEAST = 12
"""Characters of a line that is looked for inside longer ones; shorter ones must be the same."""
_OPENING = 40
"""Characters by which a line is found that holds several labelled ones."""


@dataclass(frozen=True, slots=True)
class PageCase:
    """One page."""

    name: str
    fold: int
    """By the site, so that no site is both fitted on and measured."""
    is_english: bool
    labelled: tuple[tuple[str, str], ...]
    """Label and text of its lines."""
    texts: tuple[str, ...]
    """Its lines as our reader sees them."""
    rows: NDArray[np.float32]
    labels: NDArray[np.str_]
    """Of `texts`."""


def folded(text: str) -> str:
    """Letters and digits alone, in lower case: as the scorer compares."""
    return re.sub(r"[\W_]+", "", text).lower()


def repaired(text: str) -> str:
    """Labels of a few pages were decoded as Latin-1 where the page is UTF-8 ("Yahooâ\x80\x99s")."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def records(pages: Path) -> Iterator[Mapping[str, Any]]:
    """The labelled pages, as the file has them."""
    with gzip.open(pages, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def case_of(record: Mapping[str, Any], folder: Path) -> PageCase:
    """One page, read and matched; `folder` holds the pages, packed by gzip."""
    root = parse(gzip.decompress((folder / f"{record['html']}.gz").read_bytes()), record["html"])
    is_monster = is_large_or_deep(root)
    stated = metadata_of(root, only_head=is_monster)
    evidence = None if is_monster else evidence_of(root, stated)
    prune(root)
    lines = lines_of(root)
    at, _ = headline(lines, stated)
    rows = features_of(lines, evidence or evidence_in(lines, stated), at)
    labelled = tuple((label, repaired(text)) for label, text, _ in record["lines"])
    fold = zlib.crc32(record["domain"].encode()) % FOLDS
    texts = tuple(line.text for line in lines)
    labels = np.array(_labels(lines, labelled))
    return PageCase(record["html"], fold, record["lang"] == "en", labelled, texts, rows, labels)


def _labels(lines: Sequence[Line], labelled: Sequence[tuple[str, str]]) -> list[str]:
    """The label of each line, by the text that they share."""
    same: dict[str, str] = {}
    whole = ""
    owners: list[str] = []
    for label, text in labelled:
        key = folded(text)
        same.setdefault(key, label)
        whole += key + " "
        owners += [label] * (len(key) + 1)
    return [_label(folded(line.evidence or line.text), same, whole, owners) for line in lines]


def _label(key: str, same: Mapping[str, str], whole: str, owners: Sequence[str]) -> str:
    if key in same:
        return same[key]
    at = whole.find(key) if len(key) >= _LEAST else -1
    if at < 0 and len(key) > _OPENING:
        at = whole.find(key[:_OPENING])
    return owners[at] if at >= 0 else UNLABELLED
