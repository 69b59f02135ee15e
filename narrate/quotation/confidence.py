"""How sure an attribution is, as a probability that was measured rather than felt.

The weights' own shares are too sure of themselves, since they do not see their errors in whom a pronoun
means. A line through the log odds mends that (Platt 1999): `benchmarks/confidence.py` fits it on articles
that the weights were not fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrate.model import Quotation

SLOPE, OFFSET = 0.74, 0.42
"""Of the line; `python -m benchmarks.confidence` prints them."""
LEAST, MOST = 0.01, 0.99
"""Nothing is surer than that: the annotators disagree in 3 of 100."""
SUPPORTED = 0.69
"""Probability of an unsure speaker who surely says the quotation before it or behind it, too: 34 of 49 such
speakers are right in the development set and the articles held back, and 32 of 76 of the others."""
_SURE = 0.6
"""Probability of one who supports another."""


def probability(likelihood: float) -> float:
    """The probability that a speaker is right, from the share that the weights give, to two digits."""
    bounded = min(max(likelihood, 1e-6), 1 - 1e-6)
    log_odds = math.log(bounded / (1 - bounded))
    calibrated = 1 / (1 + math.exp(-(SLOPE * log_odds + OFFSET)))
    return round(min(max(calibrated, LEAST), MOST), 2)


def supported(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations of an article in order; a doubtful speaker is surer beside a sure one of theirs."""
    spoken = [quotation for quotation in quotations if quotation.speaker is not None]
    surer = {quotation.start: quotation for quotation in _supported(spoken)}
    return [surer.get(quotation.start, quotation) for quotation in quotations]


def _supported(spoken: Sequence[Quotation]) -> Iterator[Quotation]:
    neighbours = zip(spoken, [None, *spoken], [*spoken[1:], None], strict=False)
    for quotation, before, behind in neighbours:
        is_unsure = (quotation.confidence or 0) < SUPPORTED
        if is_unsure and (_supports(before, quotation) or _supports(behind, quotation)):
            yield replace(quotation, confidence=SUPPORTED)


def _supports(other: Quotation | None, quotation: Quotation) -> bool:
    """Whether the quotation beside this one surely has the same speaker."""
    if other is None or other.speaker != quotation.speaker:
        return False
    return (other.confidence or 0) >= _SURE
