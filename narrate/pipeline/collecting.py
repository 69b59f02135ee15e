"""A newsroom's corrections as labels: what a folder of corrected articles says of who is quoted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narrate import corrections
from narrate.corrections.labels import Labelled, labelled
from narrate.errors import CorrectionError, NarrateError
from narrate.model import Article, Corrections
from narrate.options import StrPath
from narrate.pipeline import correcting, from_article

ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".epub")
"""Suffixes of what may be the article; of recordings and captions with the same name it is none."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a folder of corrections comes to."""

    lines: tuple[str, ...]
    """An article each, as JSON, in the order of the files' names."""
    labels: int
    """Quotations that count."""
    notes: tuple[str, ...]
    """Which corrections could not be collected, a line each."""


def collect(folder: StrPath) -> Collected:
    """Collect the corrections in a folder and below, each with the article beside it.

    Raises CorrectionError if there are none.
    """
    files = sorted(Path(folder).rglob(f"*{correcting.SUFFIX}"))
    if not files:
        remedy = f"name a folder with files called ARTICLE{correcting.SUFFIX}"
        raise CorrectionError("there are no corrections here", folder, remedy)
    collected: list[Labelled] = []
    notes: list[str] = []
    for file in files:
        try:
            collected.append(_labelled(file, Path(folder), notes))
        except NarrateError as error:
            notes.append(f"left out: {error}")
    lines = tuple(json.dumps(each.record, ensure_ascii=False) for each in collected)
    return Collected(lines, sum(each.labels for each in collected), tuple(notes))


def _labelled(file: Path, folder: Path, notes: list[str]) -> Labelled:
    """The labels of one file; what no longer matches is noted. Raises NarrateError if there is no article."""
    given = corrections.load_corrections(file)
    article = _article(file, given)
    located = correcting.locate(given, article)
    notes += located.notes
    article, quoted = from_article.quoted(article, located)
    name = file.relative_to(folder).as_posix().removesuffix(correcting.SUFFIX)
    return labelled(name, article, quoted.corrected, located.quotations, checked=given.checked)


def _article(file: Path, given: Corrections) -> Article:
    """The article beside a file of corrections: of several, the one that most of the corrections match."""
    found = [from_article.read(path) for path in _candidates(file)]
    if not found:
        remedy = "put it there, as .txt, .md, .html or .epub"
        raise CorrectionError("no article beside the corrections", file, remedy)
    return min(found, key=lambda article: len(correcting.locate(given, article).notes))


def _candidates(file: Path) -> Iterator[Path]:
    name = file.name.removesuffix(correcting.SUFFIX)
    for suffix in ARTICLES:
        path = file.with_name(name + suffix)
        if path.is_file():
            yield path
