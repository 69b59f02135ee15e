"""Errors of the operating system and of libav, as errors of narrate."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import EncodingError, OutputError

if TYPE_CHECKING:
    from av import FFmpegError

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
    except OSError as error:
        raise _refused(path, error) from error
    except av.FFmpegError as error:
        # libav passes on what the operating system told it.
        if error.errno in REMEDIES:
            raise _refused(path, error) from error
        raise EncodingError(f"encoding failed ({_reason(error)})", path) from error


def _refused(path: Path, error: OSError | FFmpegError) -> OutputError:
    remedy = REMEDIES.get(error.errno or 0, "choose another place with -o")
    return OutputError(f"cannot write ({_reason(error)})", path, remedy)


def _reason(error: OSError | FFmpegError) -> str:
    return error.strerror or str(error)
