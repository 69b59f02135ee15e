"""What a document asks for and does not get, for its author: each thing once, with where and how often."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.ssml.scanning import Tag


class Notes:
    """Collects notes in the order of the document."""

    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = {}

    def add(self, tag: Tag, text: str) -> None:
        """Note something about a tag."""
        lines = self._lines.setdefault(text, [])
        if tag.place.line not in lines[-1:]:
            lines.append(tag.place.line)

    def __iter__(self) -> Iterator[str]:
        """One line for each thing: "line 3 and 41 more: …"."""
        for text, lines in self._lines.items():
            others = len(lines) - 1
            more = f" and {others} more" if others else ""
            yield f"line {lines[0]}{more}: {text}"
