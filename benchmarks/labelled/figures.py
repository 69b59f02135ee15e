"""What a score is: a number with its name and how many cases it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the table, a share from 0 to 1."""

    name: str
    value: float
    cases: int
    """How many labels it was measured on."""
    at_most: bool = False
    """Whether less is better."""


@dataclass(slots=True)
class Tally:
    """In how many cases something holds, by group."""

    holding: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    """A line for a person to read for each case that was wrong."""

    def add(self, group: str, *, holds: bool) -> None:
        """Count one case."""
        self.total[group] += 1
        self.holding[group] += holds

    def figure(self, group: str, name: str, *, at_most: bool = False) -> Figure:
        """The share of a group; 0.0 where it has no cases."""
        cases = self.total[group]
        return Figure(name, round(self.holding[group] / max(cases, 1), 3), cases, at_most)


@dataclass(slots=True)
class Confusion:
    """How often a label was taken for another."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By (label, found)."""

    def accuracy(self, name: str) -> Figure:
        """The share of labels that were found as they are."""
        right = sum(count for (label, found), count in self.pairs.items() if label == found)
        total = self.pairs.total()
        return Figure(name, round(right / max(total, 1), 3), total)

    def f1(self, label: str, name: str) -> Figure:
        """The harmonic mean of a label's precision and recall."""
        both = self.pairs[label, label]
        wanted = sum(count for (each, _), count in self.pairs.items() if each == label)
        found = sum(count for (_, each), count in self.pairs.items() if each == label)
        return Figure(name, f1(both, found, wanted), wanted)

    def labels(self, least: int) -> Iterator[str]:
        """Every label that was given at least so often."""
        totals: Counter[str] = Counter()
        for (label, _), count in self.pairs.items():
            totals[label] += count
        return (label for label, count in totals.items() if count >= least)


def f1(both: int, found: int, wanted: int) -> float:
    """F1 of a number that match, of all found and of all wanted; rounded to three decimals."""
    return round(2 * both / max(found + wanted, 1), 3)
