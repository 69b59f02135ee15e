"""What a check finds, and where addresses lead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

LONGEST_VALUE = 255
"""Characters of a title (PSP-1, "Namespace declarations")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be."""

    where: str
    """The file or the episode."""
    problem: str
    remedy: str
    must: bool
    """Whether it has to be mended, since directories refuse it or players fail; else it could be better."""


mend = partial(Finding, must=True)
better = partial(Finding, must=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a show lies: on the disk, and on the web."""

    folder: Path
    address: str
    """Ends with "/"."""

    def file(self, address: str) -> Path | None:
        """The file that an address leads to; None for one that is elsewhere."""
        if not address.startswith(self.address):
            return None
        path = self.folder / unquote(address.removeprefix(self.address))
        return path if path.resolve().is_relative_to(self.folder.resolve()) else None
