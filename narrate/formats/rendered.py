"""Formats without sound: they are written in one go, when every time is known."""

from __future__ import annotations

from collections.abc import Callable

from narrate.formats import WriterOptions
from narrate.formats.failures import mapped
from narrate.model import Narration, Samples
from narrate.storage import Target


class RenderedWriter:
    """Writes what `render` makes of the narration: bytes as they are, text in UTF-8 with "\\n" as line end.

    To add such a format, write a `render` and bind it: `Writer = partial(RenderedWriter, render)`.
    """

    def __init__(
        self,
        render: Callable[[Narration], str | bytes],
        target: Target,
        sample_rate: int,  # noqa: ARG002 (the narration has it)
        options: WriterOptions,  # noqa: ARG002
    ) -> None:
        """No option applies here: what a format needs of them is bound to `render`."""
        self._render = render
        self._target = target
        self._part = target.new_part()

    def write(self, samples: Samples) -> None:
        """Does nothing: the file has no sound."""

    def finish(self, narration: Narration) -> None:
        """Write the file and move it into place. A broken character (half a pair) becomes "?"."""
        content = self._render(narration)
        if isinstance(content, str):
            content = content.encode("utf-8", "replace")
        with mapped(self._target.path):
            self._part.write_bytes(content)
        self._target.commit(self._part)

    def abort(self) -> None:
        """Remove what has been written."""
        self._target.discard()
