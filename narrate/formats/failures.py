"""What the operating system and libav raise, in terms of our own errors."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from narrate.errors import EncodingError, OutputError

REMEDIES = {
    errno.ENOSPC: "free some space, or choose another disk with -o",
    errno.EDQUOT: "free some space, or choose another disk with -o",
    errno.EFBIG: "choose another disk with -o",
    errno.EACCES: "choose a folder that you may write to with -o",
    errno.EPERM: "choose a folder that you may write to with -o",
    errno.EROFS: "choose a folder that you may write to with -o",
}


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Raise OutputError for what the file system refuses, and EncodingError for what libav does."""
    import av

    try:
        yield
    except (OSError, av.FFmpegError) as error:
        reason = error.strerror or str(error)
        if isinstance(error, OSError) or error.errno in REMEDIES:
            remedy = REMEDIES.get(error.errno or 0, "choose another place with -o")
            raise OutputError(f"cannot write ({reason})", path, remedy) from error
        raise EncodingError(f"encoding failed ({reason})", path) from error
