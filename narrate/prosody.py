"""The values of SSML's <prosody> and <break> in our units: factors, semitones, dB, seconds.

Section numbers are those of SSML 1.1 (W3C Recommendation, 7 September 2010).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log2

from narrate.errors import MarkupError

# Section 3.2.3: strengths are the processor's to choose; x-strong is a paragraph's pause.
STRENGTHS = {"none": 0.0, "x-weak": 0.06, "weak": 0.12, "medium": 0.25, "strong": 0.5, "x-strong": 0.9}
# Section 3.2.4: so are the steps of these three. A rate of 2 is the fastest that is followed without effort.
RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "default": 1.0, "fast": 1.4, "x-fast": 2.0}
PITCHES = {"x-low": -8.0, "low": -4.0, "medium": 0.0, "default": 0.0, "high": 4.0, "x-high": 8.0}
VOLUMES = {
    "silent": -96.0, "x-soft": -12.0, "soft": -6.0, "medium": 0.0, "default": 0.0, "loud": 4.0, "x-loud": 8.0
}  # fmt: skip
RANGES = {"x-low": 0.0, "low": 0.5, "medium": 1.0, "default": 1.0, "high": 1.5, "x-high": 2.0}
"""Factors of the melody: 0 is a monotone and 2 twice the steps."""
LONGEST_TIME = 600.0
"""Seconds of a break or another time. A longer one is a mistake (milliseconds written as seconds) that
would fill the memory."""
SPREAD = 4.0
"""Semitones between the ends of a voice's melody, which a range in semitones or Hz is measured against:
the standard deviation of read news is about 2 either way."""
NUMBER = r"(?:\d{1,9}(?:\.\d{1,30})?|\.\d{1,30})"
"""Regular expression of a number: of more digits it means nothing, and would take long to find that out."""
_UNITS_IN_A_SECOND = {"s": 1, "ms": 1000}
HIGHEST, LOUDEST, FASTEST = 96.0, 96.0, 1000.0
"""Semitones, dB, and times as fast, either way: what elements inside each other add up to ends here. No voice
comes near, and beyond it are numbers that no float can hold."""
_DEEPEST = 0.1
"""The lowest factor of the pitch that is followed: more than three octaves down."""


def seconds(time: str) -> float:
    """A time of section 3.1.1 ("250ms", "+0.25s") in seconds. Raises MarkupError."""
    match = re.fullmatch(rf"\+?({NUMBER})(ms|s)", time.strip())
    if match is None:
        raise MarkupError("not a time", time, 'write "250ms" or "0.25s"')
    number, unit = match.groups()
    value = float(number) / _UNITS_IN_A_SECOND[unit]
    if value > LONGEST_TIME:
        raise MarkupError("time is too long", time, f"at most {LONGEST_TIME:g}s")
    return value


def pause(attributes: Mapping[str, str]) -> float:
    """Seconds of a <break>: its time, else its strength, else the strength "medium" (section 3.2.3)."""
    time = attributes.get("time")
    if time is not None:
        return seconds(time)
    strength = attributes.get("strength", "medium")
    return _named(strength, STRENGTHS, "break strength")


def rate(value: str) -> float:
    """A percentage is a factor, and 100% is no change (section 3.2.4). Raises MarkupError."""
    match = re.fullmatch(rf"({NUMBER})%", value)
    factor = float(match[1]) / 100 if match else _named(value, RATES, "rate")
    if factor == 0:
        raise MarkupError("the rate cannot be 0", value, "a rate above 0%")
    return factor


def pitch(value: str, hertz: float, current: float = 0.0) -> float:
    """Semitones above a voice's own pitch of `hertz`, inside what is already `current` semitones above it.

    "+2st", "+10%" and "+20Hz" change the current pitch, "180Hz" and keywords do not (section 3.2.4;
    keywords are taken as changes, so that a nested "high" is higher still). Raises MarkupError.
    """
    quantity = _quantity(value)
    if quantity is None:
        return within(current + _named(value, PITCHES, "pitch"), HIGHEST)
    number, unit = quantity
    if unit == "st":
        return within(current + number, HIGHEST)
    here = hertz * 2 ** (current / 12)
    factor = _pitch_factor(number, unit, here, is_change=_is_change(value))
    return within(current + 12 * log2(max(factor, _DEEPEST)), HIGHEST)


def within(value: float, most: float) -> float:
    """The value, or the nearest one that is no larger than `most`, above 0 or below."""
    return min(max(value, -most), most)


def _pitch_factor(number: float, unit: str, here: float, *, is_change: bool) -> float:
    """What a number of "%" or "Hz" makes of a pitch of `here` Hz."""
    if unit == "%":
        return 1 + number / 100
    return 1 + number / here if is_change else number / here


def spread(value: str, hertz: float) -> float:
    """The factor by which a range widens the melody (section 3.2.4), absolute ones against SPREAD.

    Raises MarkupError.
    """
    quantity = _quantity(value)
    if quantity is None:
        return _named(value, RANGES, "range")
    number, unit = quantity
    if unit == "%":
        return max(1 + number / 100, 0.0)
    semitones = _semitones(number, unit, hertz)
    if _is_change(value):
        semitones += SPREAD
    return max(semitones / SPREAD, 0.0)


def _semitones(number: float, unit: str, hertz: float) -> float:
    """A number of "st", or how far a pitch that is so many "Hz" higher is above `hertz`."""
    if unit == "st":
        return number
    return 12 * log2(1 + max(number, 0.0) / hertz)


def _quantity(value: str) -> tuple[float, str] | None:
    """The number and the unit of "+2st", "-10%" or "180Hz"; None for a keyword."""
    match = re.match(rf"([+-]?{NUMBER})(st|%|Hz)$", value)
    return (float(match[1]), match[2]) if match else None


def _is_change(value: str) -> bool:
    """A number with a sign is relative (section 3.2.4)."""
    return value.startswith(("+", "-"))


def volume(value: str) -> float:
    """dB of change: "+6dB" or a keyword (section 3.2.4). Raises MarkupError."""
    match = re.fullmatch(rf"([+-]{NUMBER})dB", value)
    return float(match[1]) if match else _named(value, VOLUMES, "volume")


def contour(value: str, hertz: float, current: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Points of a contour: the share of the text from 0 to 1, and the pitch there as in `pitch`.

    Raises MarkupError.
    """
    written = re.findall(rf"\(\s*({NUMBER})%\s*,\s*([^\s)]+)\s*\)", value)
    if not written:
        raise MarkupError("not a contour", value, 'write "(0%,+20Hz) (100%,-10%)"')
    points = [(float(percent) / 100, pitch(target, hertz, current)) for percent, target in written]
    return tuple(sorted(points))


def _named(value: str, table: Mapping[str, float], what: str) -> float:
    try:
        return table[value]
    except KeyError:
        raise MarkupError(f"unknown {what}", value, "one of " + ", ".join(table)) from None
