"""Work that waits for others, for so many seconds and no longer.

A socket's own limit is for one wait: a server that sends a byte now and then never reaches it, whether in
its headers, in a handshake or in a page. So the work is done in a thread of its own, and when its time is
over its connections are cut under it, which ends the thread, too.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from contextvars import ContextVar
from threading import Lock, Thread
from typing import TypeVar

T = TypeVar("T")


class Deadline:
    """The connections of one piece of work, and whether its time is over."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sockets: list[socket.socket] = []
        self.is_over = False

    def watch(self, connection: socket.socket) -> None:
        """Cut this connection when the time is over. Raises OSError if it is over."""
        with self._lock:
            if self.is_over:
                raise OSError("the time for this is over")
            # A copy: TLS takes the socket itself away, and a response keeps a closed connection open.
            copy = socket.fromfd(connection.fileno(), connection.family, connection.type)
            self._sockets.append(copy)

    def end(self, *, cut: bool) -> None:
        """The work is over; with `cut`, whoever still waits for one of its connections gets an error."""
        with self._lock:
            self.is_over = True
            for connection in self._sockets:
                if cut:
                    with suppress(OSError):  # the other side has closed it
                        connection.shutdown(socket.SHUT_RDWR)
                connection.close()
            self._sockets.clear()


current: ContextVar[Deadline | None] = ContextVar("current", default=None)
"""The deadline of the work that is done in this thread."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns or raises; TimeoutError if that takes longer than `seconds`."""
    result: Future[T] = Future()
    deadline = Deadline()

    def run() -> None:
        current.set(deadline)
        try:
            result.set_result(work())
        except BaseException as error:  # it belongs to the thread that waits
            result.set_exception(error)

    Thread(target=run, name="network", daemon=True).start()
    is_done = False
    try:
        found = result.result(timeout=seconds)
        is_done = True
        return found
    except TimeoutError:
        is_done = result.done()  # the work's own error
        raise
    finally:
        deadline.end(cut=not is_done)
