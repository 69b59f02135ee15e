"""What a check of a podcast has found, as a list to work through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from narrate.feed import Finding


def findings(found: Sequence[Finding]) -> str:
    """What must be mended, then what could be better, each with what to do; or that all is well."""
    return "\n".join(_lines(found))


def _lines(found: Sequence[Finding]) -> Iterator[str]:
    for must, heading in ((True, "To be mended:"), (False, "Could be better:")):
        these = [finding for finding in found if finding.must is must]
        if these:
            yield heading
        for finding in these:
            yield f"  {finding.where}: {finding.problem}"
            yield f"    {finding.remedy}"
    if not any(finding.must for finding in found):
        yield "Directories will accept the feed."
