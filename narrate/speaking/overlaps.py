"""Marks that share characters of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from narrate.model import Mark


def overlap(one: Mark, other: Mark) -> bool:
    """Whether two marks have a character in common."""
    return one.start < other.end and other.start < one.end


def lies_in(mark: Mark, other: Mark) -> bool:
    """Whether a mark reaches nowhere beyond another one."""
    return other.start <= mark.start and mark.end <= other.end


def without_overlaps(marks: Iterable[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The marks that have no character in common with any of the others."""
    return [mark for mark in marks if not any(overlap(mark, other) for other in others)]
