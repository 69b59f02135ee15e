"""The names of several authors as one byline."""

from __future__ import annotations


def joined(names: list[str]) -> str | None:
    """["Ada Wong", "Bela Roth"] as "Ada Wong and Bela Roth"; None for nobody."""
    *first, last = names or [""]
    return (f"{', '.join(first)} and {last}" if first else last) or None
