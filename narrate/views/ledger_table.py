"""The ledger as a table that a person reads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from narrate.ledger import FATES, Entry, ledger, totals
from narrate.model import Script

_LONGEST = 60
"""Characters of a stretch that are shown."""


def ledger_table(script: Script, everything: bool = False) -> str:
    """How many characters have which fate, and a line for every stretch that is not spoken as it is written.

    With `everything`, those that are, too.
    """
    source = script.article.source
    entries = ledger(script)
    counted = totals(source, entries)
    lines = [f"{counted.total()} characters, white space apart:"]
    lines += [f"  {counted[fate]:>7}  {fate}" for fate in FATES if counted[fate] or fate == "unaccounted"]
    shown = [entry for entry in entries if everything or entry.fate != "spoken"]
    return "\n".join([*lines, "", *_rows(source, shown)]) + "\n"


def _rows(source: str, entries: list[Entry]) -> Iterator[str]:
    """Place, fate, text, and what became of it; read aloud, in that order."""
    for entry in entries:
        text = textwrap.shorten(source[entry.start : entry.end], _LONGEST, placeholder=" …")
        outcome = [f"said {entry.spoken}"] if entry.spoken else []
        outcome += [entry.reason] if entry.reason else []
        yield f"{entry.start:>7}  {entry.fate:<11}  {text}" + (f": {', '.join(outcome)}" if outcome else "")
