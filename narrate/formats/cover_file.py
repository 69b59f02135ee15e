"""The cover as a file of its own, for directories and show notes."""

from __future__ import annotations

from narrate.errors import OutputError
from narrate.formats import WriterOptions
from narrate.formats.failures import mapped
from narrate.formats.target import Target
from narrate.model import Narration, Samples


class CoverWriter:
    """Writes the JPEG of 3000 by 3000 pixels."""

    def __init__(self, target: Target, sample_rate: int, options: WriterOptions) -> None:  # noqa: ARG002
        """Neither the sound nor the options concern a picture."""
        self._target = target
        self._part = target.new_part()

    def write(self, samples: Samples) -> None:
        """Samples are not to be seen."""

    def finish(self, narration: Narration) -> None:
        """Write the file and move it into place. Raises OutputError where the recording has no cover."""
        if narration.cover is None:
            raise OutputError("there is no cover to write", self._target.path, "leave out --cover none")
        with mapped(self._target.path):
            self._part.write_bytes(narration.cover.image)
        self._target.commit(self._part)

    def abort(self) -> None:
        """Remove what has been written."""
        self._target.discard()
