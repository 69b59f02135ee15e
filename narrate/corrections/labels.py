"""Corrected quotations as labels that attribution can be measured with.

The format is that of the labelled news of the benchmarks: a line of JSON for each article, with its text and
its quotations. A quotation that nobody has corrected is `ambiguous`, which measures leave out, unless all of
them have been checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from narrate.model import Article, Located, Quotation, QuotationCorrection, Speaker

PART = "corrections"
"""What the labels call the set that they belong to."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article whose quotations, or some of them, are labelled."""

    record: dict[str, Any]
    """The article in the labelled format."""
    labels: int
    """How many of its quotations count."""


def labelled(
    name: str,
    article: Article,
    quotations: Iterable[Quotation],
    corrections: Sequence[Located[QuotationCorrection]],
    *,
    checked: bool,
) -> Labelled:
    """The labels of an article; `quotations` are as corrected, `checked` says that all of them are right."""
    quotes = [_quote(each, is_label=checked or _is_corrected(each, corrections)) for each in quotations]
    record = {
        "id": name,
        "part": PART,
        "publisher": article.site or "",
        "title": article.title,
        "text": article.source,
        "annotator": PART,
        "quotes": quotes,
    }
    return Labelled(record, sum(quote["kind"] != "ambiguous" for quote in quotes))


def _is_corrected(quotation: Quotation, corrections: Iterable[Located[QuotationCorrection]]) -> bool:
    return any(quotation.start < each.end and each.start < quotation.end for each in corrections)


def _quote(quotation: Quotation, *, is_label: bool) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "kind": _kind(quotation) if is_label else "ambiguous",
        **_source(quotation.speaker),
    }


def _kind(quotation: Quotation) -> str:
    return "unattributed" if quotation.kind == "scare" else quotation.kind


def _source(speaker: Speaker | None) -> dict[str, str | None]:
    """Who says it: by name, by a description ("a spokesman"), or nobody."""
    name = speaker.name if speaker else None
    is_name = name is not None and name[:1].isupper()
    return {
        "source_text": name,
        "source_kind": _source_kind(name, is_name=is_name),
        "head_name": name,
        "head_word": name.split()[-1] if name else None,
        "resolved": name if is_name else None,
    }


def _source_kind(name: str | None, *, is_name: bool) -> str:
    if name is None:
        return "none"
    return "name" if is_name else "nominal"
