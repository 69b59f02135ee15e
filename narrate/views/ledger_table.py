"""The ledger as a table that a person reads."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from narrate.ledger import FATES, Entry, Fate, ledger, totals
from narrate.model import Script
from narrate.printing import as_line

_LONGEST = 60
"""Characters of a stretch that are shown."""


def ledger_table(script: Script, everything: bool = False) -> str:
    """How many characters have which fate, and a line for every stretch that is not spoken as it is written.

    With `everything`, those that are, too.
    """
    source = script.article.source
    entries = ledger(script)
    counted = totals(source, entries)
    lines = [f"{counted.total()} characters, white space apart:", *_counts(counted), ""]
    for entry in entries:
        if everything or entry.fate != "spoken":
            lines.append(as_line(_row(source, entry)))
    return "\n".join(lines) + "\n"


def _counts(counted: Counter[Fate]) -> Iterator[str]:
    """A line for every fate that some characters have, and always for the one that none should have."""
    for fate in FATES:
        if counted[fate] or fate == "unaccounted":
            yield f"  {counted[fate]:>7}  {fate}"


def _row(source: str, entry: Entry) -> str:
    """Place, fate, text, and what became of it; read aloud, in that order."""
    text = textwrap.shorten(source[entry.start : entry.end], _LONGEST, placeholder=" …")
    row = f"{entry.start:>7}  {entry.fate:<11}  {text}"
    outcome = ", ".join(_outcome(entry))
    return f"{row}: {outcome}" if outcome else row


def _outcome(entry: Entry) -> Iterator[str]:
    if entry.spoken:
        yield f"said {entry.spoken}"
    if entry.reason:
        yield entry.reason
