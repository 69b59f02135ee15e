"""Samples as the times that files hold: the only place where samples become milliseconds."""

from __future__ import annotations


def milliseconds(samples: int, sample_rate: int) -> int:
    """The nearest millisecond, so that the end of one stretch stays the start of the next."""
    return round(1000 * samples / sample_rate)


def exact_milliseconds(samples: int, sample_rate: int) -> float:
    """The nearest microsecond: `round(result * sample_rate / 1000)` is the sample again, up to 500 kHz."""
    return round(1000 * samples / sample_rate, 3)


def clock(ms: int, point: str = ".") -> str:
    """Write 3723004 ms as "01:02:03.004". Hours take as many digits as they need."""
    seconds, thousandths = divmod(ms, 1000)
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours:02}:{minutes:02}:{seconds % 60:02}{point}{thousandths:03}"


def list_clock(seconds: int, with_hours: bool) -> str:
    """Write 200 s as "03:20", or as "0:03:20" with hours: what players make links of in a text."""
    minutes, rest = divmod(seconds, 60)
    if not with_hours:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def short_clock(ms: int) -> str:
    """Write 83500 ms as "1:23", and 3723004 as "1:02:03": whole seconds, and hours if there are any."""
    seconds = ms // 1000
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
