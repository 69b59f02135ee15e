"""Mixing: a stream of utterances becomes one recording, levelled and paced, with nothing held in memory.

`Mixer` takes what an engine spoke, one utterance after the other, and gives back blocks of the master.
Each utterance is brought to the target loudness as it comes, so that the sum lands on it and no second
pass is needed; `measure` says whether it did, and `remaster` mends it where it did not.
"""

from __future__ import annotations

from narrate.mixing.loudness import correction_gain
from narrate.mixing.meter import Loudness, Meter, measure
from narrate.mixing.mixer import Mixer
from narrate.mixing.spool import read_spool, remaster

__all__ = ["Loudness", "Meter", "Mixer", "correction_gain", "measure", "read_spool", "remaster"]
