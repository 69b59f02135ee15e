"""Work side by side in threads, in bounded memory. The heavy parts release the interpreter's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items in flight per worker: enough that a long one does not hold up the others.
AHEAD = 4


def ordered_map(function: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """Yield `function(item)` in the items' order, with `jobs` of them computed at a time.

    An exception is raised where its result would come; what has not begun by then is not begun.
    """
    pending: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        try:
            for item in items:
                pending.append(pool.submit(function, item))
                if len(pending) > jobs * AHEAD:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()


class Tap(Generic[Item, Result]):
    """Runs a consumer of a stream in a thread of its own; the stream is what is put in.

    The producer waits when the consumer is `capacity` items behind. A consumer's exception is raised
    by the next `put` or by `result`.
    """

    def __init__(self, consumer: Callable[[Iterator[Item]], Result], capacity: int = 8) -> None:
        self._queue: Queue[Item | None] = Queue(capacity)
        self._pool = ThreadPoolExecutor(1)
        self._future = self._pool.submit(self._run, consumer)

    def put(self, item: Item) -> None:
        """Hand over one item."""
        if self._future.done():
            self._future.result()
        self._queue.put(item)

    def result(self) -> Result:
        """End the stream and return what the consumer made of it."""
        self.close()
        return self._future.result()

    def close(self) -> None:
        """End the stream and wait for the consumer; calling it again does nothing."""
        if not self._future.done():
            self._queue.put(None)
        self._pool.shutdown()

    def _run(self, consumer: Callable[[Iterator[Item]], Result]) -> Result:
        stream = self._items()
        try:
            return consumer(stream)
        finally:
            for _ in stream:  # a producer that waits for room must not wait for ever
                pass

    def _items(self) -> Iterator[Item]:
        while (item := self._queue.get()) is not None:
            yield item
