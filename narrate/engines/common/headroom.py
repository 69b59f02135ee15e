"""Loud speech made softer as a whole, where it would be clipped."""

from __future__ import annotations

import numpy as np

from narrate.model import Samples


def within_range(samples: Samples) -> Samples:
    """`samples`, shape (n,), n >= 0, in [-1, 1]: unchanged if they are, else all softer by the same factor.

    What is loud stays as much louder than the rest; how loud the whole is, the mixer decides.
    """
    peak = np.abs(samples).max(initial=np.float32(1.0))
    return samples / peak if peak > 1 else samples
