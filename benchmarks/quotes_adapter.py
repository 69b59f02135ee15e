"""`find_quotations` as the quotation scorer wants it."""

from __future__ import annotations

from narrate.quotation import find_quotations


def quotations(text: str) -> list[tuple[int, int, str | None]]:
    """(start, end, name of the speaker or None) of every quotation."""
    return [(q.start, q.end, q.speaker.name if q.speaker else None) for q in find_quotations(text)]
