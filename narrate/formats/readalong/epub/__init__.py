"""EPUB 3.3 with media overlays: a book that is read aloud while each sentence is highlighted.

Each chapter has one page, one overlay and one MP3. Thorium and Apple Books load only what belongs to the page
they show, so a chapter starts at once, even in a book of ten hours. Clips follow each other without a seam,
so readers play on within a chapter and never seek. The sound is stored uncompressed, so that readers can seek
in the container.

The same narration gives the same bytes: no time of day, no random number, an identifier from the contents.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from narrate.errors import NarrateError
from narrate.formats import WriterOptions
from narrate.formats.audio.mp3.writer import mp3_coding
from narrate.formats.failures import mapped
from narrate.formats.readalong.epub.archive import Archive
from narrate.formats.readalong.epub.book import Book
from narrate.formats.readalong.epub.sound import Spool
from narrate.model import Narration, Samples
from narrate.storage import Target

SAMPLE_RATE, BITRATE = 24_000, 64
"""Hz and kbit/s: the master's own rate, and for the same voices two thirds of a podcast's size."""


class BookWriter:
    """A `Writer` of an EPUB."""

    def __init__(self, target: Target, sample_rate: int, options: WriterOptions) -> None:
        """Raises OutputError for a bit rate or sample rate that MP3 does not have."""
        self._target = target
        self._words = options.words
        coding = mp3_coding(options, SAMPLE_RATE, BITRATE)
        with mapped(target.path):
            self._spool = Spool(target.new_part(), sample_rate, coding)

    def write(self, samples: Samples) -> None:
        """Keep samples, shape (n,), until it is known where chapters begin."""
        with mapped(self._target.path):
            self._spool.write(samples)

    def finish(self, narration: Narration) -> None:
        """Encode the chapters, write the book and move it into place."""
        part, sound = self._target.new_part(), self._target.new_part()

        def encode(start: int, end: int) -> Path:
            self._spool.encode(start, end, sound)
            return sound

        with mapped(self._target.path):
            with Archive(part) as archive:
                Book(archive, narration, encode, self._words).write()
            self._spool.close()
        self._target.commit(part)

    def abort(self) -> None:
        """Remove what has been written."""
        with suppress(NarrateError), mapped(self._target.path):
            self._spool.close()
        self._target.discard()
