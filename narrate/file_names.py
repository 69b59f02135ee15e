"""Names of files that every common file system takes."""

from __future__ import annotations

import re

LONGEST = 120
"""Bytes of a name in UTF-8 without its suffixes. Most file systems take 255, eCryptfs (encrypted home
folders) takes 143, and the longest suffix that we put behind a name is ".2.chapters.json"."""
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL
)
"""Names that Windows keeps for devices, whatever their suffix: learn.microsoft.com, "Naming Files, Paths, and
Namespaces"."""


def allowed(stem: str) -> str:
    """`stem`, or "con-1" for "con", which Windows would take for a device."""
    return f"{stem}-1" if _DEVICE.fullmatch(stem) else stem


def is_device(name: str) -> bool:
    """Whether Windows takes a file name for that of a device: "aux", "AUX.txt"."""
    return _DEVICE.fullmatch(name) is not None


def shortened(stem: str, longest: int = LONGEST) -> str:
    """The beginning of `stem` that has at most `longest` bytes in UTF-8; no letter is divided."""
    encoded = stem.encode("utf-8", "surrogatepass")
    if len(encoded) <= longest:
        return stem
    beginning = encoded[:longest].decode("utf-8", "ignore")
    return beginning.rstrip("-. ")
