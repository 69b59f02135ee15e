"""What a check of a podcast has found, as a list to work through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from narrate.printing import as_line

if TYPE_CHECKING:
    from narrate.feed import Finding


def findings(found: Sequence[Finding]) -> str:
    """What must be corrected, then what could be better, each with what to do; or that all is well."""
    return "\n".join(map(as_line, _lines(found)))


def _lines(found: Sequence[Finding]) -> Iterator[str]:
    errors = [finding for finding in found if finding.must]
    advice = [finding for finding in found if not finding.must]
    yield from _listed("To be corrected:", errors)
    yield from _listed("Could be better:", advice)
    if not errors:
        yield "Nothing has to be corrected."


def _listed(heading: str, found: Sequence[Finding]) -> Iterator[str]:
    if found:
        yield heading
    for finding in found:
        yield f"  {finding.where}: {finding.problem}"
        yield f"    {finding.remedy}"
