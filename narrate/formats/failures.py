"""Errors of the operating system and of libav, as errors of narrate."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from narrate.errors import EncodingError
from narrate.storage import is_full, refused

_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Raise OutputError for what the file system refuses, and EncodingError for what libav does."""
    import av

    try:
        yield
    except OSError as error:
        raise refused(path, error) from error
    except av.FFmpegError as error:
        # libav passes on what the operating system told it.
        if is_full(error) or error.errno in _NOT_ALLOWED:
            raise refused(path, error) from error
        raise EncodingError(f"encoding failed ({error.strerror or error})", path) from error
