"""What a meter reads in the files that were made, line by line, beside what directories ask for."""

from __future__ import annotations

from math import isinf
from pathlib import Path

from narrate.measuring import Measurement
from narrate.printing import as_line


def report(path: Path, found: Measurement, wanted: float) -> str:
    """The readings of one file, decoded; `wanted` is the loudness in LUFS that was asked for."""
    loudness, levels = found.loudness, found.levels
    rows = (
        ("integrated loudness", _level(loudness.integrated, "LUFS"), f"wanted {wanted:.1f} ± 0.5"),
        ("true peak", _level(loudness.true_peak, "dBTP"), "at most -1"),
        ("loudness range", f"{loudness.range:.1f} LU", "at most 6"),
        ("short-term spread", f"{loudness.spread:.1f} LU", "at most 6"),
        ("RMS", _level(levels.rms, "dBFS"), "ACX: -23 to -18"),
        ("noise floor", _level(levels.noise_floor, "dBFS"), "ACX: at most -60"),
        ("offset (DC)", f"{abs(levels.offset):.5f}", "at most 0.001"),
        ("silence before, after", f"{levels.lead:.2f} s, {levels.tail:.2f} s", ""),
        ("length", f"{levels.seconds:.2f} s at {found.sample_rate} Hz", ""),
    )
    lines = (f"  {name:<22}{value:<20}{asked}".rstrip() for name, value, asked in rows)
    return "\n".join([f"{as_line(str(path))}, decoded and measured:", *lines])


def _level(value: float, unit: str) -> str:
    return "silence" if isinf(value) else f"{value:.1f} {unit}"
