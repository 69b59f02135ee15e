"""What all formats without sound have in common: they are written in one go, when every time is known."""

from __future__ import annotations

from collections.abc import Callable

from narrate.formats import WriterOptions
from narrate.formats.failures import mapped
from narrate.formats.target import Target
from narrate.model import Narration, Samples


class TextWriter:
    """Writes what `render` makes of the narration, in UTF-8 with "\\n" as line end.

    To add such a format, write a `render` and bind it: `Writer = partial(TextWriter, render)`.
    """

    def __init__(
        self,
        render: Callable[[Narration], str],
        target: Target,
        sample_rate: int,  # noqa: ARG002 (the narration says it)
        options: WriterOptions,  # noqa: ARG002
    ) -> None:
        """`options` hold nothing that applies to text."""
        self._render = render
        self._target = target
        self._part = target.new_part()

    def write(self, samples: Samples) -> None:
        """Samples say nothing to a reader."""

    def finish(self, narration: Narration) -> None:
        """Write the file and move it into place. A broken character (half a pair) becomes "?"."""
        text = self._render(narration)
        with mapped(self._target.path):
            self._part.write_bytes(text.encode("utf-8", "replace"))
        self._target.commit(self._part)

    def abort(self) -> None:
        """Remove what has been written."""
        self._target.discard()
