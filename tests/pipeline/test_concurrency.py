"""Work in threads comes out in order, in bounded memory, and its errors are not swallowed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from narrate.pipeline.concurrency import AHEAD, Tap, ordered_map


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    """A slow first item does not change places with quick ones."""

    def slow_first(item: int) -> int:
        time.sleep(0.03 if item == 0 else 0)
        return item * 2

    assert list(ordered_map(slow_first, range(20), jobs)) == list(range(0, 40, 2))


def test_an_error_is_raised_in_its_place_and_stops_the_rest() -> None:
    """What came before it is delivered; what would come long after is never begun."""
    begun = []

    def fail_at_three(item: int) -> int:
        begun.append(item)
        if item == 3:
            raise ValueError("three")
        return item

    results = ordered_map(fail_at_three, range(1000), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(results)
    assert len(begun) < 1000


def test_no_more_is_in_flight_than_stated() -> None:
    """A long article does not pile up speech that nobody has taken yet."""
    made: list[int] = []
    results = ordered_map(made.append, range(1000), 2)
    next(results)
    time.sleep(0.05)
    assert len(made) <= 2 * AHEAD + 1


def test_a_tap_hands_its_stream_to_the_consumer() -> None:
    """The result is what the consumer made of all items."""
    tap = Tap[int, int](sum)
    for item in range(100):
        tap.put(item)
    assert tap.result() == 4950


def test_a_consumer_that_fails_does_not_block_its_producer() -> None:
    """The error reaches the producer, at the latest at the end."""

    def fail(stream: Iterator[int]) -> None:
        next(stream)
        raise ValueError("disk full")

    tap = Tap[int, None](fail, capacity=1)
    taken = []
    with pytest.raises(ValueError, match="disk full"):  # noqa: PT012
        for item in range(100_000):
            tap.put(item)
            taken.append(item)
    assert len(taken) < 100_000
    tap.close()
    with pytest.raises(ValueError, match="disk full"):
        tap.result()


def test_closing_leaves_no_thread() -> None:
    """An aborted run ends its consumers."""
    before = threading.active_count()
    tap = Tap[int, int](sum)
    tap.put(1)
    tap.close()
    tap.close()
    assert threading.active_count() == before
