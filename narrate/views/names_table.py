"""The list of doubtful words, plain enough for a screen reader and for `grep`."""

from __future__ import annotations

from collections.abc import Iterable

from narrate.views.columns import columns

HEADER = ("TIMES", "WORD", "SAID", "WHY")


def names_table(rows: Iterable[tuple[int, str, str, str]]) -> str:
    """One line per word in aligned columns, under a header. Rows: how often, word, IPA, reason."""
    return columns([HEADER, *((str(count), *rest) for count, *rest in rows)])
