"""What a check finds, and which file an address of the feed leads to."""

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
    """True if directories refuse the feed or players fail because of it; False for a recommendation."""


fault = partial(Finding, must=True)
"""Something that has to be fixed."""
suggestion = partial(Finding, must=False)
"""Something that could be better."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a show is: on the disk, and on the web."""

    folder: Path
    address: str
    """Ends with "/"."""

    def file(self, address: str) -> Path | None:
        """The file that an address leads to; None if the address is outside the show."""
        if not address.startswith(self.address):
            return None
        root = self.folder.resolve()
        path = self.folder / unquote(address.removeprefix(self.address))
        # An address such as ".../../../etc/passwd" must not lead out of the folder.
        return path if path.resolve().is_relative_to(root) else None
