"""How sure an attribution is, as a probability that was measured rather than felt.

The weights' own shares are too sure of themselves, since they do not see their errors in whom a pronoun
means. A line through the log odds mends that (Platt 1999): `benchmarks/confidence.py` fits it on articles
that the weights were not fitted on.
"""

from __future__ import annotations

import math

SLOPE, OFFSET = 0.74, 0.42
"""Of the line; `python -m benchmarks.confidence` prints them."""
LEAST, MOST = 0.01, 0.99
"""Nothing is surer than that: the annotators disagree in 3 of 100."""


def probability(likelihood: float) -> float:
    """The probability that a speaker is right, from the share that the weights give, to two digits."""
    bounded = min(max(likelihood, 1e-6), 1 - 1e-6)
    log_odds = math.log(bounded / (1 - bounded))
    calibrated = 1 / (1 + math.exp(-(SLOPE * log_odds + OFFSET)))
    return round(min(max(calibrated, LEAST), MOST), 2)
