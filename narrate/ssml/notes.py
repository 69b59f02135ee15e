"""What a document asks for and does not get, for its author: each thing once, with where and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from narrate.ssml.scanning import Tag

FEW = 5
"""Notes of one kind that are told one by one: a document may have five hundred voices that are not here."""


class Notes:
    """Collects notes in the order of the document."""

    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = {}
        self._of_kind: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        """What is noted, to what all further notes of its kind say."""

    def add(self, tag: Tag, text: str, others: str = "") -> None:
        """Note something about a tag; `others` says it of all that are not told one by one."""
        if others and text not in self._kinds:
            self._of_kind[others] += 1
            self._kinds[text] = text if self._of_kind[others] <= FEW else others
        lines = self._lines.setdefault(self._kinds.get(text, text), [])
        if tag.place.line not in lines[-1:]:
            lines.append(tag.place.line)

    def __iter__(self) -> Iterator[str]:
        """One line for each thing: "line 3 and 41 more: …"."""
        for text, lines in self._lines.items():
            others = len(lines) - 1
            more = f" and {others} more" if others else ""
            yield f"line {lines[0]}{more}: {text}"
