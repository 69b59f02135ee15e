"""TOML → tables, within bounds: files that people write by hand, and that may come from somebody else."""

from __future__ import annotations

import re
import tomllib
from typing import Any

LONGEST = 1_000_000
"""Characters. The largest cast has 12,000."""
_DEEPEST = 100
"""Parts of a dotted key. tomllib's time grows with their square: 8,000 take a second."""
_DEEP_KEY = re.compile(
    rf"""(?:^|[\[{{,])[ \t]*+(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{_DEEPEST}}}""", re.MULTILINE | re.ASCII
)


def read_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML document. Raises ValueError with what is wrong; tomllib's own error is one."""
    if len(text) > LONGEST:
        raise ValueError(f"more than {LONGEST:,} characters")
    if _DEEP_KEY.search(text):
        raise ValueError(f"a key of more than {_DEEPEST} parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
