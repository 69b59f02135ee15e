"""Floors under what is made of the labelled articles and pages of tests/data, and the scorer itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.labelled import articles, floors, pages
from benchmarks.labelled.figures import Confusion, Figure
from benchmarks.labelled.measuring import measure
from benchmarks.labelled.speakers import RUNNING_TEXT, QuotationScore
from benchmarks.labelled.structure import StructureScore
from narrate.model import Article, Block, BlockKind, Quotation, QuotationKind, Speaker

MARKED = """# Local paper
# Vale = Lena Vale (f)
# Pell = Otto Pell

[title] Bridge closes
[dateline] ORLOW — [paragraph] {Vale: "No choice,"} she said: {Pell part: "a risk"}, or {scare: "Plan B"}.
[any] ***
"""
TEXT = 'Bridge closes\nORLOW — "No choice," she said: "a risk", or "Plan B".\n***'


def test_no_figure_sinks_below_its_floor() -> None:
    """Articles and pages are understood as well as when the floors were pinned, and are still the same."""
    pins = floors.load()
    assert floors.digests() == pins["data"], "other articles or pages: python -m benchmarks.labelled --pin"
    figures = measure().figures
    assert {figure.name for figure in figures} == set(pins["floors"])
    assert not floors.sunk(pins["floors"], figures)


def test_the_sets_are_large_enough() -> None:
    """At least 30 articles, 150 quotations with speakers and 20 pages."""
    labelled = articles.load_articles()
    quotes = [quote for article in labelled for quote in article.quotes if quote.speaker]
    assert len(labelled) >= 30
    assert len(quotes) >= 150
    assert len(pages.load_pages()) >= 20


@pytest.mark.parametrize("article", articles.load_articles(), ids=lambda article: article.name)
def test_no_quotation_mark_is_left_without_a_label(article: articles.LabelledArticle) -> None:
    """Every mark that can be nothing but a quotation mark stands at or inside a labelled quotation."""
    text = list(article.text)
    for quote in article.quotes:
        # Up to three characters stand at either end: ``, '', or an outer and an inner mark.
        start, end = max(quote.start - 3, 0), min(quote.end + 3, len(text))
        text[start:end] = "_" * (end - start)
    running = [part for part in article.parts if part.kind in RUNNING_TEXT]
    left = "".join("".join(text[part.start : part.end]) for part in running)
    assert not set(left) & set('"“”‘`')


def test_labels_are_taken_out_of_an_article() -> None:
    """What is read has no labels, and the labels count in what is read."""
    labelled = articles.parse("sample", MARKED)
    assert labelled.text == TEXT
    assert [(TEXT[part.start : part.end], part.kind) for part in labelled.parts] == [
        ("Bridge closes", "title"),
        ("ORLOW —", "dateline"),
        ('"No choice," she said: "a risk", or "Plan B".', "paragraph"),
        ("***", "any"),
    ]
    assert [
        (TEXT[quote.start : quote.end], quote.kind, quote.speaker and quote.speaker.names[0])
        for quote in labelled.quotes
    ] == [
        ("No choice,", "direct", "Lena Vale"),
        ("a risk", "partial", "Otto Pell"),
        ("Plan B", "scare", None),
    ]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('[paragraph] {Val: "No."}', "the header names no 'Val'"),
        ('[paragraph] {Vale: "No.', "a quotation is not closed"),
        ('[paragraph] "No."}', "'}' closes nothing"),
        ('[paragraph] {Vale: {scare: "No."}}', "stands inside a quotation"),
        ("Text without a kind", "before the first"),
    ],
)
def test_a_slip_in_the_labels_is_named(body: str, problem: str) -> None:
    """Whoever edits an article learns which file and which words are wrong."""
    with pytest.raises(ValueError, match=f"sample: .*{problem}"):
        articles.parse("sample", f"# Vale = Lena Vale (f)\n\n{body}")


def figure(figures: list[Figure], name: str) -> float:
    """The value of one figure."""
    return next(each.value for each in figures if each.name == name)


def read_as(*kinds: BlockKind) -> Article:
    """The sample, read as blocks of these kinds, one for each part."""
    parts = articles.parse("sample", MARKED).parts
    blocks = [
        Block(kind, TEXT[part.start : part.end], part.start, part.end)
        for kind, part in zip(kinds, parts, strict=True)
    ]
    return Article(TEXT, tuple(blocks), title="Bridge closes")


def test_a_part_of_another_kind_costs_accuracy() -> None:
    """One of three scored parts was taken for something else; what is not scored costs nothing."""
    score = StructureScore()
    score.add(articles.parse("sample", MARKED), read_as("title", "dateline", "heading", "boilerplate"))
    assert figure(score.figures(), "kind of part, accuracy") == pytest.approx(2 / 3, abs=0.001)
    assert len(score.misses) == 1


def test_f1_counts_what_was_missed_and_what_was_taken_for_it() -> None:
    """Of 10 captions 6 were found, and 2 paragraphs were taken for captions: 6 of 8 and 6 of 10."""
    kinds = Confusion(
        Counter(
            {
                ("caption", "caption"): 6,
                ("caption", "paragraph"): 4,
                ("paragraph", "caption"): 2,
                ("paragraph", "paragraph"): 7,
            }
        )
    )
    assert kinds.f1("caption", "captions") == Figure("captions", round(2 * 0.75 * 0.6 / 1.35, 3), 10)
    assert kinds.accuracy("all") == Figure("all", round(13 / 19, 3), 19)
    assert list(kinds.labels(least=10)) == ["caption"]


def said(words: str, kind: QuotationKind, speaker: Speaker | None) -> Quotation:
    """A quotation of the sample."""
    start = TEXT.index(words)
    return Quotation(start, start + len(words), words, kind, speaker)


@pytest.mark.parametrize(
    ("speaker", "full", "last", "gender_wrong"),
    [
        (Speaker("Lena Vale", "f"), 1.0, 1.0, 0.0),
        (Speaker("Mayor Lena Vale", "f"), 1.0, 1.0, 0.0),
        (Speaker("Vale", "m"), 0.5, 1.0, 1.0),
        (Speaker("Otto Pell", "m"), 0.5, 0.5, 0.0),
        (None, 0.5, 0.5, 0.0),
    ],
    ids=["right", "with an office", "last name alone", "somebody else", "nobody"],
)
def test_speakers_are_told_by_full_and_by_last_name(
    speaker: Speaker | None, full: float, last: float, gender_wrong: float
) -> None:
    """A title before a name does not matter, another person does; only the right one's gender counts."""
    score = QuotationScore()
    found = [
        said("No choice,", "direct", speaker),
        said("a risk", "partial", Speaker("Otto Pell")),
        said("Plan B", "scare", None),
    ]
    score.add(articles.parse("sample", MARKED), found)
    figures = score.figures()
    assert figure(figures, "quotation marks, exact F1") == 1.0
    assert figure(figures, "speaker by full name") == full
    assert figure(figures, "speaker by last name") == last
    assert figure(figures, "gender of speakers, wrong") == gender_wrong
    assert figure(figures, "scare quotes with a speaker") == 0.0


