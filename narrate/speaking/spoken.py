"""The spoken form of what is written."""

from __future__ import annotations

from narrate.model import Mark


def substitutions(text: str) -> list[Mark]:
    """Marks of kind "sub" wherever the spoken form differs from the written one.

    In order, not overlapping. An empty `value` means silence.
    """
    # Compiling the rules takes 60 ms, which nobody should pay who only imports the package.
    from narrate.speaking.registry import marks

    return list(marks(text))


def spoken(text: str) -> str:
    """The text as it is said: "Dec. 14" becomes "December fourteenth"."""
    pieces: list[str] = []
    position = 0
    for mark in substitutions(text):
        pieces += text[position : mark.start], mark.value
        position = mark.end
    return "".join([*pieces, text[position:]])
