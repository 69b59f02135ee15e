"""How many chapters a format can list, and what is done where there are more.

Nothing is refused: a table of contents is nested, or neighbouring chapters are listed as one. What a listener
will notice is said before anything is spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from narrate.model import Chapter

NERO = 255
"""`chpl`, the list of chapters of MP4 that most players read, counts them in one byte."""
VORBIS_COMMENTS = 999
"""CHAPTERxxx has three digits."""

_FIRST = "players that read Nero's list of chapters show the first {limit} of {count}; others show all"
_JOINED = "its {count} chapters are joined into at most {limit}, which is all that it can list"
_NOTES = {
    ".m4a": (NERO, _FIRST),
    ".m4b": (NERO, _FIRST),
    ".flac": (VORBIS_COMMENTS, _JOINED),
    ".ogg": (VORBIS_COMMENTS, _JOINED),
    ".opus": (VORBIS_COMMENTS, _JOINED),
}


def chapter_notes(paths: Sequence[Path], count: int) -> list[str]:
    """What a listener will notice of `count` chapters in the files at `paths`; a line for each such file."""
    notes = []
    for path in paths:
        limit, note = _NOTES.get(path.suffix.lower(), (count, ""))
        if count > limit:
            notes.append(f"{path.name}: {note.format(count=count, limit=limit)}")
    return notes


def joined(chapters: Sequence[Chapter], limit: int) -> list[Chapter]:
    """At most `limit` chapters, each of as many neighbours as it takes; the same ones where they are no more.

    A chapter that stands for several is titled with the first and the last of them.
    """
    size = -(-len(chapters) // limit)
    if size <= 1:
        return list(chapters)
    result = []
    for first in range(0, len(chapters), size):
        group = chapters[first : first + size]
        title = group[0].title if len(group) == 1 else f"{group[0].title} – {group[-1].title}"
        result.append(Chapter(title, group[0].start, group[-1].end))
    return result
