"""Work side by side in threads, in bounded memory. The heavy parts release the interpreter's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
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

    def __init__(self, consumer: Callable[[Iterator[Item]], Result], capacity: int = 2) -> None:
        self._queue: Queue[Item | None] = Queue(capacity)
        self._future: Future[Result] = Future()
        self._closed = self._ended = False
        # A daemon: one that an interruption leaves without an owner must not hold up the exit.
        self._thread = Thread(target=self._run, args=(consumer,), daemon=True)
        self._thread.start()

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
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def _run(self, consumer: Callable[[Iterator[Item]], Result]) -> None:
        try:
            self._future.set_result(consumer(self._items()))
        except BaseException as error:
            self._future.set_exception(error)
        for _ in self._items():  # a producer that waits for room must not wait for ever
            pass

    def _items(self) -> Iterator[Item]:
        while not self._ended:
            item = self._queue.get()
            self._ended = item is None
            if item is not None:
                yield item
