"""Datelines, which stand in an utterance of their own: "LONDON (Reuters) -" is read "London. Reuters."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narrate.english.agencies import DATELINE_SOURCE
from narrate.english.datelines import LONGEST
from narrate.model import Mark

_AGENCY = rf"(?:{DATELINE_SOURCE}|[A-Z]{{4}})"
_DASH = r"\s*(?:--+|[–—_-])\s*"
_DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][^()\n–—]{{1,58}}?)?(?:(?P<open>\s*\()(?P<agency>{_AGENCY})(?P<close>\)(?:{_DASH})?)"
    rf"|(?P<dash>{_DASH}))"
)


def frame(text: str) -> Iterator[Mark]:
    """Marks that make full stops of a dateline's brackets and dash; none if the text is not a dateline."""
    match = _DATELINE.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return
    end = "dash"
    if match["agency"]:
        end = "close"
        opening = ". " if match["place"] else ""
        yield Mark("sub", *match.span("open"), opening, origin="datelines")
    elif not match["place"]:
        return
    yield Mark("sub", *match.span(end), ".", origin="datelines")
