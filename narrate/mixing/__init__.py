"""Mixing: a stream of utterances becomes one recording, levelled and paced, with nothing held in memory.

`Mixer` takes what an engine spoke, one utterance after the other, and gives back blocks of the master.
Each utterance is brought to the target loudness as it comes, so that the sum lands on it and no second
pass is needed; if a meter says that it did not, `remaster` corrects it.
"""

from __future__ import annotations

from narrate.mixing.loudness import correction_gain
from narrate.mixing.mixer import Mixer
from narrate.mixing.spool import read_spool, remaster
from narrate.options.loudness import MasterTarget, master_target

__all__ = ["MasterTarget", "Mixer", "correction_gain", "master_target", "read_spool", "remaster"]
