"""Samples as the times that files hold. Nowhere else do samples become milliseconds."""

from __future__ import annotations


def milliseconds(samples: int, sample_rate: int) -> int:
    """To the nearest, so that one stretch's end stays the next one's start."""
    return round(1000 * samples / sample_rate)


def exact_milliseconds(samples: int, sample_rate: int) -> float:
    """To the microsecond: `round(result * sample_rate / 1000)` is the sample again, up to 500 kHz."""
    return round(1000 * samples / sample_rate, 3)


def clock(ms: int, point: str = ".") -> str:
    """Write 3723004 ms as "01:02:03.004". Hours take as many digits as they need."""
    seconds, thousandths = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{thousandths:03}"


def short_clock(ms: int) -> str:
    """Write 83500 ms as "1:23", and 3723004 as "1:02:03": whole seconds, and hours where there are any."""
    seconds = ms // 1000
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