PAGE = """<html><body><nav><a><!--boilerplate-->News</a> <a><!--boilerplate-->Sport</a></nav>
<h1><!--title-->News from Orlow</h1>
<div><!--paragraph-->The <b>bridge</b> is
closed.<br><!--paragraph-->It rained.<!--/--> Shared twice</div></body></html>"""


def test_labels_are_taken_out_of_a_page() -> None:
    """A label holds as far as the next one, its end, or the end of its element; the page has none left."""
    page = pages.parse("sample", PAGE)
    assert page.passages == (
        ("boilerplate", "News"),
        ("boilerplate", "Sport"),
        ("title", "News from Orlow"),
        ("paragraph", "The bridge is closed."),
        ("paragraph", "It rained."),
    )
    assert "<!--" not in page.markup


@pytest.mark.parametrize(
    ("spoken", "paragraphs", "boilerplate", "whole"),
    [
        (["News from Orlow", "The bridge is closed.", "It rained."], 1.0, 0.0, 1.0),
        (["News", "News from Orlow", "The bridge is closed.", "It rained."], 1.0, 0.5, 1.0),
        (["News from Orlow", "It rained."], 0.5, 0.0, 0.0),
        ([], 0.0, 0.0, 0.0),
    ],
    ids=["as it should be", "with a menu", "a paragraph missing", "nothing"],
)
def test_what_is_heard_of_a_page(
    spoken: list[str], paragraphs: float, boilerplate: float, whole: float
) -> None:
    """A word of the menu that also stands in the title counts as heard only if it is heard twice."""
    score = pages.PageScore()
    score.add(pages.parse("sample", PAGE), spoken)
    figures = score.figures()
    assert figure(figures, "paragraph, heard") == paragraphs
    assert figure(figures, "boilerplate, heard") == boilerplate
    assert figure(figures, "pages whose paragraphs are whole") == whole


def test_hashes_belong_to_names_and_contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Floors do not hold for a set in which a file was added or edited."""
    monkeypatch.setattr(floors, "_SETS", {"set": tmp_path})
    hashes = []
    for name, text in (("a.txt", "one"), ("b.txt", "two"), ("b.txt", "three")):
        (tmp_path / name).write_text(text)
        hashes.append(floors.digests()["set"])
    assert len(set(hashes)) == 3


@pytest.mark.parametrize(
    ("value", "at_most", "lower", "becomes"),
    [
        (0.95, False, False, 0.94),
        (0.905, False, False, 0.9),
        (0.85, False, True, 0.84),
        (0.85, False, False, None),
        (0.80, True, False, 0.81),
        (0.95, True, False, None),
    ],
)
def test_floors_sink_only_if_asked(value: float, at_most: bool, lower: bool, becomes: float | None) -> None:
    """A floor follows what was measured at a small distance; it is lowered only with the flag."""
    measured = [Figure("share", value, 10, at_most)]
    if becomes is None:
        with pytest.raises(ValueError, match="would sink: share"):
            floors.raised({"share": 0.9}, measured, lower=lower)
    else:
        assert floors.raised({"share": 0.9}, measured, lower=lower) == {"share": becomes}
