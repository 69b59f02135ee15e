"""Datelines, which say where a report was filed and by whom: "LONDON, May 3 (Reuters) - The bridge …"."""

from __future__ import annotations

import re

from narrate.english.agencies import DATELINE_SOURCE
from narrate.english.dates import MONTH

LONGEST = 80
"""Characters of a dateline at most, with its dash and the space behind it."""

_DASH = r"(?:--+|[–—_]|-(?= ))"
_PLACE_IN_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}"
_COUNTRY = r"(?:, [A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){0,2})?"
_DAY = rf"(?:, {MONTH} \d{{1,2}})?"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]*(?:,? [A-ZÀ-Þ(][\w.'’)-]*){0,4}"
# A place in capitals and a dash, or an agency in brackets behind a place in any case.
_DATELINE = re.compile(
    rf"(?:{_PLACE_IN_CAPITALS}{_COUNTRY}{_DAY}(?: \([^()]{{2,40}}\))? ?{_DASH}\s*"
    rf"|(?:{_PLACE}{_DAY} )?\({DATELINE_SOURCE}\)(?: ?(?:--+|[–—_-]))?\s+)"
    r"(?=[\w\"'“‘$£€(])"
)


def dateline(text: str) -> re.Match[str] | None:
    """The dateline that a report begins with, and the white space behind it; None where there is none.

    Its length may be more than `LONGEST`: then it is more likely a heading in capitals.
    """
    return _DATELINE.match(text)
