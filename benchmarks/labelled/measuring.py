"""What narrate makes of the labelled articles and pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import narrate
from benchmarks.labelled.articles import LabelledArticle, load_articles
from benchmarks.labelled.figures import Figure
from benchmarks.labelled.pages import LabelledPage, PageScore, load_pages
from benchmarks.labelled.speakers import QuotationScore
from benchmarks.labelled.structure import StructureScore
from narrate.direction import quoted_spans


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured."""

    figures: tuple[Figure, ...]
    misses: tuple[str, ...]
    """A line for each label that was missed."""


def measure() -> Results:
    """Read all articles and pages as a user's files are read, and score them."""
    with tempfile.TemporaryDirectory() as folder:
        structure, quotations = _articles(load_articles(), Path(folder))
        pages = _pages(load_pages(), Path(folder))
    scores = (structure, quotations, pages)
    figures = [figure for score in scores for figure in score.figures()]
    misses = [miss for score in scores for miss in score.misses]
    return Results(tuple(figures), tuple(misses))


def _articles(labelled: Iterable[LabelledArticle], folder: Path) -> tuple[StructureScore, QuotationScore]:
    structure, quotations = StructureScore(), QuotationScore()
    for each in labelled:
        path = folder / f"{each.name}.txt"
        path.write_text(each.text, encoding="utf-8")
        article = narrate.read(path)
        structure.add(each, article)
        quotations.add(each, narrate.find_quotations(article.source, quoted_spans(article)))
    return structure, quotations


def _pages(labelled: Iterable[LabelledPage], folder: Path) -> PageScore:
    score = PageScore()
    for each in labelled:
        path = folder / f"{each.name}.html"
        path.write_text(each.markup, encoding="utf-8")
        score.add(each, _spoken(path))
    return score


def _spoken(path: Path) -> list[str]:
    """The texts of a page that are spoken; none where no article is found in it."""
    try:
        blocks = narrate.read(path).blocks
    except narrate.NarrateError:
        return []
    return [block.text for block in blocks if block.spoken]
