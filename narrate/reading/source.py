"""Where the bytes come from."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from narrate.errors import SourceError
from narrate.network.addresses import shown
from narrate.reading.document import Document, limited, refuse_large

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""A scheme of RFC 3986, 3.1, of two letters or more: one is a drive of Windows."""
_HOST = re.compile(r"(?:www\.|[\w-]+\.(?:[\w-]+\.)*[a-z]{2,}/)", re.IGNORECASE)


def is_address(source: str | os.PathLike[str]) -> bool:
    """Whether this is a web address, or would be one with another scheme, and no path."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def fetch(source: str | os.PathLike[str], *, allow_private: bool = False) -> Document:
    """What lies at a path, at a web address, or on standard input for "-".

    Unless `allow_private`, web addresses of this machine and of private networks are refused. Raises
    SourceError: missing, a directory, not allowed, larger than LIMIT bytes; see `web` for addresses.
    """
    if source == "-":
        if sys.stdin is None:
            raise SourceError("standard input is closed", source, "name a file, or pipe an article in")
        return Document(limited(sys.stdin.buffer, "standard input"), "standard input")
    if isinstance(source, str) and is_address(source):
        from narrate.reading.web import download

        return download(source, allow_private=allow_private)
    return _read_file(Path(source))


def _read_file(path: Path) -> Document:
    try:
        if path.is_dir():
            raise SourceError("this is a directory, not an article", path, "name the file in it")
        refuse_large(path.stat().st_size, str(path))
        with path.open("rb") as file:
            return Document(limited(file, str(path)), str(path), folder=path.parent)
    except FileNotFoundError as error:
        remedy = "check the spelling and the folder"
        if _HOST.match(str(path)):
            remedy = "begin web addresses with https://"
            raise SourceError("no such file", shown(str(path)), remedy) from None
        raise SourceError("no such file", path, remedy) from error
    except PermissionError as error:
        raise SourceError("not allowed to read this file", path, "change its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceError("this file cannot be read", path, str(error)) from error
