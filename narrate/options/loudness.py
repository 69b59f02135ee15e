"""How loud a recording is to be, by name or in LUFS."""

from __future__ import annotations

from dataclasses import dataclass, replace

CEILING = -2.0
"""dBTP. Platforms ask for -1 on the decoded file, and a lossy codec raises peaks by up to 0.8 dB."""
QUIETEST, LOUDEST = -36.0, -9.0
"""LUFS. Softer, and 16 bits are not enough for the pauses; louder, and a limiter eats the consonants."""


@dataclass(frozen=True, slots=True)
class MasterTarget:
    """What a platform asks of a recording's level and ends."""

    integrated: float
    """LUFS (ITU-R BS.1770)."""
    ceiling: float = CEILING
    """dBTP of the master."""
    lead_in: float = 0.25
    """Seconds of silence at the start: players and wireless headphones swallow the first tenths."""
    lead_out: float = 0.5
    """Seconds of silence at the end, at least."""


PODCAST = MasterTarget(-16.0)
"""Apple, "Podcast audio requirements": -16 LUFS within 1."""
# ACX, "Audio submission requirements": RMS between -23 and -18 dB, peaks below -3 dB, a noise floor of -60 dB
# or less, 0.5 to 1 s of room tone at the start and 1 to 5 s at the end. Our speech with its pauses has an RMS
# 0.2 dB below its loudness in LUFS (nine minutes of news), so -20.3 LUFS is the middle of that range.
PRESETS = {
    "podcast": PODCAST,
    "mono-podcast": MasterTarget(-19.0),
    "broadcast": MasterTarget(-23.0),
    "acx": MasterTarget(-20.3, -4.0, 0.75, 2.0),
}
"""`mono-podcast`: AES TD1008, mono that is to sound as loud as stereo at -16; `broadcast`: EBU R 128."""


def master_target(wanted: str | float) -> MasterTarget:
    """The preset of that name, or a podcast at so many LUFS, which may be written out ("-18")."""
    if isinstance(wanted, str) and wanted in PRESETS:
        return PRESETS[wanted]
    return replace(PODCAST, integrated=float(wanted))
